package overthink.strategies.variation;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link VerifierEnsemble} as {@code verifier-ensemble}. */
public final class VerifierEnsembleProvider implements StrategyProvider {

    @Override
    public String name() {
        return "verifier-ensemble";
    }

    @Override
    public String summary() {
        return "The candidate that several outcome verifiers like best together, by their scores or the ranks they give.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.choice(
                        "combine", List.of("ranks", "scores"), "what is averaged over the verifiers: ranks, or scores"),
                ParameterSpec.real(
                        "first",
                        0,
                        0,
                        1,
                        "the first verifier's share of the weight; the others divide the rest equally; 0 for equal shares"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new VerifierEnsemble(parameters.choice("combine").equals("ranks"), parameters.real("first"));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.OUTCOME_VERIFIER, Capability.VERIFIERS);
    }
}

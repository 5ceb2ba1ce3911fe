package overthink.strategies.serial;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.strategies.selection.CandidateScores;

/** Introduces {@link SelfRefine} as {@code self-refine}. */
public final class SelfRefineProvider implements StrategyProvider {

    @Override
    public String name() {
        return "self-refine";
    }

    @Override
    public String summary() {
        return "Revises the best so far; a revision takes its place where a verifier scores it higher.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.flag("tell", false, "whether the candidate is told to be wrong before it is revised"),
                ParameterSpec.real(
                        "stop-above", 1, 0, 1, "the score, as a probability, that is good enough to stop; 1 never is"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new SelfRefine(parameters.flag("tell"), CandidateScores.logOdds(parameters.real("stop-above")));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.CHAIN, Capability.OUTCOME_VERIFIER);
    }
}

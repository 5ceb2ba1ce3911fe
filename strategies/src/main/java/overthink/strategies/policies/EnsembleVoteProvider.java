package overthink.strategies.policies;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.NamedPart;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link EnsembleVote} as {@code ensemble-vote}. */
public final class EnsembleVoteProvider implements StrategyProvider {

    @Override
    public String name() {
        return "ensemble-vote";
    }

    @Override
    public String summary() {
        return "The answer that most candidates of several policies give, which generate equally many.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                AskedPolicies.parameter("which policies generate; none named: all of the world"),
                ParameterSpec.integer(
                        "samples", 0, 0, 1_000_000, "the most candidates of each; 0 for all that the budget pays"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new EnsembleVote(AskedPolicies.of(parameters), parameters.intValue("samples"));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return false;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.POLICIES, Capability.ANSWERS);
    }

    @Override
    public List<NamedPart> names(Parameters parameters) {
        return AskedPolicies.named(parameters);
    }
}

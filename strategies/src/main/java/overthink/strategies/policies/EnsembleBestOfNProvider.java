package overthink.strategies.policies;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.NamedPart;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link EnsembleBestOfN} as {@code ensemble-best-of-n}. */
public final class EnsembleBestOfNProvider implements StrategyProvider {

    @Override
    public String name() {
        return "ensemble-best-of-n";
    }

    @Override
    public String summary() {
        return "The candidate of the highest outcome score among those of several policies.";
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
        return new EnsembleBestOfN(AskedPolicies.of(parameters), parameters.intValue("samples"));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return false;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.POLICIES, Capability.OUTCOME_VERIFIER);
    }

    @Override
    public List<NamedPart> names(Parameters parameters) {
        return AskedPolicies.named(parameters);
    }
}

package overthink.strategies.merging;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.NamedPart;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.strategies.policies.AskedPolicies;

/** Introduces {@link MixtureOfAgents} of two layers as {@code aggregate}. */
public final class AggregateProvider implements StrategyProvider {

    @Override
    public String name() {
        return "aggregate";
    }

    @Override
    public String summary() {
        return "Samples side by side, and one candidate merged of all of them, which answers.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(ParameterSpec.integer(
                "samples",
                0,
                0,
                1_000_000,
                "the most candidates that are merged; 0 for all but one that the budget pays"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new MixtureOfAgents(2, parameters.intValue("samples"), AskedPolicies.unnamed(), NamedPart.FIRST);
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return false;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.MERGE);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        long samples = parameters.integer("samples");
        return Optional.of(new Law.Merged(samples == 0 ? Law.UNBOUNDED : samples));
    }
}

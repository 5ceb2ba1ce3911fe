package overthink.strategies.variation;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link ZeroOrderSearch} as {@code zero-order-search}. */
public final class ZeroOrderSearchProvider implements StrategyProvider {

    @Override
    public String name() {
        return "zero-order-search";
    }

    @Override
    public String summary() {
        return "Neighbours of a pivot; the best of them and it, by outcome score, is the next pivot.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("neighbours", 4, 1, 4096, "how many neighbours of a pivot are made side by side"),
                ParameterSpec.real(
                        "stride", 0.5, 1e-6, 1, "how far a neighbour lies from its pivot; 1 is a fresh sample"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new ZeroOrderSearch(parameters.intValue("neighbours"), parameters.real("stride"));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.VARY, Capability.OUTCOME_VERIFIER);
    }
}

package overthink.strategies.adaptive;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link SelfEvaluated} as {@code self-evaluated}. */
public final class SelfEvaluatedProvider implements StrategyProvider {

    @Override
    public String name() {
        return "self-evaluated";
    }

    @Override
    public String summary() {
        return "New solutions until one scores high enough; unpromising ones are dropped half-way; the best score wins.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("checkpoint", 4, 1, Integer.MAX_VALUE, "the step after which a batch is pruned"),
                ParameterSpec.integer("batch", 4, 1, 4096, "solutions begun together"),
                ParameterSpec.real("prune", 0.5, 0, 1, "the share of a batch that is dropped, the lowest scores"),
                ParameterSpec.real(
                        "prune-below", 0, 0, 1, "the score, as a probability, below which any of a batch is dropped"),
                ParameterSpec.real(
                        "stop-above", 0.95, 0, 1, "the score, as a probability, that is good enough to stop"),
                ParameterSpec.integer(
                        "max-gens",
                        0,
                        0,
                        Integer.MAX_VALUE,
                        "the most solutions begun; 0 for all that the budget pays"));
    }

    /** Makes it; refuses to drop every solution. */
    @Override
    public Strategy create(Parameters parameters) {
        if (parameters.real("prune") == 1) {
            throw new IllegalArgumentException("self-evaluated: prune (1) drops every solution. Maybe 0.75.");
        }
        return new SelfEvaluated(
                parameters.intValue("checkpoint"),
                parameters.intValue("batch"),
                parameters.real("prune"),
                parameters.real("prune-below"),
                parameters.real("stop-above"),
                parameters.intValue("max-gens"));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.STEPS, Capability.PROCESS_VERIFIER);
    }
}

package overthink.strategies.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link StepBestOfN} as {@code step-best-of-n}. */
public final class StepBestOfNProvider implements StrategyProvider {

    @Override
    public String name() {
        return "step-best-of-n";
    }

    @Override
    public String summary() {
        return "One solution, at each step the best of m continuations by process score.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(ParameterSpec.integer(
                "samples",
                0,
                0,
                Integer.MAX_VALUE,
                "the most continuations at a step; 0 for as many as the budget pays for"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new StepBestOfN(parameters.intValue("samples"));
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.STEPS, Capability.PROCESS_VERIFIER);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        int samples = parameters.intValue("samples");
        return Optional.of(new Law.Beam(Law.UNBOUNDED, samples == 0 ? Law.UNBOUNDED : samples));
    }
}

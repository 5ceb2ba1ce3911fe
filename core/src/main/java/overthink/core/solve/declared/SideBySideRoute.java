package overthink.core.solve.declared;

import java.util.function.Supplier;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.ExpectedSpending;
import overthink.core.world.Problem;

/** Trials of a sampler for a strategy whose candidates run side by side, each with one call of the verifier. */
public final class SideBySideRoute implements DeclaredAggregated {

    private final SpendingLaw spending;
    private final Supplier<DeclaredAggregated.TruthSampler> samplers;

    /** The route of samplers. */
    public SideBySideRoute(SyntheticWorld world, Supplier<DeclaredAggregated.TruthSampler> samplers) {
        spending = new SpendingLaw(world);
        this.samplers = samplers;
    }

    @Override
    public DeclaredAggregated.TruthSampler sampler() {
        return samplers.get();
    }

    @Override
    public ExpectedSpending spending(Problem problem, long candidates) {
        return spending.together(problem, candidates, 1);
    }
}

package overthink.core.solve;

import java.util.function.Supplier;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.ExpectedSpending;
import overthink.core.world.Problem;

/** Trials of a sampler for a strategy whose candidates run side by side, each with one call of the verifier. */
final class SideBySide implements DeclaredAggregated {

    private final SpendingLaw bill;
    private final Supplier<DeclaredAggregated.Sampler> samplers;

    SideBySide(SyntheticWorld world, Supplier<DeclaredAggregated.Sampler> samplers) {
        bill = new SpendingLaw(world);
        this.samplers = samplers;
    }

    @Override
    public DeclaredAggregated.Sampler sampler() {
        return samplers.get();
    }

    @Override
    public ExpectedSpending spending(Problem problem, long candidates) {
        return bill.together(problem, candidates, 1);
    }
}

package overthink.core.solve;

import java.util.function.Supplier;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.Route;
import overthink.core.world.Problem;

/** Trials of a sampler for a strategy whose candidates run side by side, each with one call of the verifier. */
final class SideBySide implements Route.Aggregated {

    private final SpendingLaw bill;
    private final Supplier<Route.Sampler> samplers;

    SideBySide(SyntheticWorld world, Supplier<Route.Sampler> samplers) {
        bill = new SpendingLaw(world);
        this.samplers = samplers;
    }

    @Override
    public Route.Sampler sampler() {
        return samplers.get();
    }

    @Override
    public ExpectedSpending spending(Problem problem, long candidates) {
        return bill.together(problem, candidates, 1);
    }
}

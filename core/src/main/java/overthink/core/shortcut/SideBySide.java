package overthink.core.shortcut;

import java.util.function.Supplier;
import overthink.core.engine.Route;
import overthink.core.engine.Spending;
import overthink.core.world.Problem;
import overthink.core.world.World;

/** Trials of a sampler for a strategy whose candidates run side by side, each with one call of the verifier. */
final class SideBySide implements Route.Aggregated {

    private final Bill bill;
    private final Supplier<Route.Sampler> samplers;

    SideBySide(World world, Supplier<Route.Sampler> samplers) {
        bill = new Bill(world);
        this.samplers = samplers;
    }

    @Override
    public Route.Sampler sampler() {
        return samplers.get();
    }

    @Override
    public Spending spending(Problem problem, long candidates) {
        return bill.together(problem, candidates, 1);
    }
}

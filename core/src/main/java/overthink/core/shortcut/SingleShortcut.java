package overthink.core.shortcut;

import java.util.Optional;
import overthink.core.api.Parameters;
import overthink.core.engine.ProblemView;
import overthink.core.engine.Route;
import overthink.core.engine.Route.Ceiling;
import overthink.core.engine.Route.Standing;
import overthink.core.world.World;

/** {@code single}: right with probability p. */
final class SingleShortcut implements Shortcut {

    @Override
    public String strategy() {
        return "single";
    }

    @Override
    public Offer exact(World world, Parameters parameters) {
        Optional<String> obstacle = Bill.obstacleOneByOne(world);
        return obstacle.isPresent()
                ? new Offer.Refused(obstacle.get())
                : new Offer.Made((Route.Exact) () -> new Solver(new Bill(world)));
    }

    private static final class Solver extends AbstractSolver {

        private final Bill bill;

        Solver(Bill bill) {
            this.bill = bill;
        }

        @Override
        void prepare(ProblemView view) {}

        @Override
        public Standing at(long candidates) {
            return new Standing(p(), 0, p(), 0, bill.oneByOne(problem(), 1, 0));
        }

        @Override
        public long last() {
            return 1;
        }

        @Override
        public Ceiling ceiling() {
            return new Ceiling(p(), p());
        }
    }
}

package overthink.core.solve;

import java.util.Optional;
import overthink.core.api.Parameters;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.Route.Ceiling;
import overthink.core.route.Route.Standing;

/** {@code single}: right with probability p. */
public final class SingleShortcut implements Shortcut {

    @Override
    public String strategy() {
        return "single";
    }

    @Override
    public Availability exact(SyntheticWorld world, Parameters parameters) {
        Optional<String> obstacle = SpendingLaw.obstacleOneByOne(world);
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made((DeclaredExact) () -> new Solver(new SpendingLaw(world)));
    }

    private static final class Solver extends AbstractSolver {

        private final SpendingLaw bill;

        Solver(SpendingLaw bill) {
            this.bill = bill;
        }

        @Override
        void prepare(ProblemTruth view) {}

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

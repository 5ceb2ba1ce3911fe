package overthink.core.solve;

import java.util.Optional;
import java.util.Set;
import overthink.core.estimate.Method;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.Route.Ceiling;
import overthink.core.route.Route.Standing;

/** {@link overthink.core.api.Law.FirstCandidate}: right with probability p. */
final class FirstCandidateShortcut implements Shortcut {

    @Override
    public Set<Method> methods() {
        return Set.of(Method.EXACT);
    }

    @Override
    public Availability exact(SyntheticWorld world) {
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

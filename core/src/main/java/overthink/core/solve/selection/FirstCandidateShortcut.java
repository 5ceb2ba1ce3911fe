package overthink.core.solve.selection;

import java.util.Optional;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.LimitOutcome;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.SpendingLaw;

/** {@link overthink.core.api.Law.FirstCandidate}: right with probability p. */
final class FirstCandidateShortcut implements Shortcut {

    @Override
    public Availability exact(SyntheticWorld world) {
        Optional<String> obstacle = SpendingLaw.obstacleOneByOne(world);
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made((DeclaredExact) () -> new FirstCandidateSolver(new SpendingLaw(world)));
    }

    private static final class FirstCandidateSolver extends AbstractSolver {

        private final SpendingLaw spending;

        FirstCandidateSolver(SpendingLaw spending) {
            this.spending = spending;
        }

        @Override
        protected void prepare(ProblemTruth view) {}

        @Override
        public ExpectedOutcome at(long candidates) {
            return new ExpectedOutcome(p(), 0, p(), 0, spending.oneByOne(problem(), 1, 0));
        }

        @Override
        public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
            return candidateLaw().together(outcome.spending(), 1);
        }

        @Override
        public long last() {
            return 1;
        }

        @Override
        public Optional<LimitOutcome> limit() {
            return Optional.of(new LimitOutcome(p(), p()));
        }
    }
}

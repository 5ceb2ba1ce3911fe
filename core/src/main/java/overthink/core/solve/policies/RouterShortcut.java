package overthink.core.solve.policies;

import java.util.List;
import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.law.difficulty.SignalLaw;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.LimitOutcome;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.Shortcut;

/** {@link Law.Routed}: the signal is the problem's, so that each problem has its policy, and that policy's chance. */
final class RouterShortcut implements Shortcut {

    private final Law.Routed law;

    RouterShortcut(Law.Routed law) {
        this.law = law;
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        SignalLaw signal = world.signal();
        if (signal == null || !signal.tokens().constant()) {
            return new Availability.Refused(
                    signal == null ? "the world gives no signal" : "the tokens of a look at the signal vary");
        }
        List<Integer> policies = PolicySpending.numbers(world, law.policies());
        Optional<String> obstacle = PolicySpending.obstacle(world, policies);
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made(
                        (DeclaredExact) () -> new RouterSolver(signal.tokens().min(), policies, world));
    }

    private final class RouterSolver extends AbstractSolver {

        private final int tokens;
        private final List<Integer> policies;
        private final PolicySpending spending;
        private int chosen;
        private double right;

        RouterSolver(int tokens, List<Integer> policies, SyntheticWorld world) {
            this.tokens = tokens;
            this.policies = policies;
            spending = new PolicySpending(world);
        }

        @Override
        protected void prepare(ProblemTruth view) {
            chosen = policies.get(law.chosen(view.signal(), policies.size()));
            right = view.problem(chosen).p();
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            ExpectedSpending spent =
                    spending.candidate(problem(), chosen, 1, 0).plus(spending.look(problem(), tokens, chosen));
            return new ExpectedOutcome(right, 0, right, 0, spent);
        }

        @Override
        public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
            return ExpectedDetail.UNKNOWN;
        }

        @Override
        public long last() {
            return 1;
        }

        @Override
        public Optional<LimitOutcome> limit() {
            return Optional.of(new LimitOutcome(right, right));
        }
    }
}

package overthink.core.solve.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.exact.voting.BlockVote;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.KnownAnswers;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.selection.FirstAcceptedShortcut;
import overthink.core.world.Problem;

/**
 * {@link Law.CascadedByVote}: each policy's vote is one of candidates that know nothing of the others', so that the chances of stages
 * multiply. With A<sub>m</sub> the chance that policy m's candidates agree, R<sub>m</sub> that they do on the true answer and
 * V<sub>m</sub> that this leads, accuracy is R₁ + (1 − A₁)(R₂ + (1 − A₂)(… V<sub>M</sub>)): {@link BlockVote}.
 */
final class VotedCascadeShortcut implements Shortcut {

    /** Multiplications that one vote may take; a problem then takes some ten milliseconds. */
    private static final double MOST_WORK = 2e7;

    /** With more of them trials are done sooner. */
    private static final double SOON = 5e5;

    private final Law.CascadedByVote law;

    VotedCascadeShortcut(Law.CascadedByVote law) {
        this.law = law;
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        List<Integer> policies = PolicySpending.numbers(world, law.policies());
        Optional<String> obstacle = (law.samples() == 1
                        ? PolicySpending.obstacle(world, policies)
                        : PolicySpending.obstacleTogether(world, policies))
                .or(() -> tooMany(world, policies));
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made((DeclaredExact) () -> new StageSolver(policies, world));
    }

    private Optional<String> tooMany(SyntheticWorld world, List<Integer> policies) {
        if (law.samples() > BlockVote.MOST) {
            return Optional.of("more than %d candidates of each policy vote".formatted(BlockVote.MOST));
        }
        return policies.stream()
                .map(number -> world.policy(number).wrongAnswers())
                .filter(answers -> work(answers) > MOST_WORK)
                .findFirst()
                .map(answers -> "%d candidates of each policy vote, and there are up to %d wrong answers"
                        .formatted(law.samples(), KnownAnswers.most(answers)));
    }

    @Override
    public boolean exactIsOnRequest(SyntheticWorld world) {
        return PolicySpending.numbers(world, law.policies()).stream()
                .anyMatch(number -> work(world.policy(number).wrongAnswers()) > SOON);
    }

    /** Multiplications of one vote: for each number of votes a rule for ties, for each of its nodes a product over answers. */
    private double work(AnswerLaw answers) {
        double n = law.samples();
        return kinds(answers) * n * n / 2 * (n + n / 2 * StrictMath.log(n));
    }

    private static double kinds(AnswerLaw answers) {
        return answers instanceof UniformAnswers ? 20 : 1 + KnownAnswers.most(answers);
    }

    private final class StageSolver extends AbstractSolver {

        private final List<Integer> policies;
        private final PolicySpending spending;
        private final List<BlockVote> votes = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        StageSolver(List<Integer> policies, SyntheticWorld world) {
            this.policies = policies;
            spending = new PolicySpending(world);
        }

        @Override
        protected void prepare(ProblemTruth view) {
            votes.clear();
            problems.clear();
            for (int number : policies) {
                Problem found = view.problem(number);
                problems.add(found);
                votes.add(new BlockVote(
                        found.p(), view.answerWeights(number), view.silence(number), law.samples(), law.least()));
            }
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            double accuracy = 0;
            double missed = 0;
            double reached = 1;
            double reachedWithoutRight = 1;
            ExpectedSpending spent = ExpectedSpending.NOTHING;
            long left = Math.min(candidates, last());
            for (int stage = 0; left > 0; stage++) {
                BlockVote vote = votes.get(stage);
                int drawn = (int) Math.min(left, law.samples());
                left -= drawn;
                spent = spent.plus(spending.together(problem(), List.of(policies.get(stage)), new long[] {drawn}, 0)
                        .times(reached));
                double noneRight = StrictMath.pow(1 - problems.get(stage).p(), drawn);
                if (left == 0) {
                    // the last that the budget pays for answers, whether its candidates agree or not
                    accuracy += reached * vote.right(drawn);
                    missed += reachedWithoutRight * noneRight;
                } else {
                    accuracy += reached * vote.rightAgreed();
                    missed += reachedWithoutRight * vote.agreedWithoutRight();
                    reached *= 1 - vote.agreed();
                    reachedWithoutRight *= Math.max(0, noneRight - vote.agreedWithoutRight());
                }
            }
            return new ExpectedOutcome(
                    accuracy, FirstAcceptedShortcut.ROUNDING, Math.max(accuracy, 1 - missed), 0, spent);
        }

        @Override
        public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
            return ExpectedDetail.UNKNOWN;
        }

        @Override
        public long last() {
            return (long) law.samples() * policies.size();
        }
    }
}

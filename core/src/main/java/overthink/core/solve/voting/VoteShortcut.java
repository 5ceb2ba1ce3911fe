package overthink.core.solve.voting;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.Method;
import overthink.core.exact.Approximation;
import overthink.core.exact.voting.Plurality;
import overthink.core.law.answer.Zipf;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.LimitOutcome;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.DeclaredAggregated;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.Memo;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.SpendingLaw;
import overthink.core.world.Problem;

/** {@link overthink.core.api.Law.Vote}: {@link Plurality}, or multinomial counts of votes. */
public final class VoteShortcut implements Shortcut {

    /**
     * Beyond so many answers of different weights, and so many votes, a problem that its likeliest answers nearly share may
     * take seconds: 5,000 nearly equal answers took 0.3 s at 4,096 votes, 2.4 s at 16,384 and 4.6 s at 65,536, while 1,000
     * took 0.04, 0.1 and 0.4 s. A Pitman–Yor law's weights, some thousands at most, took 0.3 s at worst.
     */
    private static final int MANY_ANSWERS = 1000;

    private static final long MANY_VOTES = 1024;

    @Override
    public Set<Method> methods() {
        return Set.of(Method.EXACT, Method.AGGREGATED);
    }

    /** Why a vote has no closed form. */
    public static final String SILENT = "some candidates give no answer, so that the number of votes is random";

    @Override
    public Availability exact(SyntheticWorld world) {
        Optional<String> obstacle = SpendingLaw.obstacleTogether(world)
                .or(() -> world.policy().silence().none() ? Optional.empty() : Optional.of(SILENT));
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made(new ExactVote(world));
    }

    @Override
    public Availability aggregated(SyntheticWorld world) {
        Optional<String> obstacle = SpendingLaw.obstacleTogether(world);
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made(new AggregatedVote(world));
    }

    @Override
    public boolean exactIsSlow(SyntheticWorld world, long candidates) {
        return candidates > MANY_VOTES
                && world.policy().wrongAnswers() instanceof Zipf zipf
                && zipf.exponent() > 0
                && zipf.answers() > MANY_ANSWERS;
    }

    /** The vote against the wrong answers of one problem. */
    public static Plurality voteOn(ProblemTruth view) {
        double[] weights = view.answerWeights();
        return Plurality.of(Arrays.copyOfRange(weights, 1, weights.length), weights[0]);
    }

    private static final class ExactVote implements DeclaredExact {

        private final SyntheticWorld world;
        private final Memo<Plurality> vote;

        ExactVote(SyntheticWorld world) {
            this.world = world;
            vote = new Memo<>(() -> Plurality.of(world.policy().wrongAnswers()));
        }

        @Override
        public DeclaredExact.TruthSolver solver() {
            return Plurality.applies(world.policy().wrongAnswers())
                    ? new PluralitySolver(view -> vote.get(), new SpendingLaw(world))
                    : new PluralitySolver(VoteShortcut::voteOn, new SpendingLaw(world));
        }
    }

    private static final class PluralitySolver extends AbstractSolver {

        private final Function<ProblemTruth, Plurality> votes;
        private final SpendingLaw spending;
        private @Nullable Plurality vote;

        PluralitySolver(Function<ProblemTruth, Plurality> votes, SpendingLaw spending) {
            this.votes = votes;
            this.spending = spending;
        }

        @Override
        protected void prepare(ProblemTruth view) {
            vote = votes.apply(view);
        }

        private Plurality vote() {
            Plurality known = vote;
            if (known == null) {
                throw new IllegalStateException("no problem was turned to");
            }
            return known;
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            Approximation accuracy = vote().accuracy(p(), candidates);
            return new ExpectedOutcome(
                    Math.max(0, Math.min(1, accuracy.value())),
                    accuracy.error(),
                    coverage(candidates),
                    0,
                    spending.together(problem(), candidates, 0));
        }

        @Override
        public Optional<LimitOutcome> limit() {
            return Optional.of(new LimitOutcome(vote().limit(p()), p() > 0 ? 1 : 0));
        }

        @Override
        public boolean independent() {
            return true;
        }
    }

    private static final class AggregatedVote implements DeclaredAggregated {

        private final SpendingLaw spending;

        AggregatedVote(SyntheticWorld world) {
            spending = new SpendingLaw(world);
        }

        @Override
        public DeclaredAggregated.TruthSampler sampler() {
            return new VoteSampler();
        }

        @Override
        public ExpectedSpending spending(Problem problem, long candidates) {
            return spending.together(problem, candidates, 0);
        }
    }
}

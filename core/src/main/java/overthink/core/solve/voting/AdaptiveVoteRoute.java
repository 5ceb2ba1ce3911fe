package overthink.core.solve.voting;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import overthink.core.api.Law;
import overthink.core.estimate.Method;
import overthink.core.exact.adaptive.AdaptiveVote;
import overthink.core.exact.adaptive.AdaptiveVoteCurve;
import overthink.core.exact.adaptive.VoteStop;
import overthink.core.exact.voting.Plurality;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.LimitOutcome;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.Memo;
import overthink.core.solve.declared.SpendingLaw;

/** The exact way for votes that stop when they are decided: {@link AdaptiveVote}, its states found once for all problems. */
final class AdaptiveVoteRoute implements DeclaredExact {

    /** The most states that are weighed for each problem. More take longer than the trials that they would save. */
    private static final double MOST_STATES = 1 << 21;

    /** The most states that are weighed where there are many problems. */
    private static final double MANY_STATES = 1 << 17;

    private final SyntheticWorld world;
    private final int most;
    private final Memo<AdaptiveVote> vote;

    private AdaptiveVoteRoute(SyntheticWorld world, int most, Supplier<AdaptiveVote> vote) {
        this.world = world;
        this.most = most;
        this.vote = new Memo<>(vote);
    }

    /**
     * The way to a vote, where there is one.
     *
     * @param bound the most candidates; {@link Law#UNBOUNDED} for all that a budget pays for
     * @param oneByOne whether each batch is of one candidate
     * @param vote finds the states, given how many candidates there are at most
     */
    static Availability offer(
            SyntheticWorld world, VoteStop rule, long bound, boolean oneByOne, IntFunction<AdaptiveVote> vote) {
        AnswerLaw law = world.policy().wrongAnswers();
        if (!Plurality.applies(law)) {
            return new Availability.Refused("the weights of wrong answers are drawn for each problem");
        }
        if (!world.policy().silence().none()) {
            return new Availability.Refused(VoteShortcut.SILENT);
        }
        if (bound == Law.UNBOUNDED) {
            return new Availability.Refused("a vote of all candidates that a budget pays for has no recursion");
        }
        if (bound > AdaptiveVote.MOST_VOTES) {
            return new Availability.Refused("more than %d candidates may vote".formatted(AdaptiveVote.MOST_VOTES));
        }
        int most = (int) bound;
        double states = AdaptiveVote.states(law, rule, most);
        if (states > MOST_STATES) {
            return new Availability.Refused("%d votes over these answers may be in %.2g states, and %.0f are the most"
                    .formatted(most, states, MOST_STATES));
        }
        Optional<String> obstacle =
                oneByOne ? SpendingLaw.obstacleOneByOne(world) : SpendingLaw.obstacleTogether(world);
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made(new AdaptiveVoteRoute(world, most, () -> vote.apply(most)));
    }

    /** The ways to a vote of so many candidates at most that some world opens. */
    static Set<Method> methods(long bound) {
        return bound <= AdaptiveVote.MOST_VOTES ? Set.of(Method.EXACT) : Set.of();
    }

    /** Whether there are so many states that trials are the quicker way to what is usually asked. */
    static boolean hasManyStates(SyntheticWorld world, VoteStop rule, int most) {
        return AdaptiveVote.states(world.policy().wrongAnswers(), rule, most) > MANY_STATES;
    }

    @Override
    public DeclaredExact.TruthSolver solver() {
        return new VoteSolver(vote.get(), most, new SpendingLaw(world));
    }

    private static final class VoteSolver extends AbstractSolver {

        private final AdaptiveVote vote;
        private final int most;
        private final SpendingLaw spending;
        private AdaptiveVoteCurve curve;

        VoteSolver(AdaptiveVote vote, int most, SpendingLaw spending) {
            this.vote = vote;
            this.most = most;
            this.spending = spending;
            curve = vote.curve(0);
        }

        @Override
        protected void prepare(ProblemTruth view) {
            curve = vote.curve(view.problem().p());
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            return new ExpectedOutcome(
                    curve.accuracy(candidates).value(),
                    curve.accuracy(candidates).error(),
                    curve.coverage(candidates),
                    0,
                    spending.inRounds(
                            problem(),
                            curve.candidates(candidates),
                            curve.rounds(candidates),
                            curve.waves(candidates, spending.concurrency())));
        }

        @Override
        public long last() {
            return most;
        }

        @Override
        public Optional<LimitOutcome> limit() {
            return Optional.of(new LimitOutcome(curve.accuracy(most).value(), curve.coverage(most)));
        }
    }
}

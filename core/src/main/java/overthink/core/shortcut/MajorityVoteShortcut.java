package overthink.core.shortcut;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Parameters;
import overthink.core.engine.ProblemView;
import overthink.core.engine.Route;
import overthink.core.engine.Route.Ceiling;
import overthink.core.engine.Route.Standing;
import overthink.core.engine.Spending;
import overthink.core.exact.Approximation;
import overthink.core.exact.Coverage;
import overthink.core.exact.voting.Plurality;
import overthink.core.law.answer.Zipf;
import overthink.core.world.Problem;
import overthink.core.world.World;

/** {@code majority-vote}: {@link Plurality}, or multinomial counts of votes. */
final class MajorityVoteShortcut implements Shortcut {

    /**
     * Beyond so many answers of different weights, and so many votes, a problem that its likeliest answers nearly share may
     * take seconds: 5,000 nearly equal answers took 0.3 s at 4,096 votes, 2.4 s at 16,384 and 4.6 s at 65,536, while 1,000
     * took 0.04, 0.1 and 0.4 s. A Pitman–Yor law's weights, some thousands at most, took 0.3 s at worst.
     */
    private static final int MANY_ANSWERS = 1000;

    private static final long MANY_VOTES = 1024;

    @Override
    public String strategy() {
        return "majority-vote";
    }

    @Override
    public Offer exact(World world, Parameters parameters) {
        Optional<String> obstacle = Bill.obstacleTogether(world);
        return obstacle.isPresent() ? new Offer.Refused(obstacle.get()) : new Offer.Made(new Exact(world));
    }

    @Override
    public Offer aggregated(World world, Parameters parameters) {
        Optional<String> obstacle = Bill.obstacleTogether(world);
        return obstacle.isPresent() ? new Offer.Refused(obstacle.get()) : new Offer.Made(new Aggregated(world));
    }

    @Override
    public boolean exactIsSlow(World world, long candidates) {
        return candidates > MANY_VOTES
                && world.policy().wrongAnswers() instanceof Zipf zipf
                && zipf.exponent() > 0
                && zipf.answers() > MANY_ANSWERS;
    }

    /** The vote against the wrong answers of one problem. */
    private static Plurality voteOn(ProblemView view) {
        double[] weights = view.answerWeights();
        return Plurality.of(Arrays.copyOfRange(weights, 1, weights.length), weights[0]);
    }

    private static final class Exact implements Route.Exact {

        private final World world;
        private final Lazy<Plurality> vote;

        Exact(World world) {
            this.world = world;
            vote = new Lazy<>(() -> Plurality.of(world.policy().wrongAnswers()));
        }

        @Override
        public Route.Solver solver() {
            return Plurality.applies(world.policy().wrongAnswers())
                    ? new PluralitySolver(view -> vote.get(), new Bill(world))
                    : new PluralitySolver(MajorityVoteShortcut::voteOn, new Bill(world));
        }
    }

    private static final class PluralitySolver extends AbstractSolver {

        private final Function<ProblemView, Plurality> votes;
        private final Bill bill;
        private @Nullable Plurality vote;

        PluralitySolver(Function<ProblemView, Plurality> votes, Bill bill) {
            this.votes = votes;
            this.bill = bill;
        }

        @Override
        void prepare(ProblemView view) {
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
        public Standing at(long candidates) {
            Approximation accuracy = vote().accuracy(p(), candidates);
            return new Standing(
                    Math.max(0, Math.min(1, accuracy.value())),
                    accuracy.error(),
                    Coverage.of(p(), candidates),
                    0,
                    bill.together(problem(), candidates, 0));
        }

        @Override
        public Ceiling ceiling() {
            return new Ceiling(vote().limit(p()), p() > 0 ? 1 : 0);
        }

        @Override
        public boolean independent() {
            return true;
        }
    }

    private static final class Aggregated implements Route.Aggregated {

        private final Bill bill;

        Aggregated(World world) {
            bill = new Bill(world);
        }

        @Override
        public Route.Sampler sampler() {
            return new MajorityVoteSampler();
        }

        @Override
        public Spending spending(Problem problem, long candidates) {
            return bill.together(problem, candidates, 0);
        }
    }
}

package overthink.core.shortcut;

import java.util.Optional;
import overthink.core.api.Parameters;
import overthink.core.engine.ProblemView;
import overthink.core.engine.Route;
import overthink.core.engine.Route.Ceiling;
import overthink.core.engine.Route.Standing;
import overthink.core.engine.Spending;
import overthink.core.exact.Approximation;
import overthink.core.exact.Coverage;
import overthink.core.exact.Plurality;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Zipf;
import overthink.core.world.Problem;
import overthink.core.world.World;

/** {@code majority-vote}: {@link Plurality}, or multinomial counts of votes. */
final class MajorityVoteShortcut implements Shortcut {

    /** Beyond so many answers of different weights, and so many votes, exact values may take seconds each. */
    private static final int MANY_ANSWERS = 256;

    private static final long MANY_VOTES = 256;

    @Override
    public String strategy() {
        return "majority-vote";
    }

    @Override
    public Offer exact(World world, Parameters parameters) {
        AnswerLaw law = world.policy().wrongAnswers();
        if (!Plurality.applies(law)) {
            return new Offer.Refused("the weights of wrong answers are drawn for each problem");
        }
        Optional<String> obstacle = Bill.obstacleTogether(world);
        return obstacle.isPresent() ? new Offer.Refused(obstacle.get()) : new Offer.Made(new Exact(world, law));
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

    private static final class Exact implements Route.Exact {

        private final World world;
        private final Lazy<Plurality> vote;

        Exact(World world, AnswerLaw law) {
            this.world = world;
            vote = new Lazy<>(() -> Plurality.of(law));
        }

        @Override
        public Route.Solver solver() {
            return new PluralitySolver(vote.get(), new Bill(world));
        }
    }

    private static final class PluralitySolver extends AbstractSolver {

        private final Plurality vote;
        private final Bill bill;

        PluralitySolver(Plurality vote, Bill bill) {
            this.vote = vote;
            this.bill = bill;
        }

        @Override
        void prepare(ProblemView view) {}

        @Override
        public Standing at(long candidates) {
            Approximation accuracy = vote.accuracy(p(), candidates);
            return new Standing(
                    Math.max(0, Math.min(1, accuracy.value())),
                    accuracy.error(),
                    Coverage.of(p(), candidates),
                    0,
                    bill.together(problem(), candidates, 0));
        }

        @Override
        public Ceiling ceiling() {
            return new Ceiling(vote.limit(p()), p() > 0 ? 1 : 0);
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

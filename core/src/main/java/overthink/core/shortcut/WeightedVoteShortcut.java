package overthink.core.shortcut;

import java.util.Optional;
import java.util.function.Supplier;
import overthink.core.api.Parameters;
import overthink.core.engine.ProblemView.Source;
import overthink.core.engine.Route;
import overthink.core.engine.Spending;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.world.Problem;
import overthink.core.world.World;

/**
 * {@code weighted-vote} with the weight {@code logit-sum}: a sum of Gaussian scores is Gaussian, and a sum of verdicts'
 * scores is a count of the accepted. Sums, means and greatest ones of probabilities have no such law.
 */
final class WeightedVoteShortcut implements Shortcut {

    /** Verdicts' scores whose ratio is this close to one of small whole numbers may tie for unequal counts. */
    private static final double SIMPLE = 1e-9;

    private static final int SMALL = 1000;

    @Override
    public String strategy() {
        return "weighted-vote";
    }

    @Override
    public Offer exact(World world, Parameters parameters) {
        return new Offer.Refused("no closed form of it is known");
    }

    @Override
    public Offer aggregated(World world, Parameters parameters) {
        String weight = parameters.choice("weight");
        if (!weight.equals("logit-sum")) {
            return new Offer.Refused(
                    "the %s of an answer's scores as probabilities has no law that adds up (that of weight logit-sum has)"
                            .formatted(weight));
        }
        Ranking ranking = Ranking.of(world, parameters);
        Verifier verifier = ranking.verifier();
        if (verifier == null) {
            return new Offer.Refused(ranking.obstacle());
        }
        Optional<String> obstacle = Bill.obstacleTogether(world);
        if (obstacle.isPresent()) {
            return new Offer.Refused(obstacle.get());
        }
        Source source = ranking.source();
        if (verifier.scoring() instanceof Scoring.Verdict verdict) {
            Optional<String> tooMany = VerdictRates.obstacle(world, verifier);
            if (tooMany.isPresent()) {
                return new Offer.Refused(tooMany.get());
            }
            if (simple(verdict.accepted() / verdict.rejected())) {
                return new Offer.Refused("its two scores are as small whole numbers, so that unequal counts may tie");
            }
            VerdictRates rates = new VerdictRates(source, verifier, verdict);
            boolean alike = verifier.shares().answer() == 0;
            return made(world, () -> new WeightedVerdictSampler(rates, verdict, alike));
        }
        Scoring.Graded graded = (Scoring.Graded) verifier.scoring();
        NoiseShares shares = verifier.shares();
        if (!(verifier.noise() instanceof NoiseLaw.Gaussian)) {
            return new Offer.Refused("a sum of Student's t numbers has no name");
        }
        if (graded.sensitivity().easy() == 0 && graded.sensitivity().hard() == 0) {
            return new Offer.Refused("d is 0 and all scores are equal");
        }
        if (shares.problem() == 1) {
            return new Offer.Refused("all noise is the problem's and scores tie");
        }
        return made(world, () -> new WeightedVoteSampler(source, verifier, graded));
    }

    private static Offer made(World world, Supplier<Route.Sampler> samplers) {
        return new Offer.Made(new Aggregated(world, samplers));
    }

    /** Whether a ratio is one of small whole numbers, as far as rounding lets one tell. */
    private static boolean simple(double ratio) {
        double size = Math.abs(ratio);
        for (int j = 1; j <= SMALL; j++) {
            double multiple = j * size;
            if (Math.abs(multiple - Math.rint(multiple)) < SIMPLE * Math.max(1, multiple)) {
                return true;
            }
        }
        return false;
    }

    private static final class Aggregated implements Route.Aggregated {

        private final Bill bill;
        private final Supplier<Route.Sampler> samplers;

        Aggregated(World world, Supplier<Route.Sampler> samplers) {
            bill = new Bill(world);
            this.samplers = samplers;
        }

        @Override
        public Route.Sampler sampler() {
            return samplers.get();
        }

        @Override
        public Spending spending(Problem problem, long candidates) {
            return bill.together(problem, candidates, 1);
        }
    }
}

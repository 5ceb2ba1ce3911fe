package overthink.core.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Law;
import overthink.core.estimate.PassRates;
import overthink.core.exact.Coverage;
import overthink.core.exact.selection.BestOfNQuality;
import overthink.core.law.cost.Costs;
import overthink.core.law.quality.QualityLaw;
import overthink.core.law.quality.QualityScale;
import overthink.core.law.quality.QualityVerifier;
import overthink.core.model.DrawnWorld;
import overthink.core.model.quality.QualityDraw;
import overthink.core.model.quality.QualityWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.RandomSpending;
import overthink.core.route.Route;
import overthink.core.route.SolvedLaws;

/**
 * What is solved where quality is a number: one candidate, and the best of N by a verifier of Gaussian noise
 * ({@link BestOfNQuality}).
 *
 * @param world the world
 */
record QualityLaws(QualityWorld world) implements SolvedLaws {

    @Override
    public Availability exact(Law law) {
        if (law instanceof Law.FirstCandidate) {
            return new Availability.Made(new BestRoute(world, null));
        }
        if (!(law instanceof Law.BestOf best)) {
            return new Availability.Refused("where quality is a number, one candidate and the best of n are solved");
        }
        QualityVerifier verifier = switch (best.score()) {
            case OUTCOME ->
                world.verifiers().outcome().isEmpty()
                        ? null
                        : world.verifiers().outcome().values().iterator().next();
            case LAST -> world.verifiers().process();
            case MIN, MEAN, PRODUCT -> null;
        };
        if (verifier == null) {
            return new Availability.Refused("no law of quality is known of a score that is made of step scores");
        }
        Optional<String> obstacle = BestOfNQuality.obstacle(verifier)
                .or(() -> world.law().scale() instanceof QualityScale.Mixture
                        ? Optional.of("quality is a mixture, and its mean given a score has no closed form")
                        : Optional.empty());
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made(new BestRoute(world, verifier));
    }

    /** The exact way to the best of N; of one candidate where there is no verifier. */
    private record BestRoute(QualityWorld world, @Nullable QualityVerifier verifier) implements Route.Exact {

        @Override
        public boolean endless() {
            return false;
        }

        @Override
        public Route.Solver solver(DrawnWorld drawn) {
            return new BestSolver(world, verifier, (QualityDraw) drawn);
        }
    }

    private static final class BestSolver implements Route.Solver {

        private final QualityWorld world;
        private final QualityDraw drawn;
        private final @Nullable BestOfNQuality best;
        private final double[] looked;
        private int problem;

        BestSolver(QualityWorld world, @Nullable QualityVerifier verifier, QualityDraw drawn) {
            this.world = world;
            this.drawn = drawn;
            best = verifier == null ? null : new BestOfNQuality(verifier);
            looked = verifier == null ? world.law().direction(0) : world.law().direction(verifier.sees());
        }

        @Override
        public void turnTo(int number) {
            problem = number;
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            double accuracy = 0;
            double coverage = 0;
            if (world.rightOrWrong()) {
                double alike = QualityLaw.correlation(world.law().direction(0), looked);
                double p = drawn.p(problem);
                accuracy = best == null ? p : best.reaches(candidates, alike, drawn.rightFrom(problem));
                coverage = Coverage.of(p, best == null ? 1 : candidates);
            }
            return new ExpectedOutcome(
                    Math.max(0, Math.min(1, accuracy)),
                    BestOfNQuality.ROUNDING,
                    coverage,
                    0,
                    best == null ? spending(1, 0) : spending(candidates, 1));
        }

        private ExpectedSpending spending(long candidates, int callsEach) {
            Costs costs = world.costs();
            int steps = world.policy().steps();
            double tokens = (double) world.policy().tokensPerStep() * steps;
            double calls = (double) candidates * callsEach;
            double elapsed =
                    Math.ceil((double) candidates / costs.policy().latency().concurrency())
                                    * costs.policy().latency().nanos(tokens)
                            + Math.ceil(calls / costs.verifier().latency().concurrency())
                                    * costs.verifier().latency().nanos(costs.tokensPerCall());
            return new ExpectedSpending(
                    candidates,
                    (double) candidates * steps,
                    candidates * tokens,
                    world.policy().promptTokens(),
                    (candidates - 1.0) * world.policy().promptTokens(),
                    calls,
                    1,
                    elapsed);
        }

        @Override
        public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
            QualityLaw law = world.law();
            double latent = best == null ? 0 : best.latent(candidates);
            List<Double> means = new ArrayList<>();
            for (int which = 0; which < law.names().size(); which++) {
                double share = QualityLaw.correlation(law.direction(which), looked) * latent;
                double mean =
                        latent == 0 ? law.scale(which).mean() : law.scale(which).at(share);
                means.add(mean + drawn.shift(problem));
            }
            long made = best == null ? 1 : candidates;
            double right = world.rightOrWrong() ? drawn.p(problem) * made : Double.NaN;
            return new ExpectedDetail(
                    right,
                    Double.NaN,
                    (double) world.policy().tokensPerStep() * world.policy().steps(),
                    RandomSpending.always(outcome.spending()),
                    means,
                    PassRates.UNKNOWN);
        }
    }
}

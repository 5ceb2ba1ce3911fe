package overthink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import overthink.core.random.Address;
import overthink.core.random.Gaussian;
import overthink.core.random.Lineage;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

class FloorBenchmarkTest {

    private static final int CALLS = 250;
    private static final double FAR = 6;

    /** The loop that is timed draws one uniform and one Gaussian for each pair, from words of their own. */
    @Test
    void addressed_twoCalls_drawTheNextWordsOfTheEnginesLaws() {
        FloorBenchmark floor = new FloorBenchmark();
        Origin origin = Origin.of(FloorBenchmark.SEED);
        Lineage candidates = new Lineage();
        candidates.turnTo(origin, 0);
        candidates.begin(0);
        Site sound = begun(Purpose.SOUND);
        Site scores = begun(Purpose.OUTCOME_OWN);
        long drawn = 0;
        for (int call = 0; call < 2; call++) {
            int below = 0;
            double sum = 0;
            for (int i = 0; i < FloorBenchmark.PAIRS; i++) {
                long candidate = candidates.whole(drawn++);
                below += Address.uniform(sound.word(candidate)) < FloorBenchmark.P ? 1 : 0;
                sum += Gaussian.of(scores.word(candidate));
            }
            assertEquals(below + sum, floor.addressed(), 1e-9);
        }
    }

    /**
     * The sum of n = 4,096 pairs has mean n·p and variance n·(p·(1 − p) + 1). Seeds fixed, 250 calls of each baseline: the
     * mean's standard error is 4.45, and the variance's is √(2/250) of it. A correct pair of baselines fails with chance 2e-7:
     * 2e-9 for each mean, 1e-7 for each variance, by a normal law and a χ² law of 250 degrees of freedom beyond 6 of their
     * standard errors.
     */
    @Test
    void sums_manyCalls_haveTheMeanAndTheVarianceOfOneUniformAndOneGaussian() {
        FloorBenchmark floor = new FloorBenchmark();
        assertTrue(plausible(floor::addressed));
        assertTrue(plausible(floor::commonsRng));
        assertFalse(plausible(() -> floor.addressed() + 0.01 * FloorBenchmark.PAIRS), "p too large by 0.01");
        assertFalse(plausible(new NoGaussians()), "uniforms alone");
    }

    private static Site begun(Purpose purpose) {
        Site site = new Site(purpose);
        site.turnTo(Origin.of(FloorBenchmark.SEED), 0);
        site.begin(0);
        return site;
    }

    private static boolean plausible(DoubleSupplier call) {
        double mean = FloorBenchmark.PAIRS * FloorBenchmark.P;
        double variance = FloorBenchmark.PAIRS * (FloorBenchmark.P * (1 - FloorBenchmark.P) + 1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < CALLS; i++) {
            double deviation = call.getAsDouble() - mean;
            sum += deviation;
            squares += deviation * deviation;
        }
        double ofMean = sum / CALLS / Math.sqrt(variance / CALLS);
        double ofVariance = (squares / CALLS / variance - 1) / Math.sqrt(2.0 / CALLS);
        return Math.abs(ofMean) < FAR && Math.abs(ofVariance) < FAR;
    }

    /** A baseline that is too fast, since it leaves the Gaussians out. */
    private static final class NoGaussians implements DoubleSupplier {

        private final long threshold = Address.threshold(FloorBenchmark.P);
        private final Site sound = begun(Purpose.SOUND);
        private long slot;

        @Override
        public double getAsDouble() {
            int below = 0;
            for (int i = 0; i < FloorBenchmark.PAIRS; i++) {
                below += sound.slot(slot++) >>> 1 < threshold ? 1 : 0;
            }
            return below;
        }
    }
}

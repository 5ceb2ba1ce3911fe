package overthink.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Gamma numbers against their distribution function, which Commons Statistics knows. */
class GammaDrawTest {

    private static final long SEED = 20261128;
    private static final int DRAWS = 200_000;

    /** √N·D above 2.9 has a chance of 2·exp(−2·2.9²) = 1e-7 (Kolmogorov), for each of six shapes. */
    private static final double GREATEST = 2.9;

    private static double distance(double shape, double assumed) {
        CounterStream stream = new CounterStream(SEED);
        double[] drawn = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            drawn[i] = GammaDraw.of(shape, stream);
        }
        Arrays.sort(drawn);
        GammaDistribution law = GammaDistribution.of(assumed, 1);
        double distance = 0;
        for (int i = 0; i < DRAWS; i++) {
            double below = law.cumulativeProbability(drawn[i]);
            distance = Math.max(distance, Math.max(below - (double) i / DRAWS, (i + 1.0) / DRAWS - below));
        }
        return distance * Math.sqrt(DRAWS);
    }

    @Tag("slow")
    @Test
    void numbers_ofEveryShape_haveTheLaw() {
        for (double shape : new double[] {0.05, 0.5, 1, 1.5, 4, 1000}) {
            assertTrue(distance(shape, shape) < GREATEST, "shape " + shape);
        }
        assertTrue(distance(1.5, 1.52) > GREATEST, "a shape that is off by .02 is told");
    }

    @Test
    void numbers_ofOneStream_areTheseEverywhere() {
        CounterStream stream = new CounterStream(SEED);
        long digest = 0;
        for (int i = 0; i < 1000; i++) {
            digest = 31 * digest + Double.doubleToLongBits(GammaDraw.of(0.2 + i % 7, stream));
        }
        assertEquals(FROZEN, digest, "another processor or Java gives the same bits");
    }

    private static final long FROZEN = -591300815268788051L;
}

package overthink.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.testkit.FalseAlarm;

/** 4 million draws each at fixed keys; the chances of a false alarm sum to below 1e-6. */
class GaussianTest {

    private static final int DRAWS = 4_000_000;
    private static final double FALSE_ALARM = 1e-7;

    @Tag("slow")
    @Test
    void of_equalProbabilityCells_areFilledAlike() {
        int cells = 2000;
        NormalDistribution law = NormalDistribution.of(0, 1);
        double[] edges = new double[cells - 1];
        for (int i = 1; i < cells; i++) {
            edges[i - 1] = law.inverseCumulativeProbability((double) i / cells);
        }
        long[] counts = new long[cells];
        for (int i = 0; i < DRAWS; i++) {
            counts[cell(edges, Gaussian.of(word(11, i)))]++;
        }
        double p = ChiSquareTest.withDefaults().test(counts).getPValue();
        assertTrue(p > FALSE_ALARM, "chi-square p-value " + p);
    }

    @Test
    void of_leastUniformInTheTail_isNotBeyondTheGreatest() {
        double tail = 4.038849846109504523;
        double farthest = tail - StrictMath.log(Address.uniform(0)) / tail;
        assertEquals(13.13, farthest, 0.01);
        assertTrue(farthest < Gaussian.GREATEST);
    }

    @Tag("slow")
    @Test
    void of_farTail_hasItsMass() {
        for (double bound : new double[] {3.0, 4.0, 4.2}) {
            long beyond = 0;
            for (int i = 0; i < DRAWS; i++) {
                beyond += Gaussian.of(word(12, i)) > bound ? 1 : 0;
            }
            double expected = NormalDistribution.of(0, 1).survivalProbability(bound);
            FalseAlarm.assertProportion("mass beyond " + bound, expected, beyond, DRAWS, FALSE_ALARM);
        }
    }

    @Test
    void of_plantedMissingTail_isRejectedByTheSameBound() {
        long beyond = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = Gaussian.of(word(12, i));
            beyond += x > 4.038849846109504 ? 0 : x > 4.0 ? 1 : 0;
        }
        double expected = NormalDistribution.of(0, 1).survivalProbability(4.0);
        double stdError = Math.sqrt(expected / DRAWS);
        double off = Math.abs((double) beyond / DRAWS - expected) / stdError;
        assertTrue(off > FalseAlarm.standardErrors(FALSE_ALARM), "only %.1f standard errors off".formatted(off));
    }

    @Test
    void of_sameWords_areTheSameBitsOnEveryMachine() {
        // A digest of the bits of 200,000 numbers, the rare paths among them, frozen when it was first computed.
        long digest = 0;
        StudentT studentT = new StudentT(3.5);
        for (int i = 0; i < 100_000; i++) {
            digest = Address.mix(digest ^ Double.doubleToLongBits(Gaussian.of(word(5, i))));
            digest = Address.mix(digest ^ Double.doubleToLongBits(studentT.of(word(6, i))));
        }
        assertEquals("8a298bc407f53c05", Long.toHexString(digest));
    }

    @Tag("slow")
    @Test
    void studentT_scaledToVarianceOne_followsItsLaw() {
        double nu = 5;
        StudentT sampler = new StudentT(nu);
        TDistribution law = TDistribution.of(nu);
        double scale = Math.sqrt((nu - 2) / nu);
        int cells = 500;
        double[] edges = new double[cells - 1];
        for (int i = 1; i < cells; i++) {
            edges[i - 1] = scale * law.inverseCumulativeProbability((double) i / cells);
        }
        long[] counts = new long[cells];
        for (int i = 0; i < 1_000_000; i++) {
            counts[cell(edges, sampler.of(word(13, i)))]++;
        }
        double p = ChiSquareTest.withDefaults().test(counts).getPValue();
        assertTrue(p > FALSE_ALARM, "chi-square p-value " + p);
    }

    private static int cell(double[] edges, double x) {
        int at = Arrays.binarySearch(edges, x);
        return at < 0 ? -at - 1 : at;
    }

    private static long word(long key, long index) {
        return Address.mix(Address.mix(key) + index * Address.stride(key));
    }
}

package overthink.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongSupplier;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.testkit.FalseAlarm;

/** Chances of a false alarm: 30 assertions of 1e−8 each. */
class BinomialTest {

    private static final double EACH = 1e-8;
    private static final int DRAWS = 400_000;

    /** Bins of about equal probability, by the exact law (commons-statistics), and Pearson's statistic. */
    private static void assertLaw(String what, int n, double p, LongSupplier draw) {
        BinomialDistribution law = BinomialDistribution.of(n, p);
        int bins = 60;
        int[] upper = new int[bins];
        double[] mass = new double[bins];
        int size = 0;
        double before = 0;
        for (int i = 1; i <= bins; i++) {
            int edge = i == bins ? n : law.inverseCumulativeProbability((double) i / bins);
            double below = i == bins ? 1 : law.cumulativeProbability(edge);
            if ((below - before) * DRAWS >= 20) {
                upper[size] = edge;
                mass[size] = below - before;
                before = below;
                size++;
            } else if (i == bins) {
                upper[size - 1] = n;
                mass[size - 1] += below - before;
            }
        }
        long[] observed = new long[size];
        for (int i = 0; i < DRAWS; i++) {
            long k = draw.getAsLong();
            assertTrue(k >= 0 && k <= n, what);
            int bin = 0;
            while (k > upper[bin]) {
                bin++;
            }
            observed[bin]++;
        }
        double statistic = 0;
        for (int i = 0; i < size; i++) {
            double expected = mass[i] * DRAWS;
            statistic += (observed[i] - expected) * (observed[i] - expected) / expected;
        }
        double chance = ChiSquaredDistribution.of(size - 1).survivalProbability(statistic);
        if (!(chance > EACH)) {
            throw new AssertionError("%s: Pearson's statistic %s of %d bins, exceeded with probability %s"
                    .formatted(what, statistic, size, chance));
        }
    }

    @Tag("slow")
    @Test
    void draw_everyPath_hasTheExactLaw() {
        int[] ns = {10, 17, 30, 100, 1000, 1000, 40, 5000, 2_000_000_000, 2_000_000_000, 25};
        double[] ps = {0.3, 0.2, 0.1, 0.3, 0.02, 0.005, 0.5, 0.9, 0.4, 6e-9, 0.97};
        for (int i = 0; i < ns.length; i++) {
            int n = ns[i];
            double p = ps[i];
            CounterStream stream = new CounterStream(i);
            assertLaw("binomial(%d, %s)".formatted(n, p), n, p, () -> Binomial.draw(n, p, stream));
        }
    }

    @Test
    void assertLaw_roundedNormal_isRejected() {
        CounterStream stream = new CounterStream(99);
        LongSupplier planted =
                () -> Math.max(0, Math.min(100, Math.round(30 + Math.sqrt(21) * Gaussian.of(stream.nextLong()))));
        assertThrows(AssertionError.class, () -> assertLaw("planted", 100, 0.3, planted));
    }

    @Tag("slow")
    @Test
    void draw_hugeN_hasTheMomentsAndQuartiles() {
        long n = 1L << 40;
        for (double p : new double[] {0.3, 1e-3, 1e-10, 0.999999}) {
            CounterStream stream = new CounterStream(7);
            double deviation = Math.sqrt(n * p * (1 - p));
            double sum = 0;
            double squares = 0;
            long within = 0;
            for (int i = 0; i < DRAWS; i++) {
                double z = (Binomial.draw(n, p, stream) - n * p) / deviation;
                sum += z;
                squares += z * z;
                within += Math.abs(z) < 0.67448975019608 ? 1 : 0;
            }
            double rootDraws = Math.sqrt(DRAWS);
            FalseAlarm.assertMean("mean, p = " + p, 0, sum / DRAWS, 1 / rootDraws, EACH);
            // the variance of z² is 2 + (1 − 6pq)/(npq)
            double kurtosis = 2 + 1 / (deviation * deviation);
            FalseAlarm.assertMean("variance, p = " + p, 1, squares / DRAWS, Math.sqrt(kurtosis) / rootDraws, EACH);
            if (deviation > 1e4) {
                FalseAlarm.assertMean("half, p = " + p, 0.5, (double) within / DRAWS, 0.5 / rootDraws, EACH);
            }
        }
    }

    @Tag("slow")
    @Test
    void draw_tinyP_keepsItsDigits() {
        // P(X > 0) = 1 − e^(−n·p) = 0.0010989…; most draws end at the first word
        long n = 1L << 40;
        CounterStream stream = new CounterStream(3);
        long some = 0;
        int draws = 20_000_000;
        for (int i = 0; i < draws; i++) {
            some += Binomial.draw(n, 1e-15, stream) > 0 ? 1 : 0;
        }
        FalseAlarm.assertProportion("some", -StrictMath.expm1(-n * 1e-15), some, draws, EACH);
    }

    @Test
    void draw_edges_areExact() {
        CounterStream stream = new CounterStream(1);
        for (long n : new long[] {0, 1, 5, 100, 1L << 40}) {
            assertEquals(0, Binomial.draw(n, 0, stream));
            assertEquals(n, Binomial.draw(n, 1, stream));
        }
    }

    @Test
    void logRatioToMode_anyCount_agreesWithTheExactLaw() {
        for (double p : new double[] {0.5, 0.3, 0.001}) {
            int n = 1_000_000;
            BinomialDistribution law = BinomialDistribution.of(n, p);
            int mode = (int) ((n + 1) * p);
            for (int k : new int[] {mode, mode + 1, mode - 7, mode + 40, mode - 30}) {
                assertEquals(law.logProbability(k) - law.logProbability(mode), Binomial.logRatioToMode(n, p, k), 1e-9);
            }
        }
        // ratio of neighbours: (n − k)/(k + 1)·p/(1 − p)
        long n = 1L << 40;
        long k = n / 3;
        double expected = StrictMath.log((n - k) / (k + 1.0) * (0.3 / 0.7));
        assertEquals(expected, Binomial.logRatioToMode(n, 0.3, k + 1) - Binomial.logRatioToMode(n, 0.3, k), 1e-4);
    }
}

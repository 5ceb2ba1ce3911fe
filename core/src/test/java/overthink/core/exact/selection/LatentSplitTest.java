package overthink.core.exact.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.law.verifier.NoiseLaw;

/** The best of n above and below a threshold, by another rule of quadrature and in closed form. */
class LatentSplitTest {

    private static final NoiseLaw GAUSSIAN = new NoiseLaw.Gaussian();
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double[] WEIGHTS = {0.5, 0.3, 0.2};
    private static final double[] CENTRES = {-0.4, 0.6, 1.9};
    private static final double[] DEVIATIONS = {0.7, 0.7, 1};
    private static final double RIGHT = 1.3;

    private static ScoreSplit split(NoiseLaw noise, double threshold, double p) {
        return LatentSplit.of(noise, RIGHT, 0.7, LatentMixture.of(WEIGHTS, CENTRES, DEVIATIONS), threshold)
                .at(p);
    }

    /**
     * Against the midpoint rule on each side of the threshold, in s with x = t ± e<sup>s − e^(−s)</sup>: the double
     * exponential substitution, steps of 1/200 over s from −4 to 6 (heavy tails: to 40), and the library's distributions.
     */
    @Tag("slow")
    @Test
    void split_ofAnyNoise_isTheIntegralOnEachSide() {
        for (double nu : new double[] {0, 2.5, 30}) {
            for (double threshold : nu == 0 ? new double[] {-2, 0.31, 1.3, 4, 7} : new double[] {-2, 1.3, 7}) {
                for (double p : new double[] {1e-9, 0.3}) {
                    check(nu, threshold, threshold, p);
                }
            }
        }
    }

    @Test
    void split_atAnotherThreshold_isNoticed() {
        assertThrows(AssertionError.class, () -> check(0, 0.31, 0.31001, 0.3));
    }

    private static void check(double nu, double threshold, double used, double p) {
        NoiseLaw noise = nu == 0 ? GAUSSIAN : new NoiseLaw.StudentT(nu);
        ScoreSplit split = split(noise, used, p);
        for (long n : nu == 0 ? new long[] {1, 2, 7, 64, 4096} : new long[] {1, 7, 4096}) {
            String where = "nu %s threshold %s p %s n %d".formatted(nu, threshold, p, n);
            double above = side(nu, threshold, 1, p, n);
            double below = side(nu, threshold, -1, p, n);
            assertEquals(above, split.reaching(n).value(), 1e-9 * above, where);
            assertEquals(below, split.missing(n).value(), 1e-9 * below + 1e-13 * p, where);
            assertTrue(split.reaching(n).error() + split.missing(n).error() < 1e-12, where);
        }
    }

    private static double side(double nu, double threshold, int sign, double p, long n) {
        ContinuousDistribution noise = nu == 0 ? NORMAL : TDistribution.of(nu);
        double unit = nu == 0 ? 1 : Math.sqrt((nu - 2) / nu);
        double step = 0.005;
        double sum = 0;
        for (double s = -4; s < (nu == 0 ? 6 : 40); s += step) {
            double distance = Math.exp(s - Math.exp(-s));
            double x = threshold + sign * distance;
            double z = (x - RIGHT) / (unit * 0.7);
            double above = p * noise.survivalProbability(z);
            for (int j = 0; j < WEIGHTS.length; j++) {
                above += (1 - p) * WEIGHTS[j] * noise.survivalProbability((x - CENTRES[j]) / (unit * DEVIATIONS[j]));
            }
            double below = n == 1 ? 1 : Math.exp((n - 1) * Math.log1p(-Math.min(1, above)));
            sum += n * p * noise.density(z) / (unit * 0.7) * below * distance * (1 + Math.exp(-s)) * step;
        }
        return sum;
    }

    /** Of one candidate both sides are survival functions, in the far tail too; expected: the library's. */
    @Test
    void split_ofOneFarOut_keepsItsDigits() {
        for (double threshold : new double[] {-1, 2, 5, 7.9, 8.4, 9, 12, 25}) {
            ScoreSplit split = split(GAUSSIAN, threshold, 0.3);
            double right = NORMAL.survivalProbability((threshold - RIGHT) / 0.7);
            double wrong = 0;
            for (int j = 0; j < WEIGHTS.length; j++) {
                wrong += WEIGHTS[j] * NORMAL.survivalProbability((threshold - CENTRES[j]) / DEVIATIONS[j]);
            }
            assertEquals(right, split.rightReaches(), 1e-11 * right, "threshold " + threshold);
            assertEquals(wrong, split.wrongReaches(), 1e-11 * wrong, "threshold " + threshold);
        }
        ScoreSplit never = split(GAUSSIAN, 60, 0.3);
        assertEquals(
                0,
                never.rightReaches()
                        + never.wrongReaches()
                        + never.reaching(1L << 40).value());
    }

    /** However rare a score above the threshold, which kind it is of is told by the tails' ratio. */
    @Test
    void limit_farOut_isTheRatioOfTails() {
        LatentMixture wrong = LatentMixture.of(new double[] {1}, new double[] {0}, new double[] {1});
        for (double threshold : new double[] {3, 10, 11, 22, 35}) {
            double right = 0.3 * NORMAL.survivalProbability(threshold - 0.1);
            double expected = right / (right + 0.7 * NORMAL.survivalProbability(threshold));
            for (long batch : new long[] {1, 4}) {
                ThresholdStop stop = new ThresholdStop(
                        LatentSplit.of(GAUSSIAN, 0.1, 1, wrong, threshold).at(0.3), batch, Long.MAX_VALUE);
                // of two at once above it the better counts: below 1e−2 at 3, next to never further out
                assertEquals(expected, stop.limit(), batch == 1 ? 1e-11 : threshold < 10 ? 1e-2 : 1e-11);
            }
        }
        // Student's t: x^−ν, so that the ratio is that of (x − 0.1)^−ν and x^−ν
        NoiseLaw heavy = new NoiseLaw.StudentT(2.5);
        for (double threshold : new double[] {1e6, 1e13, 1e40}) {
            ScoreSplit split = LatentSplit.of(heavy, 0.1, 1, wrong, threshold).at(0.3);
            assertEquals(1 + 0.25 / threshold, split.rightReaches() / split.wrongReaches(), 1e-10);
            double unit = Math.sqrt(0.5 / 2.5);
            double tail = TDistribution.of(2.5).survivalProbability(threshold / unit);
            assertEquals(tail, split.wrongReaches(), 1e-8 * tail, "threshold " + threshold);
        }
    }

    /** Right candidates of one score, wrong ones on both sides and some with noise of their own. */
    @Test
    void split_withoutSelectionNoise_isOnOneSide() {
        LatentMixture wrong =
                LatentMixture.of(new double[] {2, 1, 1}, new double[] {0.2, 1.4, 0}, new double[] {0, 0, 1});
        ScoreSplit low = LatentSplit.of(GAUSSIAN, 1, 0, wrong, 1.2).at(0.3);
        ScoreSplit high = LatentSplit.of(GAUSSIAN, 1, 0, wrong, 1).at(0.3);
        double best = BestOfNAccuracy.of(GAUSSIAN, 1, 0, wrong).curve(0.3).at(5).value();
        assertEquals(best, low.missing(5).value());
        assertEquals(0, low.reaching(5).value());
        assertEquals(0, low.rightReaches());
        assertEquals(best, high.reaching(5).value());
        assertEquals(0, high.missing(5).value());
        assertEquals(1, high.rightReaches());
        assertEquals(0.25 + 0.25 * NORMAL.survivalProbability(1.2), low.wrongReaches(), 1e-14);
        assertEquals(0.25 + 0.25 * NORMAL.survivalProbability(1), high.wrongReaches(), 1e-14);
    }
}

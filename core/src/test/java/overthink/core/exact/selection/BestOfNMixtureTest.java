package overthink.core.exact.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.exact.Approximation;
import overthink.core.exact.Coverage;
import overthink.core.law.verifier.NoiseLaw;

/** Best-of-n given the noise that belongs to answers: wrong candidates have many centres. */
class BestOfNMixtureTest {

    private static final NoiseLaw GAUSSIAN = new NoiseLaw.Gaussian();
    private static final long MOST = BestOfNAccuracy.LARGEST;

    /** Wrong candidates' weights, centres and deviations, and the right ones' centre and deviation. */
    private record Problem(double[] weights, double[] centres, double[] deviations, double right, double deviation) {

        /** Answers of weights 1, ½, ⅓, … whose centres have variance {@code share}. */
        static Problem drawn(int answers, double share, double d, long seed) {
            Random random = new Random(seed);
            double[] weights = new double[answers];
            double[] centres = new double[answers];
            double[] deviations = new double[answers];
            for (int k = 0; k < answers; k++) {
                weights[k] = 1.0 / (k + 1);
                centres[k] = Math.sqrt(share) * random.nextGaussian();
                deviations[k] = Math.sqrt(1 - share);
            }
            return new Problem(
                    weights, centres, deviations, d + Math.sqrt(share) * random.nextGaussian(), Math.sqrt(1 - share));
        }

        /** The last answer's candidates vary more, as answers that nobody else gives do. */
        Problem withUnique(double uniqueDeviation) {
            double[] others = deviations.clone();
            others[others.length - 1] = uniqueDeviation;
            return new Problem(weights, centres, others, right, deviation);
        }

        /** As if every candidate drew its answer's noise anew. */
        Problem planted() {
            double[] none = new double[centres.length];
            return new Problem(weights, none, deviations, right, deviation);
        }

        BestOfNAccuracy accuracy(NoiseLaw noise) {
            return BestOfNAccuracy.of(noise, right, deviation, LatentMixture.of(weights, centres, deviations));
        }
    }

    /** Two candidates: P(right chosen) = p² + 2·p·(1 − p)·Σ w·Φ((c₀ − c)/√(σ₀² + σ²)). */
    @Test
    void accuracy_ofTwo_isThePairwiseForm() {
        for (double share : new double[] {0.01, 0.3, 0.99}) {
            for (double p : new double[] {1e-15, 0.2, 1 - 1e-9}) {
                Problem problem = Problem.drawn(12, share, 1.2, 7).withUnique(1);
                double sum = 0;
                double total = 0;
                for (int j = 0; j < 12; j++) {
                    double spread = Math.hypot(problem.deviation, problem.deviations[j]);
                    sum += problem.weights[j]
                            * NormalDistribution.of(0, 1)
                                    .cumulativeProbability((problem.right - problem.centres[j]) / spread);
                    total += problem.weights[j];
                }
                double expected = p * p + 2 * p * (1 - p) * sum / total;
                assertEquals(expected, problem.accuracy(GAUSSIAN).curve(p).at(2).value(), 1e-12 * expected);
            }
        }
    }

    /** Against the trapezoidal rule in t with x = sinh t, steps of 1/1000 (heavy tails: 1/200), and the library's distributions. */
    @Tag("slow")
    @Test
    void accuracy_ofAnyMixture_isTheIntegral() {
        for (double share : new double[] {0.05, 0.3, 0.95}) {
            for (double p : new double[] {1e-9, 0.3}) {
                check(0, Problem.drawn(12, share, 1.2, 1), p);
                check(0, Problem.drawn(3, share, 8, 2), p);
                check(0, Problem.drawn(40, share, 0.5, 3).withUnique(1), p);
                check(2.5, Problem.drawn(5, share, 1.2, 4), p);
                check(30, Problem.drawn(12, share, 1.2, 5), p);
            }
        }
    }

    @Test
    void accuracy_ofIndependentDraws_isNoticed() {
        Problem problem = Problem.drawn(12, 0.3, 1.2, 1);
        check(0, problem, 0.3);
        assertThrows(
                AssertionError.class,
                () -> check(0, problem, problem.planted().accuracy(GAUSSIAN).curve(0.3), 0.3));
    }

    private static void check(double nu, Problem problem, double p) {
        NoiseLaw noise = nu == 0 ? GAUSSIAN : new NoiseLaw.StudentT(nu);
        check(nu, problem, problem.accuracy(noise).curve(p), p);
    }

    private static void check(double nu, Problem problem, BestOfNAccuracy.Curve curve, double p) {
        long[] budgets = {1, 2, 3, 7, 64, 4096, 1L << 25, MOST};
        double[] expected = bySinh(nu, problem, p, budgets);
        for (int i = 0; i < budgets.length; i++) {
            Approximation value = curve.at(budgets[i]);
            assertEquals(expected[i], value.value(), 1e-9 * expected[i] + 1e-13, "n = " + budgets[i]);
            assertTrue(value.error() < 1e-12, value::toString);
        }
    }

    private static double[] bySinh(double nu, Problem problem, double p, long[] budgets) {
        ContinuousDistribution noise = nu == 0 ? NormalDistribution.of(0, 1) : TDistribution.of(nu);
        double unit = nu == 0 ? 1 : Math.sqrt((nu - 2) / nu);
        double total = Arrays.stream(problem.weights).sum();
        double step = nu == 0 ? 1e-3 : 5e-3;
        double end = nu == 0 ? 4 : 30;
        double[] sums = new double[budgets.length];
        for (double t = -end; t <= end; t += step) {
            double x = Math.sinh(t);
            double z = (x - problem.right) / (unit * problem.deviation);
            double density = p * noise.density(z) / (unit * problem.deviation);
            double above = p * noise.survivalProbability(z);
            for (int j = 0; j < problem.weights.length; j++) {
                above += (1 - p)
                        * problem.weights[j]
                        / total
                        * noise.survivalProbability((x - problem.centres[j]) / (unit * problem.deviations[j]));
            }
            for (int i = 0; i < budgets.length; i++) {
                double below = budgets[i] == 1 ? 1 : Math.exp((budgets[i] - 1) * Math.log1p(-Math.min(1, above)));
                sums[i] += budgets[i] * density * below * Math.cosh(t) * step;
            }
        }
        return sums;
    }

    /** By enumeration of all sequences of three candidates, the first of equals taken; some centres equal the right one's. */
    @Test
    void accuracy_withoutSelectionNoise_isThatOfTheGreatestAtom() {
        double[] weights = {0.4, 0.1, 0.3, 0.2};
        double[] centres = {-0.3, 1.1, 0.5, 1.4};
        LatentMixture wrong = LatentMixture.of(weights, centres, new double[4]);
        for (double right : new double[] {-1, 0.5, 0.7, 1.1, 1.4, 3}) {
            for (double p : new double[] {0, 1e-15, 0.3, 1}) {
                BestOfNAccuracy.Curve curve =
                        BestOfNAccuracy.of(GAUSSIAN, right, 0, wrong).curve(p);
                for (int n = 1; n <= 3; n++) {
                    double expected = enumerate(weights, centres, right, p, n);
                    assertEquals(expected, curve.at(n).value(), 1e-14 * expected, "right " + right + " n " + n);
                }
                assertEquals(curve.limit(), curve.at(MOST).value(), p == 1e-15 ? 1 : 1e-12);
            }
        }
    }

    private static double enumerate(double[] weights, double[] centres, double right, double p, int n) {
        int kinds = weights.length + 1;
        double sum = 0;
        for (int code = 0; code < Math.pow(kinds, n); code++) {
            double chance = 1;
            double best = Double.NEGATIVE_INFINITY;
            boolean won = false;
            for (int i = 0, rest = code; i < n; i++, rest /= kinds) {
                int kind = rest % kinds;
                boolean isRight = kind == weights.length;
                chance *= isRight ? p : (1 - p) * weights[kind];
                double score = isRight ? right : centres[kind];
                if (score > best) {
                    best = score;
                    won = isRight;
                }
            }
            sum += won ? chance : 0;
        }
        return sum;
    }

    /** Answers that nobody else gives keep noise of their own: of two candidates p² + 2·p·(1 − p)·P(less). */
    @Test
    void accuracy_ofAnAtomAgainstFreshNoise_isTheClosedForm() {
        LatentMixture wrong = LatentMixture.of(new double[] {3, 1}, new double[] {2, 0.2}, new double[] {0, 0.8});
        BestOfNAccuracy accuracy = BestOfNAccuracy.of(GAUSSIAN, 1, 0, wrong);
        double less = 0.25 * NormalDistribution.of(0, 1).cumulativeProbability(1);
        assertEquals(0.09 + 2 * 0.21 * less, accuracy.curve(0.3).at(2).value(), 1e-14);
        assertEquals(0, accuracy.curve(0.3).limit());
    }

    /** Noise far below the distances of centres does not matter. */
    @Test
    void accuracy_ofNextToNoSelectionNoise_isThatOfNone() {
        Problem drawn = Problem.drawn(6, 0.5, 1.2, 3);
        double expected = BestOfNAccuracy.of(
                        GAUSSIAN, drawn.right, 0, LatentMixture.of(drawn.weights, drawn.centres, new double[6]))
                .curve(0.3)
                .at(5)
                .value();
        for (double deviation : new double[] {1e-3, 1e-6, 1e-9, 1e-12, 1e-15, 1e-200}) {
            double[] deviations = new double[6];
            Arrays.fill(deviations, deviation);
            LatentMixture wrong = LatentMixture.of(drawn.weights, drawn.centres, deviations);
            Approximation value = BestOfNAccuracy.of(GAUSSIAN, drawn.right, deviation, wrong)
                    .curve(0.3)
                    .at(5);
            assertEquals(expected, value.value(), 1e-12, "deviation " + deviation);
            assertTrue(value.error() < 1e-12, value::toString);
        }
    }

    @Test
    void limit_ofEachMixture_isWhatLargeBudgetsGoTo() {
        // The greatest centre wins.
        assertEquals(0, limit(GAUSSIAN, 9, 1, 12));
        assertEquals(0, at(GAUSSIAN, 9, 1, 12, MOST), 1e-6);
        assertEquals(1, limit(GAUSSIAN, 12, 1, 3));
        assertEquals(1, at(GAUSSIAN, 12, 1, 3, MOST), 1e-6);
        // Equal centres share by weight: half of the wrong candidates are at 9.
        assertEquals(0.3 / (0.3 + 0.7 * 0.5), limit(GAUSSIAN, 9, 1, 9), 1e-15);
        assertEquals(limit(GAUSSIAN, 9, 1, 9), at(GAUSSIAN, 9, 1, 9, MOST), 1e-6);
        // The greatest deviation wins wherever its centre.
        assertEquals(0, limit(GAUSSIAN, 9, 5, -3));
        assertEquals(0, at(GAUSSIAN, 9, 5, -3, MOST), 1e-6);
        // Tails of Student's t: to the power of ν, and 1 ± (ν + 1)·9/x with x of the order of N^(1/ν).
        NoiseLaw heavy = new NoiseLaw.StudentT(2.5);
        assertEquals(0.3, limit(heavy, 9, 1, 12));
        double mean = 0.5 + 0.5 * Math.pow(3, 2.5);
        assertEquals(0.3 / (0.3 + 0.7 * mean), limit(heavy, 9, 3, -3), 1e-15);
        double slack = 3.5 * 12 / Math.pow(MOST, 1 / 2.5);
        assertEquals(limit(heavy, 9, 1, 12), at(heavy, 9, 1, 12, MOST), slack);
        assertEquals(limit(heavy, 9, 3, -3), at(heavy, 9, 3, -3, MOST), slack);
    }

    /** Half of the wrong candidates are at 0 with deviation 1 like the right ones, half have the centre and deviation. */
    private static BestOfNAccuracy.Curve curve(NoiseLaw noise, double right, double deviation, double centre) {
        LatentMixture wrong =
                LatentMixture.of(new double[] {1, 0, 1}, new double[] {0, 99, centre}, new double[] {1, 99, deviation});
        return BestOfNAccuracy.of(noise, right, 1, wrong).curve(0.3);
    }

    private static double limit(NoiseLaw noise, double right, double deviation, double centre) {
        return curve(noise, right, deviation, centre).limit();
    }

    private static double at(NoiseLaw noise, double right, double deviation, double centre, long n) {
        return curve(noise, right, deviation, centre).at(n).value();
    }

    @Tag("slow")
    @Test
    void accuracy_tinyAndHuge_isFiniteInRangeAndStatesASmallError() {
        for (NoiseLaw noise : new NoiseLaw[] {GAUSSIAN, new NoiseLaw.StudentT(2.01), new NoiseLaw.StudentT(30)}) {
            for (int answers : new int[] {1, 12, 100}) {
                for (double share : new double[] {1e-15, 0.3, 1 - 1e-9, 1 - 1e-15}) {
                    Problem problem = Problem.drawn(answers, share, 8, 11);
                    BestOfNAccuracy accuracy = problem.accuracy(noise);
                    for (double p : new double[] {0, 1e-15, 0.5, 1 - 1e-15, 1}) {
                        BestOfNAccuracy.Curve curve = accuracy.curve(p);
                        for (long n : new long[] {1, 2, 1L << 31, MOST}) {
                            Approximation value = curve.at(n);
                            String where = noise + " " + answers + " " + share + " p " + p + " n " + n + ": " + value;
                            assertTrue(value.value() >= 0 && value.value() <= 1, where);
                            assertTrue(value.value() <= Coverage.of(p, n) * (1 + 1e-9), where);
                            assertTrue(value.error() >= 0 && value.error() < 1e-11, where);
                        }
                        assertTrue(curve.limit() >= 0 && curve.limit() <= 1);
                    }
                }
            }
        }
    }

    @Test
    void mixture_ofBadNumbers_isRefused() {
        double[] one = {1};
        double[] none = {0};
        assertThrows(IllegalArgumentException.class, () -> LatentMixture.of(none, none, one));
        assertThrows(IllegalArgumentException.class, () -> LatentMixture.of(new double[] {-1}, none, one));
        assertThrows(IllegalArgumentException.class, () -> LatentMixture.of(one, new double[] {Double.NaN}, one));
        assertThrows(IllegalArgumentException.class, () -> LatentMixture.of(one, none, new double[] {-1}));
        LatentMixture wrong = LatentMixture.of(one, none, one);
        assertThrows(IllegalArgumentException.class, () -> BestOfNAccuracy.of(GAUSSIAN, 1, 1.1, wrong));
        assertThrows(IllegalArgumentException.class, () -> BestOfNAccuracy.of(GAUSSIAN, Double.NaN, 1, wrong));
        assertThrows(IllegalArgumentException.class, () -> BestOfNAccuracy.of(GAUSSIAN, 1, -1, wrong));
    }
}

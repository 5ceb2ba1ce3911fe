package overthink.core.exact.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.exact.Approximation;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.testkit.FalseAlarm;

@Tag("slow")
class PluralityTest {

    private static final double[] PS = {1e-15, 1e-3, 0.05, 0.2, 0.37, 0.5, 0.9, 1 - 1e-10};

    private static final double[][] WEIGHTS = {
        {1},
        {0.5, 0.5},
        {0.7, 0.3},
        {0.25, 0.25, 0.25, 0.25},
        {0.999, 0.001},
        zipf(5, 1),
        zipf(12, 1.2),
        {0.6, 0.1, 0.1, 0.1, 0.1}
    };

    /** Which rule a tie follows in the enumeration below. */
    private enum Ties {
        FIRST_SEEN,
        TO_THE_TRUTH
    }

    /** Every sequence of up to 7 votes over up to 4 answers; the tie goes to the answer seen first. */
    @Test
    void accuracy_ofFewVotes_equalsEnumerationOfAllSequences() {
        double[][] tiny = {{1}, {0.5, 0.5}, {0.7, 0.3}, {0.5, 0.3, 0.2}};
        for (double[] weights : tiny) {
            for (int n = 1; n <= 7; n++) {
                for (double p : new double[] {0.05, 0.25, 0.4, 0.8}) {
                    double expected = enumerated(p, weights, n, Ties.FIRST_SEEN);
                    assertEquals(
                            expected, Plurality.of(weights, 0).accuracy(p, n).value(), 1e-13);
                }
            }
        }
    }

    /** The planted wrong one: ties to class 0. The same comparison rejects it. */
    @Test
    void accuracy_ofATieToTheTruth_isRejectedByTheEnumeration() {
        double wrong = enumerated(0.4, new double[] {0.7, 0.3}, 4, Ties.TO_THE_TRUTH);
        double right = Plurality.of(new double[] {0.7, 0.3}, 0).accuracy(0.4, 4).value();
        assertTrue(Math.abs(wrong - right) > 0.05);
    }

    private static double enumerated(double p, double[] weights, int n, Ties ties) {
        int classes = weights.length + 1;
        int sequences = (int) Math.pow(classes, n);
        double total = 0;
        for (int code = 0; code < sequences; code++) {
            double chance = 1;
            int[] counts = new int[classes];
            int[] order = new int[classes];
            int seen = 0;
            int rest = code;
            for (int i = 0; i < n; i++) {
                int answer = rest % classes;
                rest /= classes;
                chance *= answer == 0 ? p : (1 - p) * weights[answer - 1];
                if (counts[answer]++ == 0) {
                    order[seen++] = answer;
                }
            }
            int leader = ties == Ties.TO_THE_TRUTH ? 0 : order[0];
            for (int i = 0; i < seen; i++) {
                if (counts[order[i]] > counts[leader]) {
                    leader = order[i];
                }
            }
            total += leader == 0 ? chance : 0;
        }
        return total;
    }

    /**
     * Expected: ∑ over m and over the number of ties of multinomial coefficients by polynomial products, all terms positive,
     * so relative error about 1e−13.
     */
    @Test
    void accuracy_ofModerateVotes_equalsPolynomialProducts() {
        for (double[] weights : WEIGHTS) {
            Plurality plurality = Plurality.of(weights, 0);
            for (int n : new int[] {2, 3, 4, 5, 7, 10, 16, 33, 64}) {
                for (double p : PS) {
                    Approximation found = plurality.accuracy(p, n);
                    double expected = byPolynomials(p, weights, n);
                    String where = weights.length + " answers, n " + n + ", p " + p;
                    assertEquals(expected, found.value(), 1e-13, where);
                    assertTrue(Math.abs(expected - found.value()) <= found.error() + 1e-13 * expected, where);
                }
            }
        }
    }

    private static double byPolynomials(double p, double[] weights, int n) {
        double[] logFactorial = new double[n + 1];
        for (int i = 1; i <= n; i++) {
            logFactorial[i] = logFactorial[i - 1] + Math.log(i);
        }
        double total = 0;
        for (int m = 1; m <= n; m++) {
            double[][] ways = new double[weights.length + 1][n - m + 1];
            ways[0][0] = 1;
            for (double weight : weights) {
                double[][] next = new double[weights.length + 1][n - m + 1];
                for (int ties = 0; ties < weights.length; ties++) {
                    for (int votes = 0; votes <= n - m; votes++) {
                        double term = ways[ties][votes];
                        for (int i = 0; i <= m && votes + i <= n - m && term > 0; i++) {
                            next[i < m ? ties : ties + 1][votes + i] += term;
                            term *= (1 - p) * weight / (i + 1);
                        }
                    }
                }
                ways = next;
            }
            double sum = 0;
            for (int ties = 0; ties <= weights.length; ties++) {
                sum += ways[ties][n - m] / (1 + ties);
            }
            if (sum > 0) {
                total += Math.exp(logFactorial[n] - logFactorial[m] + m * Math.log(p) + Math.log(sum));
            }
        }
        return total;
    }

    /** What matters alone, and the general method that leaves nothing out, on both sides of every tie. */
    @Test
    void accuracy_withWhatMattersAlone_equalsTheGeneralMethod() {
        double[][] others = {zipf(300, 0.3), zipf(12, 0.01), {0.5, 0.49, 0.01}};
        for (double[] weights : Stream.of(WEIGHTS, others).flatMap(Stream::of).toArray(double[][]::new)) {
            double likeliest = weights[0] / DoubleStream.of(weights).sum();
            compareWithGeneral(Plurality.of(weights, 0), likeliest);
            compareWithGeneral(Plurality.of(weights, DoubleStream.of(weights).sum()), likeliest / 2);
        }
        compareWithGeneral(Plurality.of(new UniformAnswers(1_000_000)), 1e-6);
    }

    private static void compareWithGeneral(Plurality plurality, double likeliest) {
        double tie = likeliest / (1 + likeliest);
        for (int n : new int[] {1, 2, 3, 20, 300, 4096, 65536}) {
            int groups = plurality.answers().groups();
            if (n > 4096 && groups > 2 || n > 300 && groups > 12) {
                continue; // seconds
            }
            for (double p : new double[] {0, 1e-15, tie / 2, 0.95 * tie, tie, 1.01 * tie, 1.1 * tie, 0.9, 1}) {
                Approximation found = plurality.accuracy(p, n);
                Approximation expected = n <= 2 || p == 0 || p == 1 ? new Approximation(p, 0) : plurality.general(p, n);
                assertTrue(
                        agree(expected, found),
                        () -> "tie %s, n %d, p %s: %s, not %s".formatted(tie, n, p, found, expected));
            }
        }
    }

    /** Whether two values agree within what they claim of themselves. */
    private static boolean agree(Approximation one, Approximation other) {
        return Math.abs(one.value() - other.value()) <= one.error() + other.error();
    }

    /** Planted wrong ones: rivals dropped that matter, and ties to the truth. The same comparison rejects them. */
    @Test
    void accuracy_withARivalDroppedOrTiesToTheTruth_isRejectedByTheGeneralMethod() {
        Plurality many = Plurality.of(zipf(12, 1.2), 0);
        for (int n : new int[] {20, 300}) {
            double q = 0.72 * many.answers().weight(0);
            Approximation general = many.general(0.28, n);
            assertTrue(agree(general, many.accuracy(0.28, n)));
            assertFalse(agree(general, new Duel(0.28, q, 0.72 - q, n).accuracy()), "n = " + n);
        }
        Plurality two = Plurality.of(new double[] {1}, 0);
        for (int n : new int[] {4, 300, 4096}) {
            Approximation right = two.accuracy(0.49, n);
            double tie = 1; // C(n, n/2)·(p·q)^(n/2)
            for (int i = 1; i <= n / 2; i++) {
                tie *= 0.49 * 0.51 * (n / 2.0 + i) / i;
            }
            assertTrue(agree(two.general(0.49, n), right), "n = " + n);
            assertFalse(agree(two.general(0.49, n), new Approximation(right.value() + tie / 2, right.error())));
        }
    }

    /**
     * Votes drawn one by one. 60,000 trials a case: standard error 0.002 at most; four cases of chance 1e−7 each, so the
     * class fails a correct program with probability 4e−7.
     */
    @Test
    void accuracy_ofManyVotes_equalsDrawnVotes() {
        SplittableRandom random = new SplittableRandom(20_261_121);
        Object[][] cases = {
            {zipf(12, 1.2), 0.22, 257},
            {zipf(50, 1), 0.15, 100},
            {even(1000), 0.004, 200},
            {new double[] {0.4, 0.3, 0.3}, 0.28, 500}
        };
        for (Object[] each : cases) {
            double[] weights = (double[]) each[0];
            double p = (double) each[1];
            int n = (int) each[2];
            double[] cumulative = weights.clone();
            Arrays.parallelPrefix(cumulative, Double::sum);
            int trials = 60_000;
            int wins = 0;
            for (int trial = 0; trial < trials; trial++) {
                wins += voted(random, p, cumulative, n) ? 1 : 0;
            }
            double expected = Plurality.of(weights, 0).accuracy(p, n).value();
            FalseAlarm.assertProportion(weights.length + " answers", expected, wins, trials, 1e-7);
        }
    }

    private static boolean voted(SplittableRandom random, double p, double[] cumulative, int n) {
        int[] counts = new int[cumulative.length + 1];
        int[] first = new int[cumulative.length + 1];
        for (int i = 0; i < n; i++) {
            int answer = 0;
            if (random.nextDouble() >= p) {
                int index = Arrays.binarySearch(cumulative, random.nextDouble());
                answer = 1 + Math.min(cumulative.length - 1, index < 0 ? -index - 1 : index + 1);
            }
            if (counts[answer]++ == 0) {
                first[answer] = i;
            }
        }
        for (int answer = 1; answer < counts.length; answer++) {
            if (counts[answer] > counts[0] || (counts[answer] == counts[0] && first[answer] < first[0])) {
                return false;
            }
        }
        return counts[0] > 0;
    }

    /** Equal answers as one group of 300, as 300 answers of almost equal weight, and as rare answers in bulk. */
    @Test
    void accuracy_ofEqualAnswers_isTheSameHoweverTheyAreGrouped() {
        for (int n : new int[] {10, 60, 400, 3000}) {
            double[] almost =
                    IntStream.range(0, 300).mapToDouble(i -> 1 + 1e-13 * i).toArray();
            double expected =
                    Plurality.of(new UniformAnswers(300)).accuracy(0.01, n).value();
            assertEquals(expected, Plurality.of(almost, 0).accuracy(0.01, n).value(), 1e-10, "n = " + n);
        }
    }

    /** Wrong answers that never agree: by the closed form, by the general method, and as 10^6 classes in the limit. */
    @Test
    void distinct_atEveryN_equalsTheGeneralMethod() {
        Plurality distinct = Plurality.of(new Distinct());
        for (int n : new int[] {1, 2, 3, 4, 7, 64, 1000, 4096, 65536}) {
            for (double p : new double[] {1e-15, 1e-5, 1e-3, 0.05, 0.2, 0.9}) {
                double expected = Plurality.distinct(p, n);
                assertEquals(expected, distinct.general(p, n).value(), 1e-12, "n " + n + " p " + p);
                assertEquals(expected, distinct.accuracy(p, n).value(), 1e-15);
            }
        }
        // 3 votes: two right, or one that comes first.
        assertEquals(0.028 + 0.1 * 0.81, Plurality.distinct(0.1, 3), 1e-15);
        // n·p = 1e−3: P ≈ p + (n·p)²/2 − (n·p)³/3, which a difference of near-equals would lose.
        assertEquals(1e-12 + 0.5e-6 - 1e-9 / 3, Plurality.distinct(1e-12, 1_000_000_000), 2e-12);
        assertEquals(1e-15, Plurality.distinct(1e-15, 1), 0);
    }

    /** Some wrong answers unique, some not: 6 votes by enumeration, where 6 unique classes stand for "never the same". */
    @Test
    void accuracy_withUniqueAnswers_equalsManyTinyClasses() {
        double[] many = DoubleStream.concat(
                        DoubleStream.of(0.5, 0.2),
                        DoubleStream.generate(() -> 0.3e-6).limit(1_000_000))
                .toArray();
        for (int n : new int[] {3, 6, 40, 300}) {
            for (double p : new double[] {0.02, 0.2, 0.3}) {
                double expected = Plurality.of(many, 0).accuracy(p, n).value();
                // Of k unique votes some pair agrees with probability below k²/2 million.
                double agree = Math.pow(n * 0.3, 2) / 2e6;
                double found = Plurality.of(new double[] {0.5, 0.2}, 0.3)
                        .accuracy(p, n)
                        .value();
                assertEquals(expected, found, agree + 1e-12, "n " + n + " p " + p);
            }
        }
    }

    @Test
    void limit_ofEachLaw_isOneShareOrNothing() {
        assertEquals(1, Plurality.of(new UniformAnswers(4)).limit(0.21));
        assertEquals(0.2, Plurality.of(new UniformAnswers(4)).limit(0.2));
        assertEquals(0, Plurality.of(new UniformAnswers(4)).limit(0.19));
        assertEquals(0.5, Plurality.of(new Attractor(0.25, 9)).limit(0.2));
        assertEquals(1, Plurality.of(new Distinct()).limit(1e-15));
        assertEquals(0, Plurality.of(new Distinct()).limit(0));
        assertEquals(0.5, Plurality.of(new Zipf(1, 1)).limit(0.5));
        for (AnswerLaw law : new AnswerLaw[] {new UniformAnswers(4), new Attractor(0.25, 9), new Zipf(12, 1.2)}) {
            Plurality plurality = Plurality.of(law);
            for (double p : new double[] {0.01, 0.2, 0.5}) {
                assertEquals(
                        plurality.limit(p),
                        plurality.accuracy(p, Plurality.LARGEST).value(),
                        1e-4);
            }
        }
    }

    /** Beyond 65,536 votes their number is taken as Poisson: against the exact method at 65,536, and equal answers share. */
    @Test
    void accuracy_beyondTheExactRange_joinsIt() {
        for (AnswerLaw law : new AnswerLaw[] {new UniformAnswers(1), new UniformAnswers(12), new Zipf(12, 1.2)}) {
            Plurality plurality = Plurality.of(law);
            for (int i = 0; i < 60; i++) {
                double p = (i + 0.5) / 60;
                double expected = plurality.accuracy(p, Plurality.EXACT).value();
                assertEquals(expected, plurality.poisson(p, Plurality.EXACT).value(), 2e-5, law + " p " + p);
            }
        }
        for (long n = 1 << 18; n <= Plurality.LARGEST; n *= 4) {
            assertEquals(
                    0.5, Plurality.of(new UniformAnswers(1)).accuracy(0.5, n).value(), 1e-10);
            // A gap of half a standard deviation in p has the same accuracy at every large n: Φ(1/√2) for two answers.
            double p = 0.5 + 0.5 * Math.sqrt(0.5 / n);
            assertEquals(
                    0.76025, Plurality.of(new UniformAnswers(1)).accuracy(p, n).value(), 1e-4, "n = " + n);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 1_000_000})
    void accuracy_overAllRanges_isFiniteAndMonotoneInP(int answers) {
        Plurality plurality = Plurality.of(new UniformAnswers(answers));
        for (long n : new long[] {1, 2, 3, 100, 4096, 1L << 31, Plurality.LARGEST}) {
            double last = 0;
            for (double p : new double[] {0, 1e-15, 1e-6, 0.01, 0.3, 0.5, 0.99, 1 - 1e-15, 1}) {
                Approximation found = plurality.accuracy(p, n);
                assertTrue(found.value() <= 1 && found.value() >= last - found.error(), "n " + n + " p " + p + found);
                last = found.value();
            }
        }
    }

    /** A vote between two answers of n = 2k votes is one of n = 2k − 1: the last vote only makes ties, which are fair. */
    @Test
    void accuracy_ofTwoAnswers_isTheSameForOddAndNextEven() {
        Plurality two = Plurality.of(new UniformAnswers(1));
        for (int odd : new int[] {3, 21, 999, 4095}) {
            for (double p : new double[] {0.3, 0.49, 0.6}) {
                assertEquals(
                        two.accuracy(p, odd).value(), two.accuracy(p, odd + 1).value(), 1e-12);
            }
        }
    }

    @Test
    void plurality_ofBadArguments_isRefused() {
        assertFalse(Plurality.applies(new PitmanYor(0.5, 1)));
        assertTrue(Plurality.applies(new Zipf(3, 1)));
        assertThrows(IllegalArgumentException.class, () -> Plurality.of(new PitmanYor(0.5, 1)));
        assertThrows(IllegalArgumentException.class, () -> Plurality.of(new double[] {-1, 2}, 0));
        assertThrows(IllegalArgumentException.class, () -> Plurality.of(new double[] {0}, 0));
        assertThrows(IllegalArgumentException.class, () -> Plurality.of(new double[] {1, Double.NaN}, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> Plurality.of(new Distinct()).accuracy(2, 3));
        assertThrows(
                IllegalArgumentException.class,
                () -> Plurality.of(new Distinct()).accuracy(0.2, 0));
    }

    private static double[] zipf(int answers, double exponent) {
        double[] weights = IntStream.rangeClosed(1, answers)
                .mapToDouble(k -> Math.pow(k, -exponent))
                .toArray();
        double total = DoubleStream.of(weights).sum();
        return DoubleStream.of(weights).map(weight -> weight / total).toArray();
    }

    private static double[] even(int answers) {
        return DoubleStream.generate(() -> 1.0 / answers).limit(answers).toArray();
    }
}

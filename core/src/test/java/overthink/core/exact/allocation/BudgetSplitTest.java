package overthink.core.exact.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything here is exact. */
class BudgetSplitTest {

    private static final double TINY = 1e-12;
    private static final int MOST = 64;

    private static double[] counts() {
        return IntStream.rangeClosed(0, MOST).asDoubleStream().toArray();
    }

    private static double coverage(double p, int candidates) {
        return 1 - StrictMath.pow(1 - p, candidates);
    }

    private static ConcaveEnvelope coverage(double p) {
        return ConcaveEnvelope.of(
                counts(),
                IntStream.rangeClosed(0, MOST).mapToDouble(n -> coverage(p, n)).toArray());
    }

    private static double[] equal(int groups) {
        double[] weights = new double[groups];
        Arrays.fill(weights, 1.0 / groups);
        return weights;
    }

    private static final double[] PS = {0.02, 0.05, 0.11, 0.2, 0.33, 0.5, 0.71, 0.94};

    /** Each candidate goes where it adds most: p(1 − p)^N on a problem that has N. */
    private static int[] greedy(double[] ps, int candidates) {
        int[] spent = new int[ps.length];
        PriorityQueue<Integer> queue = new PriorityQueue<>(Comparator.<Integer>comparingDouble(
                        i -> ps[i] * StrictMath.pow(1 - ps[i], spent[i]))
                .reversed());
        queue.addAll(IntStream.range(0, ps.length).boxed().toList());
        for (int i = 0; i < candidates; i++) {
            int best = queue.remove();
            spent[best]++;
            queue.add(best);
        }
        return spent;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 16, 48, 100})
    void of_coverage_isTheGreedySplit(int candidates) {
        BudgetSplit split = BudgetSplit.of(
                equal(PS.length),
                Arrays.stream(PS).mapToObj(BudgetSplitTest::coverage).toList(),
                (double) candidates / PS.length);
        int[] greedy = greedy(PS, candidates);
        double value = 0;
        for (int i = 0; i < PS.length; i++) {
            assertEquals(greedy[i], split.cost(i), 1e-9, "problem " + i);
            value += coverage(PS[i], greedy[i]) / PS.length;
        }
        assertEquals(value, split.value(), TINY);
        assertEquals((double) candidates / PS.length, split.spent(), TINY);
        // planted wrong: the same for all, and all for the hardest, have less
        double uniform = Arrays.stream(PS)
                .map(p -> 1 - StrictMath.pow(1 - p, (double) candidates / PS.length))
                .average()
                .orElseThrow();
        assertTrue(split.value() > uniform + 1e-4, "uniform has %s".formatted(uniform));
        assertTrue(split.value() > coverage(PS[0], candidates) / PS.length + 1e-4);
    }

    /** All splits of 7 candidates among 3 problems. */
    @Test
    void of_coverage_isTheBestOfAllSplits() {
        double[] ps = {0.15, 0.3, 0.8};
        double best = 0;
        for (int a = 0; a <= 7; a++) {
            for (int b = 0; a + b <= 7; b++) {
                best = Math.max(best, (coverage(ps[0], a) + coverage(ps[1], b) + coverage(ps[2], 7 - a - b)) / 3);
            }
        }
        BudgetSplit split = BudgetSplit.of(
                equal(3), Arrays.stream(ps).mapToObj(BudgetSplitTest::coverage).toList(), 7.0 / 3);
        assertEquals(best, split.value(), TINY);
    }

    /** A curve that gains nothing before its fourth candidate: no split of whole problems has more than the envelope's. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 9, 12})
    void of_curvesThatAreNotConcave_boundsWhatWholeProblemsHave(int candidates) {
        double[][] curves = {{0, 0, 0, 0, 0.9, 0.9, 0.95}, {0, 0.1, 0.15, 0.6, 0.62, 0.7, 0.7}};
        double[] costs = {0, 1, 2, 3, 4, 5, 6};
        double best = 0;
        for (int a = 0; a <= 6; a++) {
            for (int b = 0; b <= 6; b++) {
                if (a + b <= candidates) {
                    best = Math.max(best, (curves[0][a] + curves[1][b]) / 2);
                }
            }
        }
        List<ConcaveEnvelope> envelopes =
                List.of(ConcaveEnvelope.of(costs, curves[0]), ConcaveEnvelope.of(costs, curves[1]));
        double value = BudgetSplit.of(equal(2), envelopes, candidates / 2.0).value();
        assertTrue(value >= best - TINY, "%s below %s".formatted(value, best));
        // and what it has more is less than one piece of one problem: the largest is .9
        assertTrue(value - best < 0.9 / 2, "%s far above %s".formatted(value, best));
    }

    @Test
    void of_likeGroups_isUniform() {
        List<ConcaveEnvelope> like = Collections.nCopies(5, coverage(0.2));
        for (double budget : new double[] {0, 1, 3.25, 17}) {
            BudgetSplit split = BudgetSplit.of(equal(5), like, budget);
            assertEquals(like.get(0).at(budget), split.value(), TINY);
            for (int group = 0; group < 5; group++) {
                assertEquals(budget, split.cost(group), 1e-9);
            }
        }
    }

    @Test
    void of_moreThanCanBeUsed_spendsNoMore() {
        ConcaveEnvelope level = ConcaveEnvelope.of(new double[] {1, 2, 8}, new double[] {0.5, 0.8, 0.8});
        BudgetSplit split = BudgetSplit.of(equal(2), List.of(level, level), 5);
        assertEquals(2, split.spent());
        assertEquals(0.8, split.value(), TINY);
        assertEquals(0, split.price());
        assertEquals(2, split.vertex(0));
    }

    @Test
    void of_weights_countProblems() {
        // nine of ten problems are of the first group: 1 candidate for each adds .3, for the others .2
        ConcaveEnvelope one = ConcaveEnvelope.of(new double[] {1}, new double[] {0.3});
        ConcaveEnvelope other = ConcaveEnvelope.of(new double[] {1}, new double[] {0.2});
        BudgetSplit split = BudgetSplit.of(new double[] {0.9, 0.1}, List.of(one, other), 0.95);
        assertEquals(0.9 * 0.3 + 0.05 * 0.2, split.value(), TINY);
        assertEquals(1, split.vertex(0));
        assertEquals(0, split.vertex(1));
        assertEquals(0.5, split.share(1), TINY);
        assertEquals(0.2, split.price(), TINY);
    }

    @Test
    void of_badNumbers_isRefused() {
        ConcaveEnvelope any = coverage(0.5);
        assertThrows(IllegalArgumentException.class, () -> BudgetSplit.of(equal(2), List.of(any), 1));
        assertThrows(IllegalArgumentException.class, () -> BudgetSplit.of(new double[] {0}, List.of(any), 1));
        assertThrows(IllegalArgumentException.class, () -> BudgetSplit.of(equal(1), List.of(any), -1));
        assertThrows(IllegalArgumentException.class, () -> BudgetSplit.of(equal(1), List.of(any), Double.NaN));
        assertThrows(
                IllegalArgumentException.class, () -> ConcaveEnvelope.of(new double[] {1}, new double[] {Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> ConcaveEnvelope.of(new double[] {1}, new double[0]));
        assertThrows(IllegalArgumentException.class, () -> ConcaveEnvelope.of(new double[] {-1}, new double[] {1}));
    }

    @Test
    void envelope_leavesOutWhatIsBelow() {
        ConcaveEnvelope envelope =
                ConcaveEnvelope.of(new double[] {4, 1, 2, 8, 16, 0}, new double[] {0.6, 0.3, 0.35, 0.5, 0.7, 0});
        assertEquals(4, envelope.size());
        assertEquals(
                List.of(ConcaveEnvelope.ORIGIN, 1, 0, 4),
                IntStream.range(0, 4).mapToObj(envelope::point).toList());
        assertEquals(0.4, envelope.at(2), TINY);
        assertEquals(0.7, envelope.at(1e9), TINY);
        assertEquals(0, envelope.at(0), TINY);
    }

    @Test
    void envelope_keepsPointsOnALine() {
        ConcaveEnvelope line = ConcaveEnvelope.of(new double[] {1, 2, 3}, new double[] {0.1, 0.2, 0.3});
        assertEquals(4, line.size());
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "0.3, 4", "0.8, 16", "1, 16"})
    void classes_ofAProblem_sumToOne(double correlation, int classes) {
        double[] ease = IntStream.range(0, 100).mapToDouble(i -> i * i).toArray();
        double[][] weights = PredictedDifficulty.classes(ease, correlation, classes);
        for (int i = 0; i < ease.length; i++) {
            double sum = 0;
            for (double[] one : weights) {
                sum += one[i];
                assertTrue(one[i] >= 0);
            }
            assertEquals(1, sum, TINY);
        }
        if (correlation == 0) {
            assertEquals(1.0 / classes, weights[2][7], TINY);
        }
    }

    /** P(z > 0, s > 0) = ¼ + asin(√r)/2π, Sheppard's formula; 4000 normal scores stand for the normal law to about 1/8000. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 1})
    void classes_ofTwo_followSheppard(double correlation) {
        double[] ease = IntStream.range(0, 4000).asDoubleStream().toArray();
        double[] easy = PredictedDifficulty.classes(ease, correlation, 2)[1];
        double both = Arrays.stream(easy, 2000, 4000).sum() / 4000;
        assertEquals(0.25 + StrictMath.asin(Math.sqrt(correlation)) / (2 * Math.PI), both, 2e-4);
    }

    @Test
    void classes_ofEquals_areTheSame() {
        double[][] weights = PredictedDifficulty.classes(new double[] {0.5, 0.1, 0.5, 0.9}, 0.6, 3);
        for (double[] one : weights) {
            assertEquals(one[0], one[2]);
        }
    }

    /** The more is known the more is had, from the uniform split to the best one. */
    @Tag("slow")
    @Test
    void of_classes_growsFromUniformToTheOptimum() {
        double budget = 6;
        List<ConcaveEnvelope> each =
                Arrays.stream(PS).mapToObj(BudgetSplitTest::coverage).toList();
        double uniform = Arrays.stream(PS).map(p -> coverage(p, 6)).average().orElseThrow();
        double best = BudgetSplit.of(equal(PS.length), each, budget).value();
        double last = uniform;
        for (double correlation : new double[] {0, 0.2, 0.5, 0.8, 0.95, 1}) {
            double value = byClasses(correlation, 256, budget);
            if (correlation == 0) {
                assertEquals(uniform, value, TINY);
            } else {
                assertTrue(value > last, "r = %s has %s".formatted(correlation, value));
            }
            last = value;
        }
        assertEquals(best, last, TINY);
        assertTrue(byClasses(0.5, 2, budget) < byClasses(0.5, 4, budget));
        assertTrue(byClasses(0.5, 4, budget) < byClasses(0.5, 256, budget));
    }

    private static double byClasses(double correlation, int classes, double budget) {
        double[][] members = PredictedDifficulty.classes(PS, correlation, classes);
        double[][] used = Arrays.stream(members)
                .filter(one -> Arrays.stream(one).sum() > 0)
                .toArray(double[][]::new);
        double[] weights = Arrays.stream(used)
                .mapToDouble(one -> Arrays.stream(one).sum() / PS.length)
                .toArray();
        List<ConcaveEnvelope> envelopes = Arrays.stream(used)
                .map(one -> ConcaveEnvelope.of(
                        counts(),
                        IntStream.rangeClosed(0, MOST)
                                .mapToDouble(n -> IntStream.range(0, PS.length)
                                                .mapToDouble(i -> one[i] * coverage(PS[i], n))
                                                .sum()
                                        / Arrays.stream(one).sum())
                                .toArray()))
                .toList();
        return BudgetSplit.of(weights, envelopes, budget).value();
    }
}

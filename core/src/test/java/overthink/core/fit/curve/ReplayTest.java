package overthink.core.fit.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import overthink.core.api.LogOdds;
import overthink.core.world.Recording;

/**
 * Replayed curves against all orders of a few candidates.
 *
 * <p>Values by drawn orders: 40 problems × 200 orders; the assertion allows 6 of the standard errors that the curve states for
 * itself, which 20 comparisons exceed by chance with probability 20 × 2e-9. Errors over these problems: see the test. Seeds fixed.
 */
class ReplayTest {

    private static final long SEED = 11;
    private static final int[] UP_TO_6 = {1, 2, 3, 4, 5, 6};

    /** Some candidates of problems: answers 0 to 2 or none, mixed classes, tied scores. */
    private static Recording some(int problems, boolean verdicts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Recording.Builder builder = new Recording.Builder(true, 1, false);
        for (int problem = 0; problem < problems; problem++) {
            builder.problem("p" + problem, Optional.empty());
            double p = random.nextDouble();
            for (int candidate = 0; candidate < 6; candidate++) {
                boolean right = random.nextDouble() < p;
                int answer = random.nextInt(8) == 0 ? Recording.NO_ANSWER : right ? 0 : random.nextInt(3);
                double score = verdicts ? (random.nextBoolean() ? 1 : -1) : random.nextInt(4) - 1.0;
                builder.candidate(right && answer != Recording.NO_ANSWER, answer, 0, score);
            }
        }
        return builder.build();
    }

    /** What a rule gives for the first k of an order, equals sharing. */
    private static double outcome(Rule rule, Recording recording, int problem, List<Integer> drawn) {
        return switch (rule) {
            case COVERAGE -> drawn.stream().anyMatch(c -> recording.correct(problem, c)) ? 1 : 0;
            case ALL_RIGHT -> drawn.stream().allMatch(c -> recording.correct(problem, c)) ? 1 : 0;
            case FIRST_ACCEPTED -> {
                int kept = drawn.stream()
                        .filter(c -> recording.score(0, problem, c) > 0)
                        .findFirst()
                        .orElse(drawn.get(drawn.size() - 1));
                yield recording.correct(problem, kept) ? 1 : 0;
            }
            case BEST_OF_N -> {
                double best = drawn.stream()
                        .mapToDouble(c -> recording.score(0, problem, c))
                        .max()
                        .orElseThrow();
                yield drawn.stream()
                        .filter(c -> recording.score(0, problem, c) == best)
                        .mapToDouble(c -> recording.correct(problem, c) ? 1 : 0)
                        .average()
                        .orElseThrow();
            }
            case MAJORITY_VOTE -> vote(recording, problem, drawn, (p, c) -> 1.0);
            case WEIGHTED_VOTE ->
                vote(recording, problem, drawn, (p, c) -> LogOdds.probability(recording.score(0, p, c)));
        };
    }

    /** The first candidate of a leading answer stands for it. */
    private static double vote(
            Recording recording, int problem, List<Integer> drawn, BiFunction<Integer, Integer, Double> weight) {
        double[] sums = new double[recording.classes(problem)];
        int[] first = new int[sums.length];
        for (int i = drawn.size() - 1; i >= 0; i--) {
            int answer = recording.answer(problem, drawn.get(i));
            if (answer != Recording.NO_ANSWER) {
                sums[answer] += weight.apply(problem, drawn.get(i));
                first[answer] = drawn.get(i);
            }
        }
        double greatest = 0;
        for (double sum : sums) {
            greatest = Math.max(greatest, sum);
        }
        double right = 0;
        int leading = 0;
        for (int answer = 0; answer < sums.length; answer++) {
            if (greatest > 0 && sums[answer] > greatest - 1e-12) {
                right += recording.correct(problem, first[answer]) ? 1 : 0;
                leading++;
            }
        }
        return leading == 0 ? 0 : right / leading;
    }

    private static double enumerated(Rule rule, Recording recording, int problem, int k) {
        double[] sum = new double[2];
        enumerate(rule, recording, problem, k, new ArrayList<>(), sum);
        return sum[0] / sum[1];
    }

    private static void enumerate(
            Rule rule, Recording recording, int problem, int k, List<Integer> drawn, double[] sum) {
        if (drawn.size() == k) {
            sum[0] += outcome(rule, recording, problem, drawn);
            sum[1]++;
            return;
        }
        for (int next = 0; next < recording.candidates(problem); next++) {
            if (!drawn.contains(next)) {
                drawn.add(next);
                enumerate(rule, recording, problem, k, drawn, sum);
                drawn.remove(drawn.size() - 1);
            }
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(Rule.class)
    void curves_ofEveryRule_equalEnumerationOfAllOrders(Rule rule) {
        Recording recording = some(40, rule == Rule.FIRST_ACCEPTED, SEED);
        ReplayedCurve curve = new Replay(recording, Reach.ALL_PROBLEMS, UP_TO_6, SEED).curve(rule);
        assertEquals(rule == Rule.WEIGHTED_VOTE ? Replay.ORDERS : 0, curve.orders());
        for (CurvePoint point : curve.points()) {
            double expected = 0;
            double[] values = curve.problems(point);
            for (int problem = 0; problem < recording.size(); problem++) {
                double own = enumerated(rule, recording, problem, point.candidates());
                expected += own / recording.size();
                if (rule != Rule.WEIGHTED_VOTE) {
                    assertEquals(own, values[problem], 1e-12);
                }
            }
            double allowed = rule == Rule.WEIGHTED_VOTE ? 6 * point.orderError() : 0;
            assertEquals(expected, point.mean(), allowed + 1e-12, rule + " at " + point.candidates());
            assertEquals(40, point.problems());
        }
    }

    /** Orders and the closed form are two ways to one number. */
    @Test
    void ballots_ofEqualWeights_approachTheClosedForm() {
        Recording recording = some(40, false, SEED);
        Majority closed = new Majority(recording);
        Ballots drawn = new Ballots(recording, false, 2000, SEED);
        int[] all = {0, 1, 2, 3, 4, 5};
        double[] exact = new double[6];
        double[] estimated = new double[6];
        double[] difference = new double[6];
        double[] variance = new double[6];
        for (int problem = 0; problem < recording.size(); problem++) {
            closed.of(problem, all, UP_TO_6, exact);
            drawn.of(problem, all, UP_TO_6, estimated);
            for (int i = 0; i < 6; i++) {
                difference[i] += estimated[i] - exact[i];
                variance[i] += drawn.orderVariance(i, estimated[i]);
            }
        }
        for (int i = 0; i < 6; i++) {
            assertEquals(0, difference[i], 6 * StrictMath.sqrt(variance[i]) + 1e-9, "k = " + UP_TO_6[i]);
        }
    }

    /** Weights that all are next to nothing are weights still, as in the strategy: scores that are missing count one vote each. */
    @Test
    void weightedVote_withoutScores_isTheMajority() {
        Recording.Builder builder = new Recording.Builder(true, 1, false);
        builder.problem("all missing", Optional.empty());
        for (int answer : new int[] {0, 0, 1}) {
            builder.candidate(answer == 0, answer, 0, Recording.NO_SCORE);
        }
        double[] expected = {2 / 3.0, 2 / 3.0, 1};
        ReplayedCurve curve =
                new Replay(builder.build(), Reach.ALL_PROBLEMS, new int[] {1, 2, 3}, SEED).curve(Rule.WEIGHTED_VOTE);
        for (CurvePoint point : curve.points()) {
            assertEquals(expected[point.candidates() - 1], point.mean(), 6 * point.orderError() + 1e-12);
        }
    }

    @Test
    void populationError_isTheSpreadOfTheProblems() {
        Recording recording = counts(new int[] {4, 4, 4}, new int[] {0, 2, 4});
        CurvePoint point = new Replay(recording, Reach.ALL_PROBLEMS, new int[] {1}, SEED)
                .curve(Rule.COVERAGE)
                .points()
                .get(0);
        assertEquals(0.5, point.mean(), 1e-15);
        assertEquals(0.5 / StrictMath.sqrt(3), point.populationError(), 1e-15);
    }

    /** With k = 1 the variance is Σ p(1−p)/n ÷ M², whatever the halves say of it on average: n/(n−1) · c/n · (1−c/n) ÷ n. */
    @Test
    void ownError_ofOneCandidate_isTheBinomialOne() {
        int[] n = new int[400];
        int[] c = new int[400];
        double expected = 0;
        for (int i = 0; i < n.length; i++) {
            n[i] = 20;
            c[i] = i % 21;
            expected += c[i] / 20.0 * (1 - c[i] / 20.0) / 19;
        }
        double own = ownError(counts(n, c), Rule.COVERAGE, 1);
        // 400 problems × 8 splits: a relative error of about √(2/3200) of the variance, 1.3 % of its root
        assertEquals(StrictMath.sqrt(expected) / 400, own, 0.08 * StrictMath.sqrt(expected) / 400);
    }

    /** One half in two of a coin at k = n: v = mean of ½(h_A − h_B)², here with c = 1 of n = 2 always ½ ÷ M. */
    @Test
    void ownError_withAllCandidates_isThatOfHalves() {
        assertEquals(
                StrictMath.sqrt(0.5 / 3), ownError(counts(new int[] {2, 2, 2}, new int[] {1, 1, 1}), Rule.COVERAGE, 2));
        assertEquals(
                StrictMath.sqrt(0.25 / 3),
                ownError(counts(new int[] {2, 2, 2}, new int[] {1, 1, 1}), Rule.COVERAGE, 1),
                1e-15);
    }

    private static double ownError(Recording recording, Rule rule, int k) {
        return new Replay(recording, Reach.ALL_PROBLEMS, new int[] {k}, SEED)
                .curve(rule)
                .at(k)
                .orElseThrow()
                .ownError();
    }

    @Test
    void unequalCandidates_areReplayedToTheLeastOrWhereTheyReach() {
        Recording recording = counts(new int[] {2, 4, 8}, new int[] {1, 0, 8});
        int[] ks = {8, 1, 2, 3, 5, 5, 100};
        ReplayedCurve least = new Replay(recording, Reach.ALL_PROBLEMS, ks, SEED).curve(Rule.COVERAGE);
        assertEquals(
                List.of(1, 2),
                least.points().stream().map(CurvePoint::candidates).toList());
        ReplayedCurve reaching = new Replay(recording, Reach.THOSE_THAT_REACH, ks, SEED).curve(Rule.COVERAGE);
        assertEquals(
                List.of(1, 2, 3, 5, 8),
                reaching.points().stream().map(CurvePoint::candidates).toList());
        CurvePoint three = reaching.at(3).orElseThrow();
        assertEquals(2, three.problems());
        assertEquals(0.5, three.mean(), 1e-15);
        assertArrayEquals(new double[] {Double.NaN, 0, 1}, reaching.problems(three));
        CurvePoint eight = reaching.at(8).orElseThrow();
        assertTrue(Double.isNaN(eight.populationError()), "one problem says nothing of others");
        assertEquals(0, eight.ownError());
    }

    @Test
    void whatTheRecordingLacks_isRefusedByName() {
        Recording bare = counts(new int[] {4}, new int[] {1});
        Replay replay = new Replay(bare, Reach.ALL_PROBLEMS, new int[] {1}, SEED);
        assertEquals(
                "majority-vote needs final answers, which were not recorded",
                assertThrows(IllegalArgumentException.class, () -> replay.curve(Rule.MAJORITY_VOTE))
                        .getMessage());
        assertEquals(
                "best-of-n needs a verifier's scores, which were not recorded",
                assertThrows(IllegalArgumentException.class, () -> replay.curve(Rule.BEST_OF_N))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Replay(bare, Reach.ALL_PROBLEMS, new int[] {0}, SEED));
    }

    private static Recording counts(int[] n, int[] c) {
        Recording.Builder builder = new Recording.Builder(false, 0, false);
        for (int problem = 0; problem < n.length; problem++) {
            builder.problem("p" + problem, Optional.empty());
            for (int candidate = 0; candidate < n[problem]; candidate++) {
                builder.candidate(candidate < c[problem], 0, 0);
            }
        }
        return builder.build();
    }
}

package overthink.core.exact.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Replayed accuracies against the mean over all ways to draw k of n candidates, which are enumerated. */
class ReplayTest {

    private static final long SEED = 20261128;
    private static final int CASES = 25;
    private static final int NO_ANSWER = -1;

    /** How a draw of candidates is graded: the share of right ones among those that win. */
    private interface Grade {
        double of(List<Integer> drawn);
    }

    private static double mean(int n, int k, Grade grade) {
        double sum = 0;
        int draws = 0;
        for (int set = 0; set < 1 << n; set++) {
            if (Integer.bitCount(set) == k) {
                List<Integer> drawn = new ArrayList<>();
                for (int i = 0; i < n; i++) {
                    if ((set >> i & 1) == 1) {
                        drawn.add(i);
                    }
                }
                sum += grade.of(drawn);
                draws++;
            }
        }
        return sum / draws;
    }

    private static double best(List<Integer> drawn, double[] scores, boolean[] correct) {
        double best = drawn.stream().mapToDouble(i -> scores[i]).max().orElseThrow();
        List<Integer> winners = drawn.stream().filter(i -> scores[i] == best).toList();
        return (double) winners.stream().filter(i -> correct[i]).count() / winners.size();
    }

    private static double majority(List<Integer> drawn, int[] answers, boolean[] right) {
        int[] votes = new int[right.length];
        drawn.stream().filter(i -> answers[i] != NO_ANSWER).forEach(i -> votes[answers[i]]++);
        int most = 0;
        for (int count : votes) {
            most = Math.max(most, count);
        }
        int tied = 0;
        int tiedRight = 0;
        for (int answer = 0; answer < votes.length && most > 0; answer++) {
            if (votes[answer] == most) {
                tied++;
                tiedRight += right[answer] ? 1 : 0;
            }
        }
        return tied == 0 ? 0 : (double) tiedRight / tied;
    }

    @Test
    void bestOf_everyDraw_hasThisMean() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        for (int one = 0; one < CASES; one++) {
            int n = 1 + random.nextInt(9);
            double[] scores = new double[n];
            boolean[] correct = new boolean[n];
            for (int i = 0; i < n; i++) {
                scores[i] = random.nextInt(4) - 1.5;
                correct[i] = random.nextBoolean();
            }
            BestOfReplay replay = new BestOfReplay(scores, correct);
            for (int k = 1; k <= n; k++) {
                assertEquals(mean(n, k, drawn -> best(drawn, scores, correct)), replay.accuracy(k), 1e-13);
            }
        }
    }

    @Test
    void majority_everyDraw_hasThisMean() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        for (int one = 0; one < CASES; one++) {
            int n = 1 + random.nextInt(9);
            boolean[] right = {true, false, false, random.nextBoolean(), false};
            int[] answers = new int[n];
            int[] votes = new int[right.length];
            int unanswered = 0;
            for (int i = 0; i < n; i++) {
                answers[i] = random.nextInt(right.length + 1) - 1;
                if (answers[i] == NO_ANSWER) {
                    unanswered++;
                } else {
                    votes[answers[i]]++;
                }
            }
            List<Integer> rightVotes = new ArrayList<>();
            List<Integer> wrongVotes = new ArrayList<>();
            for (int answer = 0; answer < right.length; answer++) {
                if (votes[answer] > 0) {
                    (right[answer] ? rightVotes : wrongVotes).add(votes[answer]);
                }
            }
            MajorityReplay replay = new MajorityReplay(
                    rightVotes.stream().mapToInt(Integer::intValue).toArray(),
                    wrongVotes.stream().mapToInt(Integer::intValue).toArray(),
                    unanswered);
            for (int k = 1; k <= n; k++) {
                assertEquals(mean(n, k, drawn -> majority(drawn, answers, right)), replay.accuracy(k), 1e-12);
            }
        }
    }

    @Test
    void majority_answersOfRightAndWrong_haveTheMeanOfTheFirstSeen() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED + 1);
        for (int one = 0; one < CASES; one++) {
            int n = 1 + random.nextInt(9);
            int[] answers = new int[n];
            boolean[] correct = new boolean[n];
            int[] votes = new int[4];
            int[] rights = new int[4];
            int unanswered = 0;
            for (int i = 0; i < n; i++) {
                answers[i] = random.nextInt(5) - 1;
                correct[i] = random.nextBoolean();
                if (answers[i] == NO_ANSWER) {
                    unanswered++;
                } else {
                    votes[answers[i]]++;
                    rights[answers[i]] += correct[i] ? 1 : 0;
                }
            }
            MajorityReplay replay = MajorityReplay.ofClasses(votes, rights, unanswered);
            for (int k = 1; k <= n; k++) {
                double expected = mean(n, k, drawn -> firstOfTheMost(drawn, answers, correct));
                assertEquals(expected, replay.accuracy(k), 1e-12);
            }
        }
    }

    /** Of the candidates drawn that gave an answer of the most votes, in random order, the first is any of them alike. */
    private static double firstOfTheMost(List<Integer> drawn, int[] answers, boolean[] correct) {
        int[] votes = new int[4];
        drawn.stream().filter(i -> answers[i] != NO_ANSWER).forEach(i -> votes[answers[i]]++);
        int most = Arrays.stream(votes).max().orElseThrow();
        List<Integer> winners = drawn.stream()
                .filter(i -> answers[i] != NO_ANSWER && votes[answers[i]] == most)
                .toList();
        return winners.isEmpty()
                ? 0
                : (double) winners.stream().filter(i -> correct[i]).count() / winners.size();
    }

    @Test
    void majority_tiesToTheWrong_isAnotherMean() {
        // of one right and one wrong vote, both drawn: a tie, which is shared and not lost
        assertEquals(0.5, new MajorityReplay(new int[] {1}, new int[] {1}, 0).accuracy(2), 1e-15);
    }

    @Tag("slow")
    @Test
    void majority_ofManyCandidates_overflowsNothing() {
        MajorityReplay replay = new MajorityReplay(new int[] {900}, new int[] {800, 200, 100}, 0);
        double half = replay.accuracy(1000);
        assertTrue(half > 0.99 && half < 1, "a lead of 45 in 1,000 draws of 2,000: " + half);
        assertEquals(0.45, replay.accuracy(1), 1e-12);
        assertEquals(1, replay.accuracy(2000), 1e-12);
    }

    @Test
    void coverage_smallNumbers_areThoseOfTheUrn() {
        assertEquals(1 - 3.0 / 10, CoverageReplay.some(5, 2, 2), 1e-15, "C(3,2)/C(5,2) = 3/10");
        assertEquals(1.0 / 10, CoverageReplay.all(5, 2, 2), 1e-15);
        assertEquals(1, CoverageReplay.some(5, 3, 3), 1e-15);
        assertEquals(0, CoverageReplay.some(5, 0, 5), 1e-15);
        assertEquals(0.5, CoverageReplay.some(100_000, 1, 50_000), 1e-9);
    }

    @Test
    void numbersOutOfRange_areNamed() {
        assertThrows(IllegalArgumentException.class, () -> CoverageReplay.some(5, 6, 2));
        assertThrows(IllegalArgumentException.class, () -> CoverageReplay.some(5, 2, 6));
        assertThrows(
                IllegalArgumentException.class, () -> new MajorityReplay(new int[] {2}, new int[0], 0).accuracy(3));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BestOfReplay(new double[] {1}, new boolean[] {true}).accuracy(0));
    }
}

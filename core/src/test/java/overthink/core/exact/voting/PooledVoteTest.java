package overthink.core.exact.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against every sequence of few answers, and against {@link BlockVote} where candidates are of one kind. */
class PooledVoteTest {

    private static final double[] P = {0.3, 0.5, 0.2};
    /** By answer and kind; the second is the first kind's own. */
    private static final double[][] WRONG = {{0.2, 0.1, 0.5}, {0.3, 0, 0}};

    private static final double[] UNIQUE = {0.1, 0, 0.3};
    private static final double[] SILENT = {0.1, 0.4, 0};
    private static final PooledVote VOTE = new PooledVote(P, WRONG, UNIQUE, SILENT);
    private static final long[][] COUNTS = {
        {1, 0, 0}, {1, 1, 0}, {0, 2, 1}, {2, 1, 1}, {2, 2, 1}, {3, 0, 3}, {2, 2, 2}, {1, 2, 3}
    };

    @Tag("slow")
    @Test
    void votes_areThoseOfAllSequences() {
        for (long[] counts : COUNTS) {
            assertEquals(enumerated(kinds(counts)), VOTE.at(counts).value(), 1e-13, Arrays.toString(counts));
        }
    }

    @Test
    void votes_ofAnotherOrderOrNumber_areOthers() {
        double vote = VOTE.at(new long[] {2, 2, 1}).value();
        assertTrue(Math.abs(enumerated(new int[] {2, 1, 1, 0, 0}) - vote) > 1e-3, "the last kind first is another");
        assertTrue(Math.abs(enumerated(new int[] {0, 1, 0, 1, 2}) - vote) > 1e-4, "kinds in turn are another");
        assertTrue(Math.abs(enumerated(new int[] {0, 0, 1, 2, 2}) - vote) > 1e-3, "one less of the second is another");
    }

    private static int[] kinds(long[] counts) {
        return IntStream.range(0, counts.length)
                .flatMap(kind -> IntStream.generate(() -> kind).limit(counts[kind]))
                .toArray();
    }

    /** Answers 0 (true), 1, 2, 3 (nobody else's) and 4 (none) of candidates of these kinds, in order. */
    private static double enumerated(int[] kinds) {
        double sum = 0;
        for (int code = 0; code < Math.round(Math.pow(5, kinds.length)); code++) {
            int[] given = new int[kinds.length];
            double chance = 1;
            int rest = code;
            for (int i = 0; i < kinds.length; i++) {
                int kind = kinds[i];
                double[] chances = {P[kind], WRONG[0][kind], WRONG[1][kind], UNIQUE[kind], SILENT[kind]};
                chance *= chances[rest % 5];
                given[i] = rest % 5 == 3 ? 5 + i : rest % 5;
                rest /= 5;
            }
            int leader = 4;
            for (int answer : given) {
                if (answer != 4 && (leader == 4 || votes(given, answer) > votes(given, leader))) {
                    leader = answer;
                }
            }
            sum += leader == 0 ? chance : 0;
        }
        return sum;
    }

    private static long votes(int[] given, int answer) {
        return Arrays.stream(given).filter(one -> one == answer).count();
    }

    @Test
    void votes_ofOneKind_areThoseOfABlock() {
        double[] weights = {0.1, 0.3, 0.2, 0.15};
        for (int n = 1; n <= 11; n++) {
            BlockVote block = new BlockVote(0.3, weights, 0.2, n, 0);
            double unit = 0.7 * 0.8 / 0.75;
            for (int parts = 1; parts <= 3; parts++) {
                double[] p = new double[parts];
                Arrays.fill(p, 0.3);
                double[][] wrong = new double[3][parts];
                for (int k = 0; k < 3; k++) {
                    Arrays.fill(wrong[k], unit * weights[k + 1]);
                }
                double[] unique = new double[parts];
                Arrays.fill(unique, unit * weights[0]);
                double[] silent = new double[parts];
                Arrays.fill(silent, 0.7 * 0.2);
                long[] counts = new long[parts];
                for (int i = 0; i < n; i++) {
                    counts[i % parts]++;
                }
                PooledVote pooled = new PooledVote(p, wrong, unique, silent);
                assertEquals(block.right(n), pooled.at(counts).value(), 1e-13);
            }
        }
    }
}

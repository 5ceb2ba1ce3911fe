package overthink.core.exact.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;

/** Against every sequence of few answers, and against {@link Plurality} where all candidates answer. */
class BlockVoteTest {

    private static final double P = 0.35;
    private static final double SILENCE = 0.2;
    /** Of answers that nobody else gives, then of three others. */
    private static final double[] WEIGHTS = {0.3, 1, 0.5, 0.5};

    /** What all sequences come to: the leader is right, it is and agrees, some leader agrees, and one does without a right candidate. */
    private record Enumerated(double right, double rightAgreed, double agreed, double agreedWithoutRight) {

        static Enumerated of(int candidates, int least, boolean lastOfEquals) {
            // 0 true, 1 to 3 wrong, 4 nobody else's, 5 none
            double[] shares = {P, 0, 0, 0, 0, (1 - P) * SILENCE};
            double total = Arrays.stream(WEIGHTS).sum();
            for (int k = 1; k <= 3; k++) {
                shares[k] = (1 - P) * (1 - SILENCE) * WEIGHTS[k] / total;
            }
            shares[4] = (1 - P) * (1 - SILENCE) * WEIGHTS[0] / total;
            double[] sums = new double[4];
            for (int code = 0; code < Math.round(Math.pow(6, candidates)); code++) {
                int[] given = new int[candidates];
                double chance = 1;
                int rest = code;
                for (int i = 0; i < candidates; i++) {
                    given[i] = rest % 6 == 4 ? 6 + i : rest % 6;
                    chance *= shares[rest % 6];
                    rest /= 6;
                }
                int leader = leader(given, lastOfEquals);
                long votes = leader < 0 ? 0 : votes(given, leader);
                sums[0] += leader == 0 ? chance : 0;
                sums[1] += leader == 0 && votes >= least ? chance : 0;
                sums[2] += votes >= least ? chance : 0;
                sums[3] += votes >= least && votes(given, 0) == 0 ? chance : 0;
            }
            return new Enumerated(sums[0], sums[1], sums[2], sums[3]);
        }

        private static long votes(int[] given, int answer) {
            return Arrays.stream(given).filter(one -> one == answer).count();
        }

        private static int leader(int[] given, boolean lastOfEquals) {
            int leader = -1;
            for (int answer : given) {
                if (answer != 5
                        && (leader < 0
                                || votes(given, answer) > votes(given, leader)
                                || (lastOfEquals && votes(given, answer) == votes(given, leader)))) {
                    leader = answer;
                }
            }
            return leader;
        }
    }

    @Tag("slow")
    @Test
    void votes_areThoseOfAllSequences() {
        for (int n = 1; n <= 5; n++) {
            for (int least = 0; least <= n; least++) {
                BlockVote vote = new BlockVote(P, WEIGHTS, SILENCE, n, least);
                Enumerated all = Enumerated.of(n, least, false);
                assertEquals(all.right(), vote.right(n), 1e-13);
                assertEquals(all.rightAgreed(), vote.rightAgreed(), 1e-13);
                assertEquals(all.agreed(), vote.agreed(), 1e-13);
                assertEquals(all.agreedWithoutRight(), vote.agreedWithoutRight(), 1e-13);
            }
        }
        BlockVote vote = new BlockVote(P, WEIGHTS, SILENCE, 5, 3);
        assertEquals(Enumerated.of(4, 3, false).right(), vote.right(4), 1e-13, "the first four");
        assertTrue(Math.abs(Enumerated.of(5, 2, false).agreed() - vote.agreed()) > 1e-3, "a vote less is another");
    }

    /** Given the counts every order is as likely, so that the last seen of equals wins as often as the first. */
    @Test
    void ties_areSharedOutEvenly() {
        assertEquals(Enumerated.of(4, 0, true).right(), new BlockVote(P, WEIGHTS, SILENCE, 4, 0).right(4), 1e-13);
        double shared = new BlockVote(P, new double[] {0, 1}, 0, 2, 0).right(2);
        assertEquals(P * P + P * (1 - P), shared, 1e-15, "of two that differ either is the first as often");
        assertTrue(Math.abs(P * P - shared) > 1e-3, "ties that are lost are another");
    }

    @Test
    void votes_ofCandidatesThatAllAnswer_arePluralities() {
        double[] zipf = {0, 1, 1.0 / 2, 1.0 / 3, 1.0 / 4, 1.0 / 5};
        double[] even = new double[301];
        Arrays.fill(even, 1, 301, 1);
        for (double p : new double[] {0, 0.05, 0.3, 0.8, 1}) {
            for (int n : new int[] {1, 2, 3, 10, 40}) {
                assertPlurality(Plurality.of(new Zipf(5, 1)), zipf, p, n);
                assertPlurality(Plurality.of(new UniformAnswers(300)), even, p, n);
                assertPlurality(Plurality.of(new Distinct()), new double[] {1}, p, n);
            }
        }
        assertPlurality(Plurality.of(new Zipf(5, 1)), zipf, 0.3, BlockVote.MOST);
    }

    private static void assertPlurality(Plurality plurality, double[] weights, double p, int n) {
        BlockVote vote = new BlockVote(p, weights, 0, n, n / 2);
        assertEquals(plurality.accuracy(p, n).value(), vote.right(n), 1e-12);
        assertEquals(plurality.accuracy(p, (n + 1) / 2).value(), vote.right((n + 1) / 2), 1e-12);
    }
}

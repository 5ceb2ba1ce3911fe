package overthink.core.exact.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.exact.Approximation;
import overthink.core.exact.Coverage;
import overthink.core.law.verifier.NoiseLaw;

/** Candidates of few scores, all sequences of which are played; and what becomes of the largest and smallest numbers. */
class ThresholdStopTest {

    private static final long MOST = BestOfNAccuracy.LARGEST;

    /** Scores 0 to 3, of right candidates and of wrong ones, with their probabilities. */
    private static final double[] CHANCES = {0.05, 0.1, 0.08, 0.12, 0.3, 0.15, 0.13, 0.07};

    /** The part of a score that is right. */
    private static boolean isRight(int kind) {
        return kind < 4;
    }

    private static int score(int kind) {
        return kind % 4;
    }

    /** How the player of all sequences plays. */
    private enum Play {
        AS_DEFINED,
        STOPS_A_BATCH_LATE,
        BEST_OF_THE_LAST_BATCH,
        STOPS_WITHIN_A_BATCH
    }

    /** What a sequence comes to. */
    private record Outcome(boolean right, boolean covered, int candidates, int rounds, int wavesOfTwo) {}

    private static Outcome play(Play play, int[] kinds, int threshold, int batch) {
        int best = -1;
        boolean covered = false;
        int rounds = 0;
        int waves = 0;
        boolean stopping = false;
        int drawn = 0;
        while (drawn < kinds.length) {
            int end = Math.min(kinds.length, drawn + batch);
            if (play == Play.BEST_OF_THE_LAST_BATCH) {
                best = -1;
            }
            int from = drawn;
            boolean enough = false;
            while (drawn < end && !(enough && play == Play.STOPS_WITHIN_A_BATCH)) {
                covered |= isRight(kinds[drawn]);
                if (best < 0 || score(kinds[drawn]) > score(kinds[best])) {
                    best = drawn;
                }
                enough = score(kinds[best]) >= threshold;
                drawn++;
            }
            rounds++;
            waves += (drawn - from + 1) / 2;
            if (stopping || (enough && play != Play.STOPS_A_BATCH_LATE)) {
                break;
            }
            stopping = enough;
        }
        return new Outcome(isRight(kinds[best]), covered, drawn, rounds, waves);
    }

    /** Mean right, covered, candidates, rounds and waves of two over all sequences of n. */
    private static double[] enumerate(Play play, int n, int threshold, int batch) {
        double[] means = new double[5];
        int[] kinds = new int[n];
        for (int code = 0; code < Math.pow(CHANCES.length, n); code++) {
            double chance = 1;
            for (int i = 0, rest = code; i < n; i++, rest /= CHANCES.length) {
                kinds[i] = rest % CHANCES.length;
                chance *= CHANCES[kinds[i]];
            }
            Outcome outcome = play(play, kinds, threshold, batch);
            means[0] += outcome.right ? chance : 0;
            means[1] += outcome.covered ? chance : 0;
            means[2] += chance * outcome.candidates;
            means[3] += chance * outcome.rounds;
            means[4] += chance * outcome.wavesOfTwo;
        }
        return means;
    }

    /** The best of n by its score s: none greater, the first at s right: (a + r)ⁿ − aⁿ times r's part, a what is less. */
    private record FewScores(int threshold) implements ScoreSplit {

        @Override
        public double p() {
            return CHANCES[0] + CHANCES[1] + CHANCES[2] + CHANCES[3];
        }

        @Override
        public double rightReaches() {
            return reaches(0) / p();
        }

        @Override
        public double wrongReaches() {
            return reaches(4) / (1 - p());
        }

        private double reaches(int first) {
            double sum = 0;
            for (int s = Math.max(0, threshold); s < 4; s++) {
                sum += CHANCES[first + s];
            }
            return sum;
        }

        @Override
        public Approximation reaching(long n) {
            return best(n, Math.max(0, threshold), 4);
        }

        @Override
        public Approximation missing(long n) {
            return best(n, 0, Math.min(4, threshold));
        }

        private static Approximation best(long n, int from, int to) {
            double sum = 0;
            double less = 0;
            for (int s = 0; s < to; s++) {
                double at = CHANCES[s] + CHANCES[4 + s];
                if (s >= from) {
                    sum += CHANCES[s] / at * (Math.pow(less + at, n) - Math.pow(less, n));
                }
                less += at;
            }
            return new Approximation(sum, 0);
        }

        @Override
        public double limit() {
            return CHANCES[3] / (CHANCES[3] + CHANCES[7]);
        }
    }

    /** Sums of up to 2<sup>15</sup> chances, hence 4·2<sup>15</sup>·2<sup>−53</sup> for means of up to 4 and more. */
    private static void compare(Play play, int n, int threshold, int batch, long most) {
        ThresholdStop stop = new ThresholdStop(new FewScores(threshold), batch, most);
        double[] expected = enumerate(play, (int) Math.min(n, most), threshold, batch);
        String where = "n %d threshold %d batch %d most %d".formatted(n, threshold, batch, most);
        assertEquals(expected[0], stop.accuracy(n).value(), 2e-11, where);
        assertEquals(expected[1], stop.coverage(n), 2e-11, where);
        assertEquals(expected[2], stop.candidates(n), 2e-11, where);
        assertEquals(expected[3], stop.rounds(n), 2e-11, where);
        assertEquals(expected[4], stop.waves(n, 2), 2e-11, where);
    }

    @Tag("slow")
    @Test
    void stop_ofFewScores_isThatOfAllSequences() {
        for (int threshold = 0; threshold <= 4; threshold++) {
            for (int batch = 1; batch <= 4; batch++) {
                for (int n = 1; n <= 5; n++) {
                    compare(Play.AS_DEFINED, n, threshold, batch, Long.MAX_VALUE);
                }
                compare(Play.AS_DEFINED, 9, threshold, batch, 5);
            }
        }
    }

    @Test
    void stop_playedOtherwise_isNoticed() {
        assertThrows(AssertionError.class, () -> compare(Play.STOPS_A_BATCH_LATE, 5, 2, 2, MOST));
        assertThrows(AssertionError.class, () -> compare(Play.BEST_OF_THE_LAST_BATCH, 5, 2, 2, MOST));
        assertThrows(AssertionError.class, () -> compare(Play.STOPS_WITHIN_A_BATCH, 5, 2, 2, MOST));
    }

    @Test
    void limit_ofFewScores_isWhatManyCandidatesGive() {
        for (int threshold = 0; threshold <= 4; threshold++) {
            for (long most : new long[] {7, Long.MAX_VALUE}) {
                ThresholdStop stop = new ThresholdStop(new FewScores(threshold), 3, most);
                assertEquals(stop.accuracy(100_000).value(), stop.limit(), 1e-12);
                assertEquals(stop.coverage(100_000), stop.limitOfCoverage(), 1e-12);
            }
        }
    }

    private static List<NoiseLaw> noises() {
        return List.of(new NoiseLaw.Gaussian(), new NoiseLaw.StudentT(2.01), new NoiseLaw.StudentT(30));
    }

    private static LatentSplit split(NoiseLaw noise, double d, double threshold) {
        LatentMixture wrong =
                LatentMixture.of(new double[] {3, 2, 1}, new double[] {0, 0.7, 2}, new double[] {0.8, 0.8, 1});
        return LatentSplit.of(noise, d, 0.8, wrong, threshold);
    }

    @Tag("slow")
    @Test
    void stop_tinyAndHuge_isFiniteInRangeAndStatesASmallError() {
        double inf = Double.POSITIVE_INFINITY;
        List<Double> thresholds = List.of(-inf, -1e300, -1e9, -20.0, -3.0, 1.0, 6.0, 15.0, 25.0, 40.0, 1e9, 1e300, inf);
        for (NoiseLaw noise : noises()) {
            for (double d : new double[] {1e-9, 1.5, 8, 1000}) {
                for (double threshold : thresholds) {
                    LatentSplit split = split(noise, d, threshold);
                    for (double p : new double[] {0, 1e-15, 0.3, 1 - 1e-15, 1}) {
                        for (long batch : new long[] {1, 5, 1_000_000}) {
                            check(new ThresholdStop(split.at(p), batch, Long.MAX_VALUE), p, batch);
                        }
                    }
                }
            }
        }
    }

    private static void check(ThresholdStop stop, double p, long batch) {
        double covered = 0;
        double spent = 0;
        List<Long> budgets = new ArrayList<>(List.of(1L, 2L, 3L, 64L, 1L << 31, MOST - 1, MOST));
        for (long n : budgets) {
            Approximation accuracy = stop.accuracy(n);
            double coverage = stop.coverage(n);
            double candidates = stop.candidates(n);
            String where = "p %s batch %d n %d: %s %s %s".formatted(p, batch, n, accuracy, coverage, candidates);
            assertTrue(accuracy.value() >= 0 && accuracy.value() <= coverage * (1 + 1e-9) + 1e-30, where);
            assertTrue(accuracy.error() >= 0 && accuracy.error() < 1e-11, where);
            assertTrue(coverage >= covered * (1 - 1e-12) && coverage <= 1, where);
            assertTrue(coverage <= Coverage.of(p, n) * (1 + 1e-12), where);
            assertTrue(candidates >= Math.max(spent, Math.min(n, batch)) * (1 - 1e-12) && candidates <= n, where);
            double rounds = stop.rounds(n);
            assertTrue(
                    rounds >= 1 - 1e-12
                            && rounds <= candidates * (1 + 1e-12)
                            && rounds >= candidates / batch * (1 - 1e-12),
                    where);
            double waves = stop.waves(n, 3);
            assertTrue(
                    waves >= Math.max(rounds, candidates / 3) * (1 - 1e-12) && waves <= candidates * (1 + 1e-12),
                    where);
            covered = coverage;
            spent = candidates;
        }
        assertEquals(p, stop.accuracy(1).value(), 1e-12 * p);
        if (p == 0 || p == 1) {
            assertEquals(p, stop.accuracy(MOST).value(), 1e-12);
            assertEquals(p, stop.coverage(MOST), 1e-12);
        }
        assertTrue(stop.limit() >= 0 && stop.limit() <= 1);
        assertTrue(stop.limitOfCoverage() >= covered * (1 - 1e-12) && stop.limitOfCoverage() <= 1);
    }

    @Test
    void stop_atOnceOrNever_isBestOfThatMany() {
        for (NoiseLaw noise : noises()) {
            for (double p : new double[] {0, 1e-15, 0.3, 1}) {
                LatentMixture wrong =
                        LatentMixture.of(new double[] {3, 2, 1}, new double[] {0, 0.7, 2}, new double[] {0.8, 0.8, 1});
                BestOfNAccuracy.Curve best =
                        BestOfNAccuracy.of(noise, 1.5, 0.8, wrong).curve(p);
                ThresholdStop never = new ThresholdStop(
                        split(noise, 1.5, Double.POSITIVE_INFINITY).at(p), 5, Long.MAX_VALUE);
                ThresholdStop atOnce = new ThresholdStop(
                        split(noise, 1.5, Double.NEGATIVE_INFINITY).at(p), 5, Long.MAX_VALUE);
                for (long n : new long[] {1, 4, 5, 64, MOST}) {
                    assertEquals(best.at(n).value(), never.accuracy(n).value(), 1e-13);
                    assertEquals(n, never.candidates(n));
                    assertEquals(
                            best.at(Math.min(5, n)).value(), atOnce.accuracy(n).value(), 1e-13);
                    assertEquals(Math.min(5, n), atOnce.candidates(n));
                }
                assertEquals(best.limit(), never.limit());
                assertEquals(best.at(5).value(), atOnce.limit(), 1e-13);
            }
        }
    }

    /** Of verdicts with batches of one it is the first accepted. */
    @Test
    void stop_ofVerdictsOneByOne_isTheFirstAccepted() {
        FirstAcceptedLaw law = new FirstAcceptedLaw(0.8, 0.1);
        for (double p : new double[] {0, 1e-15, 0.3, 1}) {
            ThresholdStop stop = new ThresholdStop(ScoreSplit.ofVerdicts(p, law, true, false), 1, Long.MAX_VALUE);
            for (long n : new long[] {1, 2, 7, 1L << 31, MOST}) {
                double expected = law.accuracy(p, n, FirstAcceptedLaw.Otherwise.ANSWER);
                assertEquals(expected, stop.accuracy(n).value(), 1e-14 * expected);
                assertEquals(law.draws(p, n), stop.candidates(n), 1e-13 * law.draws(p, n));
            }
            assertEquals(law.ceiling(p), stop.limit(), 1e-14);
        }
    }

    @Test
    void stop_ofBadNumbers_isRefused() {
        ScoreSplit split = ScoreSplit.ofEqualScores(0.3, true);
        assertThrows(IllegalArgumentException.class, () -> new ThresholdStop(split, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new ThresholdStop(split, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> ScoreSplit.ofEqualScores(-0.1, true));
        assertThrows(
                IllegalArgumentException.class,
                () -> ScoreSplit.ofVerdicts(1.1, new FirstAcceptedLaw(1, 0), true, false));
        assertThrows(IllegalArgumentException.class, () -> split(new NoiseLaw.Gaussian(), 1, Double.NaN));
    }
}

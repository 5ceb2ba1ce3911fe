package overthink.core.exact.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import overthink.core.exact.selection.ScreenedLaw.Verdicts;

class ScreenedLawTest {

    private static final Verdicts RIGHT = Verdicts.of(0.9, 0.7, 0.4);
    private static final Verdicts WRONG = Verdicts.of(0.3, 0.5, 0.4);

    /** What all kinds of three candidates come to, one by one. */
    private record Enumerated(double accuracy, double abstained, double secondCalls, double secondAsked) {}

    private static Enumerated enumerate(double p, int n, boolean firstDrops, boolean secondDrops) {
        double accuracy = 0;
        double abstained = 0;
        double calls = 0;
        double asked = 0;
        int kinds = 8;
        for (int code = 0; code < Math.pow(kinds, n); code++) {
            double weight = 1;
            int[] kind = new int[n];
            for (int i = 0, left = code; i < n; i++, left /= kinds) {
                kind[i] = left % kinds;
                weight *= chance(p, kind[i]);
            }
            boolean[] in = left(kind, null, 4, firstDrops);
            int second = count(in);
            calls += weight * second;
            asked += second > 0 ? weight : 0;
            boolean[] end = left(kind, in, 2, secondDrops);
            int left = count(end);
            int right = 0;
            for (int i = 0; i < n; i++) {
                right += end[i] && (kind[i] & 1) == 1 ? 1 : 0;
            }
            accuracy += left == 0 ? 0 : weight * right / left;
            abstained += left == 0 ? weight : 0;
        }
        return new Enumerated(accuracy, abstained, calls, asked);
    }

    /** Of a kind: right (1), accepted by the second (2), by the first (4). */
    private static double chance(double p, int kind) {
        Verdicts verdicts = (kind & 1) == 1 ? RIGHT : WRONG;
        double own = (kind & 1) == 1 ? p : 1 - p;
        return own
                * switch (kind >> 1) {
                    case 3 -> verdicts.both();
                    case 2 -> verdicts.first();
                    case 1 -> verdicts.second();
                    default -> verdicts.none();
                };
    }

    private static boolean[] left(int[] kind, boolean[] among, int bit, boolean drops) {
        boolean[] left = new boolean[kind.length];
        for (int i = 0; i < kind.length; i++) {
            left[i] = (among == null || among[i]) && (kind[i] & bit) != 0;
        }
        if (count(left) == 0 && !drops) {
            for (int i = 0; i < kind.length; i++) {
                left[i] = among == null || among[i];
            }
        }
        return left;
    }

    private static int count(boolean[] which) {
        int count = 0;
        for (boolean one : which) {
            count += one ? 1 : 0;
        }
        return count;
    }

    @Test
    void law_ofThreeCandidates_isTheEnumeration() {
        for (double p : new double[] {0, 0.2, 0.6, 1}) {
            for (int drops = 0; drops < 4; drops++) {
                ScreenedLaw law = new ScreenedLaw(RIGHT, WRONG, (drops & 1) == 1, (drops & 2) == 2);
                Enumerated expected = enumerate(p, 3, (drops & 1) == 1, (drops & 2) == 2);
                assertEquals(expected.accuracy(), law.accuracy(p, 3), 1e-14, "p = " + p + ", drops " + drops);
                assertEquals(expected.abstained(), law.abstained(p, 3), 1e-14);
                assertEquals(expected.secondCalls(), law.secondCalls(p, 3), 1e-13);
                assertEquals(expected.secondAsked(), law.secondAsked(p, 3), 1e-14);
            }
        }
    }

    /** A cascade's recall is the chance that both accept a right one; taken as independent it would be another. */
    @Test
    void verdicts_thatGoTogether_areTheBivariateIntegral() {
        assertEquals(BivariateNormal.both(0.9, 0.7, 0.4), RIGHT.both(), 1e-15);
        assertEquals(0.9, RIGHT.both() + RIGHT.first(), 1e-15);
        assertEquals(0.7, RIGHT.both() + RIGHT.second(), 1e-15);
        assertEquals(1, RIGHT.both() + RIGHT.first() + RIGHT.second() + RIGHT.none(), 1e-15);
        assertNotEquals(0.63, RIGHT.both(), 1e-3);
        // as N grows, one that both accept is right by Bayes' rule
        double p = 0.2;
        double both = p * RIGHT.both() + (1 - p) * WRONG.both();
        assertEquals(
                p * RIGHT.both() / both,
                new ScreenedLaw(RIGHT, WRONG, false, false).accuracy(p, Double.POSITIVE_INFINITY),
                1e-15);
    }
}

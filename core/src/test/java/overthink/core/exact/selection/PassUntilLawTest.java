package overthink.core.exact.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against sums over all ends of a trial, and closed forms. */
class PassUntilLawTest {

    /** A chance for each number of candidates accepted, after each number drawn, by the rules alone. */
    private record Sums(double draws, double biased, double unbiased) {

        static Sums of(double a, int r, int most) {
            double[] underWay = new double[r];
            underWay[0] = 1;
            double draws = 0;
            double biased = 0;
            double unbiased = 0;
            for (int k = 1; k <= most; k++) {
                double ends = underWay[r - 1] * a;
                draws += k * ends;
                biased += ends * r / k;
                unbiased += r == 1 ? ends / k : k == 1 ? 0 : ends * (r - 1) / (k - 1);
                for (int j = r - 1; j >= 0; j--) {
                    underWay[j] = underWay[j] * (1 - a) + (j > 0 ? underWay[j - 1] * a : 0);
                }
            }
            for (int j = 0; j < r; j++) {
                draws += most * underWay[j];
                biased += underWay[j] * j / most;
                unbiased += underWay[j] * j / most;
            }
            return new Sums(draws, biased, unbiased);
        }
    }

    @Tag("slow")
    @Test
    void means_areTheSumsOverAllEnds() {
        for (double a : new double[] {0, 0.003, 0.2, 0.5, 0.9, 1}) {
            for (int r = 1; r <= 6; r++) {
                for (int most : new int[] {1, 2, 5, 6, 40, 700}) {
                    PassUntilLaw law = new PassUntilLaw(a, r);
                    Sums sums = Sums.of(a, r, most);
                    String what = "a = %s, r = %d, N = %d".formatted(a, r, most);
                    assertEquals(sums.draws(), law.draws(most), 1e-11 * most, what);
                    assertEquals(sums.biased(), law.biased(most), 1e-8 * a + 1e-15, what);
                    assertEquals(sums.unbiased(), law.unbiased(most), 1e-8 * a + 1e-15, what);
                }
            }
        }
    }

    /** r = 1: a·ln(1/a)/(1 − a). r = 4, a = .01: .01325 by simulation, where the other is .00999, as told in the literature. */
    @Test
    void biased_withoutEnd_isTooHigh() {
        for (double a : new double[] {0.5, 0.01, 1e-5}) {
            double expected = a * Math.log(1 / a) / (1 - a);
            assertEquals(expected, new PassUntilLaw(a, 1).biased(1L << 40), 1e-8 * expected);
        }
        double biased = new PassUntilLaw(0.01, 4).biased(1L << 30);
        assertEquals(0.01325, biased, 1e-4);
        assertNotEquals(0.01, biased, 1e-3, "r/K is not a");
        assertEquals(4 / 0.01, new PassUntilLaw(0.01, 4).draws(1L << 40), 1e-9);
    }

    /** By all ends: wrong and rejected, wrong and accepted, right. */
    @Test
    void coverage_isTheSumOverAllEnds() {
        for (double f : new double[] {0, 0.2, 1}) {
            for (int r = 1; r <= 3; r++) {
                double p = 0.15;
                double[] onlyWrong = new double[r];
                onlyWrong[0] = 1;
                double endedWrong = 0;
                for (int k = 1; k <= 30; k++) {
                    endedWrong += onlyWrong[r - 1] * (1 - p) * f;
                    for (int j = r - 1; j >= 0; j--) {
                        onlyWrong[j] = onlyWrong[j] * (1 - p) * (1 - f) + (j > 0 ? onlyWrong[j - 1] * (1 - p) * f : 0);
                    }
                    double never = endedWrong;
                    for (double open : onlyWrong) {
                        never += open;
                    }
                    assertEquals(1 - never, new PassUntilLaw(0.5, r).coverage(p, f, k), 1e-12, f + " " + r + " " + k);
                }
            }
        }
    }
}

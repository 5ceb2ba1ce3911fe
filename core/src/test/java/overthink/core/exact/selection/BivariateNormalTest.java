package overthink.core.exact.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class BivariateNormalTest {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @Test
    void cumulative_atTheCentre_isSheppards() {
        for (double rho : new double[] {-0.999, -0.7, -0.2, 0, 0.3, 0.5, 0.9, 0.999}) {
            assertEquals(0.25 + StrictMath.asin(rho) / (2 * Math.PI), BivariateNormal.cumulative(0, 0, rho), 1e-14);
        }
    }

    /** P(X ≤ h, Y ≤ k) = ∫ φ(x)·Φ((k − ρx)/√(1 − ρ²)) dx, by Simpson's rule: another road to the same number. */
    @Test
    void cumulative_anywhere_isTheConditionalIntegral() {
        for (double rho : new double[] {-0.95, -0.4, 0.1, 0.6, 0.95}) {
            for (double h : new double[] {-2.5, -0.7, 0.4, 1.9}) {
                for (double k : new double[] {-1.2, 0.3, 2.2}) {
                    assertEquals(
                            conditional(h, k, rho),
                            BivariateNormal.cumulative(h, k, rho),
                            1e-10,
                            "%s %s %s".formatted(h, k, rho));
                }
            }
        }
    }

    private static double conditional(double h, double k, double rho) {
        int panels = 20_000;
        double step = (h + 9) / panels;
        double sum = 0;
        for (int i = 0; i <= panels; i++) {
            double x = -9 + i * step;
            double weight = i == 0 || i == panels ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * NORMAL.density(x) * NORMAL.cumulativeProbability((k - rho * x) / Math.sqrt(1 - rho * rho));
        }
        return sum * step / 3;
    }

    @Test
    void cumulative_atTheEnds_isOneNumbers() {
        assertEquals(NORMAL.cumulativeProbability(-0.3), BivariateNormal.cumulative(-0.3, 1.2, 1), 1e-15);
        assertEquals(
                NORMAL.cumulativeProbability(0.3) - NORMAL.cumulativeProbability(-1.2),
                BivariateNormal.cumulative(0.3, 1.2, -1),
                1e-14);
        assertEquals(
                NORMAL.cumulativeProbability(0.3),
                BivariateNormal.cumulative(0.3, Double.POSITIVE_INFINITY, 0.4),
                1e-15);
        assertEquals(0, BivariateNormal.cumulative(Double.NEGATIVE_INFINITY, 1, 0.4));
        assertTrue(BivariateNormal.both(0.3, 0.4, 0.5) > 0.12);
        assertEquals(0.12, BivariateNormal.both(0.3, 0.4, 0), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> BivariateNormal.cumulative(0, 0, 1.1));
    }
}

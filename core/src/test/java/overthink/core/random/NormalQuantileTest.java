package overthink.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalQuantileTest {

    @Test
    void quantile_everywhere_isThatOfCommonsStatistics() {
        NormalDistribution standard = NormalDistribution.of(0, 1);
        for (int i = 1; i < 2000; i++) {
            double u = i / 2000.0;
            double expected = standard.inverseCumulativeProbability(u);
            assertEquals(expected, NormalQuantile.of(u), 4e-15 * Math.abs(expected) + 1e-16, "at " + u);
        }
        for (double u = 1e-3; u > 1e-300; u *= 1e-3) {
            double expected = standard.inverseCumulativeProbability(u);
            assertEquals(expected, NormalQuantile.of(u), 4e-15 * Math.abs(expected), "at " + u);
        }
    }

    @Test
    void quantile_tails_isThatOfMpmath() {
        // mpmath 1.3.0 at 30 digits, of the doubles nearest to 1e-6 and 1e-300
        assertEquals(-4.753424308822899, NormalQuantile.of(1e-6), 1e-14);
        assertEquals(-37.047096299361199, NormalQuantile.of(1e-300), 1e-13);
    }
}

package overthink.core.law.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import overthink.core.api.RealRange;

class PointTest {

    @Test
    void failure_tinyAccuracy_doesNotCancel() {
        // (1 − 1e-15)^(2^40) = exp(−2^40·(1e-15 + …)); 1 − 1e-15 as a double would err by 11 %
        assertEquals(StrictMath.exp(-0x1p40 * 1e-15), new Point(1e-15).failure(1L << 40), 1e-15);
        assertEquals(0.5, new Point(0.5).failure(1), 1e-16);
    }

    @Test
    void failure_atTheEnds_isExact() {
        assertEquals(1, new Point(0).failure(1L << 40), 0.0);
        assertEquals(0, new Point(1).failure(1), 0.0);
        assertEquals(1, new Point(1).failure(0), 0.0);
    }

    @Test
    void constructor_outOfRange_saysTheRule() {
        for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new Point(p));
            assertEquals("point: p must be a number between 0 and 1, not " + RealRange.text(p), refused.getMessage());
        }
    }
}

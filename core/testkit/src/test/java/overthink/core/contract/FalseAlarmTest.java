package overthink.core.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import overthink.core.testkit.FalseAlarm;

class FalseAlarmTest {

    /** Two-sided normal quantiles from tables. */
    @Test
    void standardErrors_knownChances_asTabulated() {
        assertEquals(1.959963984540054, FalseAlarm.standardErrors(0.05), 1e-12);
        assertEquals(3.290526731491926, FalseAlarm.standardErrors(1e-3), 1e-11);
        assertEquals(6.109410204869, FalseAlarm.standardErrors(1e-9), 1e-9);
        assertThrows(IllegalArgumentException.class, () -> FalseAlarm.standardErrors(0));
    }

    @Test
    void assertMean_onEitherSideOfTheLimit() {
        assertDoesNotThrow(() -> FalseAlarm.assertMean("x", 1, 1.609, 0.1, 1e-9));
        AssertionError high = assertThrows(AssertionError.class, () -> FalseAlarm.assertMean("x", 1, 1.612, 0.1, 1e-9));
        assertTrue(String.valueOf(high.getMessage()).contains("6.12 standard errors of 0.1"), high.getMessage());
        assertThrows(AssertionError.class, () -> FalseAlarm.assertMean("x", 1, 0.388, 0.1, 1e-9));
        assertThrows(AssertionError.class, () -> FalseAlarm.assertMean("x", 1, Double.NaN, 0.1, 1e-9));
        assertDoesNotThrow(() -> FalseAlarm.assertMean("x", 1, 1, 0, 1e-9));
        assertThrows(AssertionError.class, () -> FalseAlarm.assertMean("x", 1, 1.1, 0, 1e-9));
    }

    /** Ten fair coins: P(X = 10) = 1/1024, P(X ≥ 9) = 11/1024. */
    @Test
    void assertProportion_exactTails() {
        assertDoesNotThrow(() -> FalseAlarm.assertProportion("x", 0.5, 10, 10, 2 / 1025.0));
        assertThrows(AssertionError.class, () -> FalseAlarm.assertProportion("x", 0.5, 10, 10, 2 / 1023.0));
        assertDoesNotThrow(() -> FalseAlarm.assertProportion("x", 0.5, 1, 10, 22 / 1025.0));
        assertThrows(AssertionError.class, () -> FalseAlarm.assertProportion("x", 0.5, 1, 10, 22 / 1023.0));
        assertThrows(AssertionError.class, () -> FalseAlarm.assertProportion("x", 0, 1, 10, 1e-9));
        assertThrows(AssertionError.class, () -> FalseAlarm.assertProportion("x", 1, 9, 10, 1e-9));
        assertDoesNotThrow(() -> FalseAlarm.assertProportion("x", 0, 0, 10, 1e-9));
    }
}

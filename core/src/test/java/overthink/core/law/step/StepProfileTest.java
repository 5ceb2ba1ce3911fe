package overthink.core.law.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class StepProfileTest {

    @Test
    void linear_goesFromFirstToLast() {
        assertArrayEquals(new double[] {1, 2, 3}, new StepProfile.Linear(1, 3).weights(3), 1e-15);
        assertArrayEquals(new double[] {4}, new StepProfile.Linear(1, 3).weights(1), 1e-15);
        assertArrayEquals(new double[] {1, 1}, StepProfile.UNIFORM.weights(2), 0.0);
    }

    @Test
    void listed_isCopied() {
        double[] weights = {1, 0};
        StepProfile profile = new StepProfile.Listed(weights);
        weights[0] = 9;
        profile.weights(2)[1] = 9;
        assertArrayEquals(new double[] {1, 0}, profile.weights(2), 0.0);
        assertEquals(new StepProfile.Listed(1, 0), profile);
        assertEquals(new StepProfile.Listed(1, 0).hashCode(), profile.hashCode());
        assertNotEquals(new StepProfile.Listed(0, 1), profile);
    }

    @Test
    void constructor_outOfRange_saysTheRule() {
        assertEquals(
                "profile: first and last must not both be 0",
                assertThrows(IllegalArgumentException.class, () -> new StepProfile.Linear(0, 0))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new StepProfile.Linear(-1, 2));
        assertThrows(IllegalArgumentException.class, () -> new StepProfile.Linear(1, Double.POSITIVE_INFINITY));
        assertEquals(
                "profile: a weight must be a number between 0 and 1000000, not -1",
                assertThrows(IllegalArgumentException.class, () -> new StepProfile.Listed(1, -1))
                        .getMessage());
        assertEquals(
                "profile: at least one weight must be positive",
                assertThrows(IllegalArgumentException.class, () -> new StepProfile.Listed(0, 0))
                        .getMessage());
        assertEquals(
                "profile: 2 weights are given for 3 steps",
                assertThrows(IllegalArgumentException.class, () -> new StepProfile.Listed(1, 1).weights(3))
                        .getMessage());
    }
}

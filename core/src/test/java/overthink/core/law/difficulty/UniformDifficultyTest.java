package overthink.core.law.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class UniformDifficultyTest {

    @Test
    void failure_unitInterval_isOneOverNPlusOne() {
        for (long n : new long[] {0, 1, 99, 1L << 31, 1L << 40}) {
            assertEquals(1 / (n + 1.0), new UniformDifficulty(0, 1).failure(n), 1e-14 / (n + 1.0));
        }
    }

    @Test
    void failure_narrow_isThePoint() {
        // over a width h the mean of (1 − p)ⁿ is that of the middle times 1 + n(n − 1)h²/(24(1 − p)²) + …
        double width = 1e-9;
        double expected = Math.pow(1 - (0.3 + width / 2), 50);
        assertEquals(expected, new UniformDifficulty(0.3, 0.3 + width).failure(50), 1e-12 * expected);
    }

    @Test
    void expectation_sharpNearZero_isResolved() {
        double expected = 1 / (0x1p40 + 1);
        assertEquals(
                expected, new UniformDifficulty(0, 1).expectation(p -> Point.failure(p, 1L << 40)), 1e-10 * expected);
    }

    @Test
    void quantile_anyInterval_isLinear() {
        assertEquals(0.25, new UniformDifficulty(0, 1).quantile(0.25), 0.0);
        assertEquals(0.5, new UniformDifficulty(0.25, 0.75).quantile(0.5), 0.0);
    }

    @Test
    void constructor_outOfRange_saysTheRule() {
        assertEquals(
                "uniform: low must be below high, not 0.7 and 0.2",
                assertThrows(IllegalArgumentException.class, () -> new UniformDifficulty(0.7, 0.2))
                        .getMessage());
    }
}

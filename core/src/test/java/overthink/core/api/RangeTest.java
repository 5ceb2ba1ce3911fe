package overthink.core.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RangeTest {

    private static String refused(Executable check) {
        return assertThrows(IllegalArgumentException.class, check).getMessage();
    }

    @Test
    void reals_atTheBounds_areContained() {
        RealRange range = new RealRange(0.1, 0.3);
        for (double inside : new double[] {0.1, 0.2, 0.3}) {
            assertTrue(range.contains(inside));
            assertEquals(inside, range.check("x", inside), 0.0);
        }
        assertTrue(range.contains(new BigDecimal("0.1")));
        assertTrue(range.contains(new BigDecimal("0.30")));
        assertTrue(RealRange.within(2).contains(-2));
        assertTrue(RealRange.PROBABILITY.contains(-0.0));
    }

    @Test
    void reals_justOutside_areRefusedWithTheRule() {
        RealRange range = new RealRange(-1e-9, 1e6);
        double[] outside = {
            -1.5e-9, Math.nextUp(1e6), 1e300, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY
        };
        String[] shown = {"-1.5e-9", "1000000.0000000001", "1e+300", "NaN", "-Infinity", "Infinity"};
        for (int i = 0; i < outside.length; i++) {
            double value = outside[i];
            assertFalse(range.contains(value));
            assertEquals(
                    "x must be a number between -1e-9 and 1000000, not " + shown[i],
                    refused(() -> range.check("x", value)));
        }
    }

    /** What rounds to a bound may still lie outside, as a file shows it. */
    @Test
    void reals_asWritten_areComparedBeforeTheyAreRounded() {
        assertFalse(RealRange.PROBABILITY.contains(new BigDecimal("1.00000000000000000001")));
        assertFalse(RealRange.PROBABILITY.contains(new BigDecimal("-1e-400")));
        assertFalse(RealRange.PROBABILITY.contains(new BigDecimal("1e400")));
        assertTrue(RealRange.PROBABILITY.contains(new BigDecimal("0.99999999999999999999")));
    }

    @Test
    void wholes_justOutside_areRefusedWithTheRule() {
        WholeRange range = new WholeRange(1, Integer.MAX_VALUE);
        assertEquals(1, range.check("n", 1));
        assertEquals(Integer.MAX_VALUE, range.check("n", Integer.MAX_VALUE));
        assertEquals(
                "n must be a whole number between 1 and 2147483647, not 3000000000",
                refused(() -> range.check("n", 3_000_000_000L)));
        assertEquals("n must be a whole number between 1 and 2147483647, not 0", refused(() -> range.check("n", 0)));
    }

    @Test
    void ranges_withoutAnInside_areRefused() {
        assertEquals(
                "a range goes from one finite number to another, not from 0.0 to Infinity",
                refused(() -> new RealRange(0, Double.POSITIVE_INFINITY)));
        assertThrows(IllegalArgumentException.class, () -> new RealRange(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new RealRange(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new WholeRange(1, 0));
        assertEquals(
                "speed: a range goes from one finite number to another, not from 0.0 to Infinity",
                refused(() -> ParameterSpec.real("speed", 1, 0, Double.POSITIVE_INFINITY, "how fast")));
    }

    /** A strategy's parameter says the same as a law's, in a check and in a table. */
    @Test
    void parameters_outOfRange_sayTheRuleOfTheirRange() {
        ParameterSpec whole = ParameterSpec.integer("width", 4, 1, Integer.MAX_VALUE, "children");
        ParameterSpec real = ParameterSpec.real("prune", 0.5, 0, 1, "a share");
        assertEquals("1 to 2147483647", whole.range());
        assertEquals("0 to 1", real.range());
        assertEquals(
                "width must be a whole number between 1 and 2147483647, not 3000000000",
                refused(() -> whole.check(3_000_000_000L)));
        assertEquals("width must be a whole number between 1 and 2147483647, not 4.5", refused(() -> whole.check(4.5)));
        for (Object wrong : List.of(1.5, Double.NaN, "much", true)) {
            assertEquals("prune must be a number between 0 and 1, not " + wrong, refused(() -> real.check(wrong)));
        }
        assertEquals(0.5, real.check(0.5));
        assertEquals(7L, whole.check(7));
    }
}

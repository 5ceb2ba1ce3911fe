package overthink.core.law.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CostTest {

    private static void refused(String message, Executable constructor) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, constructor).getMessage());
    }

    @Test
    void constructors_outOfRange_sayTheRule() {
        refused("a count must be a whole number between 0 and 10000000, not -1", () -> new CountLaw.Constant(-1));
        refused("uniform: min must be at most max, not 3 and 2", () -> new CountLaw.UniformCount(3, 2));
        refused(
                "uniform: max must be a whole number between 0 and 10000000, not 10000001",
                () -> new CountLaw.UniformCount(3, 10_000_001));
        refused(
                "log-normal: median must be a number between 1 and 10000000, not 0.5",
                () -> new CountLaw.LogNormalCount(0.5, 1));
        refused(
                "log-normal: median must be a number between 1 and 50, not 51",
                () -> new CountLaw.LogNormalCount(51, 1, 50));
        refused(
                "log-normal: max must be a whole number between 1 and 10000000, not 0",
                () -> new CountLaw.LogNormalCount(1, 1, 0));
        refused(
                "log-normal: sigma must be a number between 0.000001 and 3, not 0",
                () -> new CountLaw.LogNormalCount(100, 0));
        refused("prefill must be a number between 0 and 1000000, not -1", () -> new Latency(-1, 0, 1));
        refused("concurrency must be a whole number between 1 and 2147483647, not 0", () -> new Latency(0, 0, 0));
        refused(
                "the price of output must be a number between 0 and 1000000000000, not NaN",
                () -> new Price(0, Double.NaN));
        refused(
                "parameters must be a number between 0 and 1e+18, not -1",
                () -> new Tariff(-1, Price.FREE, Latency.INSTANT));
    }

    @Test
    void uniformCount_quantile_takesEveryValueAlike() {
        CountLaw law = new CountLaw.UniformCount(2, 5);
        int[] counts = new int[6];
        for (int i = 0; i < 400; i++) {
            counts[law.quantile((i + 0.5) / 400)]++;
        }
        for (int value = 2; value <= 5; value++) {
            assertEquals(100, counts[value]);
        }
        assertEquals(3.5, law.mean(), 0.0);
        assertEquals(CountLaw.MOST, new CountLaw.UniformCount(0, CountLaw.MOST).quantile(Math.nextDown(1.0)));
    }

    @Test
    void logNormalCount_quantile_isTheRoundedOne() {
        CountLaw law = new CountLaw.LogNormalCount(100, 0.5);
        assertEquals(100, law.quantile(0.5));
        // one standard deviation up: 100·e^½ = 164.87
        assertEquals(165, law.quantile(0.8413447460685429));
        assertEquals(100 * Math.exp(0.125), law.mean(), 1e-12);
        assertTrue(law.quantile(1e-300) >= law.min() && law.quantile(Math.nextDown(1.0)) <= law.max());
    }

    @Test
    void logNormalCount_withCeiling_staysBelowIt() {
        CountLaw law = new CountLaw.LogNormalCount(100, 0.5, 150);
        assertEquals(100, law.quantile(0.5));
        assertEquals(150, law.quantile(0.8413447460685429));
        assertEquals(150, law.max());
    }

    @Test
    void constant_isConstant() {
        CountLaw law = new CountLaw.Constant(7);
        assertTrue(law.constant());
        assertEquals(7, law.quantile(0.3));
        assertEquals(7, law.mean(), 0.0);
    }
}

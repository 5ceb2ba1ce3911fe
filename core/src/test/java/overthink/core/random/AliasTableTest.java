package overthink.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

/** Two million words at fixed keys for each table; the chances of a false alarm sum to below 1e-6. */
class AliasTableTest {

    private static final int DRAWS = 2_000_000;
    private static final double FALSE_ALARM = 1e-7;

    @Test
    void pick_weightsInAnyUnit_areTheSharesPicked() {
        for (double[] weights : new double[][] {{1, 2}, {3, 1, 1}, {5, 4, 3, 2, 1}, zipf(12), zipf(16), zipf(17)}) {
            assertTrue(pValue(weights, weights) > FALSE_ALARM, weights.length + " weights");
        }
    }

    @Test
    void pick_plantedHeavierLastWeight_areRejectedByTheSameBound() {
        double[] planted = zipf(12);
        planted[11] *= 1.1;
        assertTrue(pValue(zipf(12), planted) < FALSE_ALARM);
    }

    @Test
    void pick_withoutWeight_isNeverPicked() {
        AliasTable table = new AliasTable(new double[] {0, 1, 0, 3, 0});
        for (int i = 0; i < 100_000; i++) {
            int picked = table.pick(Address.mix(i));
            assertTrue(picked == 1 || picked == 3, "picked " + picked);
        }
    }

    @Test
    void pick_oneWeight_isAlwaysPicked() {
        assertEquals(0, new AliasTable(new double[] {7}).pick(Address.mix(3)));
    }

    @Test
    void pick_manyWords_equalsOneByOne() {
        AliasTable table = new AliasTable(zipf(12));
        long[] words = new long[50];
        Words.inLine(1, Address.GOLDEN, 0, words, 0, words.length);
        int[] expected = new int[60];
        for (int i = 0; i < 50; i++) {
            expected[4 + i] = table.pick(words[i]) + 2;
        }
        int[] picked = new int[60];
        table.pick(words, 2, picked, 4, 50);
        assertArrayEquals(expected, picked);
    }

    @Test
    void constructor_weightsWithoutASum_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AliasTable(new double[] {0, 0}));
        assertThrows(IllegalArgumentException.class, () -> new AliasTable(new double[] {Double.POSITIVE_INFINITY}));
    }

    private static double pValue(double[] weights, double[] expected) {
        AliasTable table = new AliasTable(weights);
        long[] counts = new long[weights.length];
        for (int i = 0; i < DRAWS; i++) {
            counts[table.pick(Address.mix(Address.mix(21) + i * Address.GOLDEN))]++;
        }
        return ChiSquareTest.withDefaults().test(expected, counts).getPValue();
    }

    private static double[] zipf(int n) {
        double[] weights = new double[n];
        for (int k = 1; k <= n; k++) {
            weights[k - 1] = Math.pow(k, -1.2);
        }
        return weights;
    }
}

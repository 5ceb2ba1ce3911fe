package overthink.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import overthink.core.testkit.FalseAlarm;

/** Fixed keys; the chances of a false alarm sum to below 1e-6. */
class AddressTest {

    private static final double FALSE_ALARM = 1e-7;

    @Test
    void threshold_smallProbabilities_areNotRoundedAway() {
        assertEquals(0, Address.threshold(0));
        assertEquals(Long.MAX_VALUE, Address.threshold(1));
        assertEquals(1e-15, Address.threshold(1e-15) / 0x1p63, 1e-18);
        assertEquals(0.3, Address.threshold(0.3) / 0x1p63, 1e-15);
    }

    @Test
    void uniform_extremes_stayInsideTheInterval() {
        assertTrue(Address.uniform(0) > 0);
        assertTrue(Address.uniform(-1L) < 1);
    }

    @Test
    void stride_anyKey_isOddWithManyBitChanges() {
        for (long key = -5000; key < 5000; key++) {
            long stride = Address.stride(key);
            assertEquals(1, stride & 1);
            assertTrue(Long.bitCount(stride ^ (stride >>> 1)) >= 23, () -> "stride " + Long.toHexString(stride));
        }
    }

    @Test
    void words_ofNeighbouringTrials_areIndependent() {
        // 256 × 256 cells of the top bytes of the first words of trials t and t + 1: 2^22 pairs, 64 a cell.
        Site site = new Site(Purpose.SOUND);
        site.turnTo(Origin.of(3), 4);
        site.begin(0);
        long[] counts = new long[65536];
        int last = (int) (site.word(0) >>> 56);
        for (long trial = 1; trial <= 1 << 22; trial++) {
            site.begin(trial);
            int next = (int) (site.word(0) >>> 56);
            counts[last << 8 | next]++;
            last = next;
        }
        double p = ChiSquareTest.withDefaults().test(counts).getPValue();
        assertTrue(p > FALSE_ALARM && p < 1 - FALSE_ALARM, "chi-square p-value " + p);
    }

    @Test
    void aliasTable_weights_arePickedInProportion() {
        double[] weights = {0.5, 0, 3, 1, 0.25, 0.25};
        AliasTable table = new AliasTable(weights);
        long[] counts = new long[weights.length];
        int draws = 2_000_000;
        for (int i = 0; i < draws; i++) {
            counts[table.pick(Address.mix(i * Address.GOLDEN))]++;
        }
        assertEquals(0, counts[1]);
        for (int k = 0; k < weights.length; k++) {
            FalseAlarm.assertProportion("weight " + k, weights[k] / 5, counts[k], draws, FALSE_ALARM);
        }
    }

    @Test
    void aliasTable_oneChoice_isAlwaysPicked() {
        AliasTable table = new AliasTable(new double[] {7});
        assertEquals(0, table.pick(0));
        assertEquals(0, table.pick(-1L));
    }

    @Test
    void counterStream_movedBack_repeats() {
        CounterStream stream = new CounterStream(42);
        long first = stream.nextLong();
        long second = stream.nextLong();
        assertNotEquals(first, second);
        stream.moveTo(42);
        assertEquals(first, stream.nextLong());
        assertEquals(second, stream.nextLong());
    }
}

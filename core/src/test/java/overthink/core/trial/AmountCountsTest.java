package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Quantiles of counts in parts against those of all amounts sorted. */
class AmountCountsTest {

    private static final int[] PERCENTS = {50, 90, 95, 99};

    private static AmountCounts counts(double... amounts) {
        AmountCounts counts = new AmountCounts();
        counts.add(amounts.clone(), amounts.length);
        return counts;
    }

    private static double[] latencies(int count) {
        Random random = new Random(1);
        return IntStream.range(0, count)
                .mapToDouble(i -> Math.rint(1e9 * Math.exp(random.nextGaussian())))
                .toArray();
    }

    /** The least amount that at least so many in a hundred do not exceed: by counting. */
    private static double byCounting(double[] amounts, int percent) {
        double[] sorted = amounts.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            if (100L * (i + 1) >= (long) percent * sorted.length) {
                return sorted[i];
            }
        }
        throw new AssertionError("no rank");
    }

    private static void assertQuantiles(double[] amounts, IntToDoubleFunction quantile) {
        for (int percent : PERCENTS) {
            double exact = byCounting(amounts, percent);
            double found = quantile.applyAsDouble(percent);
            assertTrue(found >= exact && found < exact * (1 + 1.0 / AmountCounts.PARTS), exact + " as " + found);
        }
    }

    @Test
    void quantile_manyAmounts_isNoLessAndWithinItsPart() {
        for (int count : new int[] {1, 2, 19, 20, 21, 100, 20_000}) {
            double[] amounts = latencies(count);
            assertQuantiles(amounts, counts(amounts)::quantile);
        }
    }

    @Test
    void quantile_plantedRankBeside_isRejected() {
        double[] amounts = IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray();
        assertQuantiles(amounts, counts(amounts)::quantile);
        assertThrows(AssertionError.class, () -> assertQuantiles(amounts, percent -> amounts[percent]));
    }

    @Test
    void quantile_fewDifferentAmounts_isExactAndWithoutError() {
        AmountCounts one = counts(123_456_789, 123_456_789, 123_456_789);
        assertEquals(123_456_789, one.quantile(50));
        assertEquals(0, one.error(99));
        AmountCounts cents = counts(0.0123, 0.0123, 0.0123, 0.0246);
        assertEquals(0.0123, cents.quantile(50));
        assertEquals(0.0246, cents.quantile(99));
        assertEquals(0, counts(0, 0).quantile(90));
        assertTrue(Double.isNaN(new AmountCounts().quantile(50)));
    }

    /** Of n normal amounts the median's error is √(π/2)·σ/√n. */
    @Test
    void error_ofTheMedian_isThatOfALargeSample() {
        Random random = new Random(2);
        double[] amounts = IntStream.range(0, 10_000)
                .mapToDouble(i -> 100 + random.nextGaussian())
                .toArray();
        double expected = Math.sqrt(Math.PI / 2 / amounts.length);
        // beside chance, of a few per cent here, the part that the median lies in counts: 64/128 wide, half to each
        // side
        double found = counts(amounts).error(50);
        assertTrue(found >= expected / 2 && found <= expected + 0.5, expected + " as " + found);
    }

    @Test
    void add_inAnyOrderAndByAnyShards_isTheSame() {
        double[] amounts = latencies(3_000);
        AmountCounts whole = counts(amounts);
        AmountCounts parts = new AmountCounts();
        for (int from = amounts.length; from > 0; from -= 250) {
            parts.add(counts(Arrays.copyOfRange(amounts, from - 250, from)));
        }
        assertArrayEquals(bytes(whole), bytes(parts));
        assertEquals(amounts.length, parts.total());
    }

    @Test
    void read_whatWasWritten_isTheSame() {
        AmountCounts written = counts(latencies(500));
        AmountCounts read = counts(1, 2, 3);
        read.read(new Varints.Reader(bytes(written)));
        assertArrayEquals(bytes(written), bytes(read));
        assertEquals(written.quantile(95), read.quantile(95));
        assertEquals(500, read.total());
    }

    private static byte[] bytes(AmountCounts counts) {
        Varints bytes = new Varints();
        counts.write(bytes);
        return bytes.toByteArray();
    }
}

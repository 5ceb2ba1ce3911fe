package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WideSumsTest {

    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);

    @Test
    void add_anySizes_sumsLikeBigInteger() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 300; round++) {
            WideSums sums = new WideSums(3);
            BigInteger expected = BigInteger.ZERO;
            for (int i = 0; i < 200; i++) {
                if (random.nextBoolean()) {
                    long number = random.nextLong() >>> 1 >>> random.nextInt(63);
                    sums.add(1, number);
                    expected = expected.add(BigInteger.valueOf(number));
                } else {
                    double number = Math.rint(random.nextDouble() * Math.scalb(1, random.nextInt(118)));
                    sums.add(1, number);
                    expected = expected.add(new BigDecimal(number).toBigInteger());
                }
            }
            // two roundings of the upper word and the sum
            assertEquals(expected.doubleValue(), sums.value(1), Math.ulp(expected.doubleValue()));
            assertEquals(expected.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact(), sums.whole(1));
            assertEquals(0, sums.value(0));
            assertEquals(0, sums.whole(2));
            WideSums other = new WideSums(1);
            other.add(0, sums, 1);
            other.add(0, sums, 1);
            double twice = expected.shiftLeft(1).doubleValue();
            assertEquals(twice, other.value(0), Math.ulp(twice));
        }
    }

    @Test
    void addSeven_anySizes_isAddOneByOne() {
        SplittableRandom random = new SplittableRandom(12);
        WideSums together = new WideSums(9);
        WideSums single = new WideSums(9);
        for (int i = 0; i < 20_000; i++) {
            long[] numbers = random.longs(7)
                    .map(word -> word >>> 1 >>> random.nextInt(63))
                    .toArray();
            double fifth = Math.rint(random.nextDouble() * Math.scalb(1, random.nextInt(80)));
            together.addSeven(1, numbers[0], numbers[1], numbers[2], numbers[3], fifth, numbers[5], numbers[6]);
            for (int k = 0; k < 7; k++) {
                if (k == 4) {
                    single.add(1 + k, fifth);
                } else {
                    single.add(1 + k, numbers[k]);
                }
                assertEquals(single.value(1 + k), together.value(1 + k));
                assertEquals(single.whole(1 + k), together.whole(1 + k));
            }
        }
        assertEquals(0, together.value(0) + together.value(8));
    }

    @Test
    void add_smallNumbers_isExact() {
        WideSums sums = new WideSums(1);
        sums.add(0, Long.MAX_VALUE);
        assertEquals(Long.MAX_VALUE, sums.whole(0));
        sums.add(0, 1L);
        assertEquals(0x1p63, sums.value(0));
        sums.add(0, 0x1p63);
        assertEquals(0x1p64, sums.value(0));
        sums.add(0, 0x1p64 + 0x1p63 + 0x1p12);
        assertEquals(0x1p65 + 0x1p63 + 0x1p12, sums.value(0));
    }

    @Test
    void add_beyondAllBounds_staysAtTheMost() {
        WideSums sums = new WideSums(1);
        sums.add(0, 1e300);
        assertEquals(MOST.doubleValue(), sums.value(0));
        sums.add(0, 1e38);
        sums.add(0, 5L);
        assertEquals(MOST.doubleValue(), sums.value(0));
        assertEquals(Long.MAX_VALUE, sums.whole(0));
    }
}

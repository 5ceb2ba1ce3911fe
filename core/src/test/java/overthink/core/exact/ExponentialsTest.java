package overthink.core.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExponentialsTest {

    /** So many x in each range, a golden ratio apart. */
    private static final int MANY = 100_000;

    private static final double GOLDEN = 0.6180339887498949;

    @Tag("slow")
    @Test
    void of_anyNumber_isThatOfStrictMath() {
        double[] ends = {-0.25, -3, -60, -750, 800};
        for (double end : ends) {
            compare(DoubleStream.iterate(0.5, share -> (share + GOLDEN) % 1)
                    .limit(MANY)
                    .map(share -> end * share)
                    .toArray());
        }
    }

    @Test
    void of_numbersWhereWaysPart_isThatOfStrictMath() {
        double halfLn2 = 0.5 * StrictMath.log(2);
        double[] parts = {0, -halfLn2, -3 * halfLn2, -0.35, -700, -708.4, -745.2, 709.8, -1e-300, -1e300};
        double[] near = Arrays.stream(parts)
                .flatMap(x -> DoubleStream.of(Math.nextDown(x), x, Math.nextUp(x)))
                .toArray();
        compare(near);
        compare(new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0});
        compare(DoubleStream.iterate(1, k -> k + 1) // where k goes on to the next whole number
                .limit(1010)
                .map(k -> -(k - 0.5) * StrictMath.log(2))
                .flatMap(x -> DoubleStream.of(Math.nextDown(x), x, Math.nextUp(x)))
                .toArray());
    }

    @Test
    void of_aRange_leavesTheRest() {
        double[] into = {7, 7, 7};
        Exponentials.of(new double[] {-1, -2, -3}, 1, 2, into);
        assertArrayEquals(new double[] {7, StrictMath.exp(-2), 7}, into);
    }

    private static void compare(double[] x) {
        double[] into = new double[x.length];
        Exponentials.of(x, 0, x.length, into);
        for (int i = 0; i < x.length; i++) {
            assertEquals(Double.doubleToLongBits(StrictMath.exp(x[i])), Double.doubleToLongBits(into[i]), "e^" + x[i]);
        }
    }
}

package overthink.strategies.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AscendingOrderTest {

    /** Against Java's own, with ties, zeros of both signs, NaN and infinities, and what follows the first numbers left alone. */
    @Test
    void sort_anyNumbers_isJavasOrder() {
        SplittableRandom random = new SplittableRandom(3);
        double[] odd = {0.0, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1, 1};
        for (int round = 0; round < 2000; round++) {
            double[] numbers = new double[random.nextInt(40)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = random.nextInt(3) == 0 ? odd[random.nextInt(odd.length)] : random.nextDouble();
            }
            int count = numbers.length == 0 ? 0 : random.nextInt(numbers.length + 1);
            double[] expected = numbers.clone();
            Arrays.sort(expected, 0, count);
            AscendingOrder.sort(numbers, count);
            assertArrayEquals(expected, numbers);
        }
    }
}

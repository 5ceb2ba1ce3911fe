package overthink.strategies.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinaryHeapTest {

    private static int[] best(int most, double... values) {
        BinaryHeap heap = new BinaryHeap();
        for (int node = 0; node < values.length; node++) {
            heap.push(node, values[node]);
        }
        int[] into = new int[most];
        return Arrays.copyOf(into, heap.best(most, into));
    }

    @Test
    void best_differentValues_descending() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 2000; trial++) {
            double[] values = random.doubles(1 + random.nextInt(40)).toArray();
            int most = random.nextInt(values.length + 2);
            int[] expected = IntStream.range(0, values.length)
                    .boxed()
                    .sorted((a, b) -> Double.compare(values[b], values[a]))
                    .limit(most)
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertArrayEquals(expected, best(most, values));
        }
    }

    /** Which of equals come first, and which at all, as Python's heapq leaves them: pushes, then nsmallest. */
    @Test
    void best_equalValues_asHeapsLeaveThem() {
        assertArrayEquals(new int[] {1, 3, 4}, best(3, 0, 1, 0, 1, 1, 0));
        assertArrayEquals(new int[] {3, 7, 8, 4}, best(4, 0, 0, 0, 1, 1, 0, 0, 1, 1));
        assertArrayEquals(new int[] {5, 2, 10, 11, 7}, best(5, 0, 0, 1, 0, 0, 2, 1, 1, 0, 0, 1, 1));
        assertArrayEquals(
                new int[] {0, 1, 6, 8, 4, 5, 2, 7, 3, 9, 10, 11}, best(12, 2, 2, 1, 0, 2, 1, 2, 1, 2, 0, 0, 0));
        assertArrayEquals(
                new int[] {10, 8, 7, 3, 14, 6, 12},
                best(7, 1, 1, 0, 2, 1, 0, 1, 2, 2, 1, 2, 0, 1, 1, 2, 1, 1, 1, 0, 0));
    }

    @Test
    void clear_forgets() {
        BinaryHeap heap = new BinaryHeap();
        heap.push(1, 1);
        heap.clear();
        assertEquals(0, heap.best(1, new int[1]));
    }
}

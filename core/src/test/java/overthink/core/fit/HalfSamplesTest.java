package overthink.core.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Variances by half samples where they are known. */
class HalfSamplesTest {

    private static final long SEED = 20261128;

    private static double meanOf(double[] values, int[] candidates) {
        return Arrays.stream(candidates).mapToDouble(i -> values[i]).sum() / candidates.length;
    }

    /**
     * Over all splits of n values with sample variance s² the mean of ½(h_A − h_B)², h the mean, is 2s²/n. Half squared
     * differences vary by about √2 times their mean; 4,000 problems of 8 splits leave .8 %, and 5 % is six errors: a chance of
     * 2e-9. Twice the variance (the ½ forgotten) is rejected.
     */
    @Test
    void meansOfHalves_varyAsTheSampleVarianceSays() {
        double[] values = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
        double mean = Arrays.stream(values).sum() / values.length;
        double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
        int problems = 4000;
        double v =
                HalfSamples.variance(problems, problem -> values.length, (problem, some) -> meanOf(values, some), SEED);
        double expected = 2 * square / values.length / problems;
        assertEquals(expected, v, 0.05 * expected);
        assertTrue(Math.abs(2 * expected - v) > 0.05 * expected);
    }

    @Test
    void halves_areDisjointAndDrawnAnewBySplitAndProblem() {
        boolean[][] seen = new boolean[2][7];
        int[] calls = {0};
        HalfSamples.variance(
                2,
                problem -> 7,
                (problem, some) -> {
                    assertEquals(3, some.length);
                    if (calls[0] % 2 == 0) {
                        Arrays.fill(seen[problem], false);
                    }
                    calls[0]++;
                    for (int candidate : some) {
                        assertTrue(!seen[problem][candidate], "a candidate is in both halves");
                        seen[problem][candidate] = true;
                    }
                    return 0;
                },
                SEED);
        assertEquals(2 * 2 * HalfSamples.SPLITS, calls[0]);
    }

    @Test
    void severalStatistics_haveTheVariancesOfEach() {
        double[] values = {0, 1, 1, 0, 0, 1, 0, 0};
        double[] both = HalfSamples.variances(
                5,
                problem -> 8,
                2,
                (problem, some, into) -> {
                    into[0] = meanOf(values, some);
                    into[1] = 3 * into[0];
                },
                SEED);
        double one = HalfSamples.variance(5, problem -> 8, (problem, some) -> meanOf(values, some), SEED);
        assertEquals(one, both[0]);
        assertEquals(9 * one, both[1], 1e-15);
    }

    @Test
    void problemsOfOneCandidate_areLeftToTheOthers() {
        double[] values = {0, 1};
        assertTrue(Double.isNaN(HalfSamples.variance(3, problem -> 1, (problem, some) -> 1, SEED)));
        // one of two problems tells: ½·(0 − 1)² each split, over M = 2
        double v = HalfSamples.variance(2, problem -> problem + 1, (problem, some) -> meanOf(values, some), SEED);
        assertEquals(0.5 / 2, v, 1e-15);
        assertThrows(IllegalArgumentException.class, () -> HalfSamples.variance(0, problem -> 2, (p, some) -> 0, SEED));
    }
}

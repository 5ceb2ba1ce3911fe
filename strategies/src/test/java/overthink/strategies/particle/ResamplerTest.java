package overthink.strategies.particle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.testkit.FalseAlarm;
import overthink.core.testkit.GoldenRatioSequence;

class ResamplerTest {

    private final Resampler resampler = new Resampler();

    private static UniformRandomProvider always(double u) {
        return new UniformRandomProvider() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return u;
            }
        };
    }

    /** Points 0.1, 0.35, 0.6, 0.85 of cumulative weights 0.1, 0.5, 0.5, 1. */
    @Test
    void systematic_byHand() {
        double[] weights = {0.1, 0.4, 0, 0.5};
        int[] ancestors = new int[4];
        resampler.systematic(weights, 4, always(0.4), ancestors);
        assertArrayEquals(new int[] {1, 1, 3, 3}, ancestors);
        resampler.systematic(weights, 4, always(0.3), ancestors);
        assertArrayEquals(new int[] {0, 1, 3, 3}, ancestors);
    }

    /** Each point has an offset of its own: 0.618, 0.236, 0.854, 0.472, 0.090, 0.708, 0.326. */
    @Test
    void stratified_byHand() {
        double[] weights = {0.1, 0.4, 0, 0.5};
        int[] ancestors = new int[4];
        resampler.stratified(weights, 4, always(0.4), ancestors);
        assertArrayEquals(new int[] {1, 1, 3, 3}, ancestors);
        // points 0.155, 0.309, 0.714, 0.868 of cumulative weights 0.1, 0.5, 0.5, 1
        resampler.stratified(weights, 4, new GoldenRatioSequence(), ancestors);
        assertArrayEquals(new int[] {1, 1, 3, 3}, ancestors);
        // points 0.118, 0.273, 0.677, 0.832 of 0.15, 0.6, 0.9, 1
        UniformRandomProvider later = new GoldenRatioSequence();
        for (int i = 0; i < 3; i++) {
            later.nextDouble();
        }
        resampler.stratified(new double[] {0.15, 0.45, 0.3, 0.1}, 4, later, ancestors);
        assertArrayEquals(new int[] {0, 1, 2, 2}, ancestors);
    }

    /** Expected 0.4, 1.6, 0, 2: one of 1 and two of 3 for sure, and one of 0 and 1 by 0.4 and 0.6. */
    @Test
    void residual_byHand() {
        for (double u : new double[] {0.39, 0.41}) {
            double[] weights = {0.1, 0.4, 0, 0.5};
            int[] ancestors = new int[4];
            resampler.residual(weights, 4, always(u), ancestors);
            assertArrayEquals(new int[] {1, 3, 3, u < 0.4 ? 0 : 1}, ancestors, "u = " + u);
        }
    }

    @Test
    void residual_equalWeights_everyOneOnceWithoutADraw() {
        for (int count = 1; count < 100; count++) {
            double[] weights = new double[count];
            Arrays.fill(weights, 0.1);
            int[] ancestors = new int[count];
            resampler.residual(weights, count, () -> Assertions.fail("nothing is left to draw"), ancestors);
            assertArrayEquals(IntStream.range(0, count).toArray(), ancestors);
        }
    }

    @Test
    void systematic_equalWeights_everyOneOnce() {
        double[] weights = {3, 3, 3, 3, 3};
        for (double u : new double[] {0, 0.5, 0.999}) {
            int[] ancestors = new int[5];
            resampler.systematic(weights, 5, always(u), ancestors);
            assertArrayEquals(new int[] {0, 1, 2, 3, 4}, ancestors, "u = " + u);
        }
    }

    @Tag("slow")
    @Test
    void systematic_anyWeights_offspringWithinOneOfExpected() {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 1_000; trial++) {
            int count = 1 + random.nextInt(50);
            double[] weights =
                    random.doubles(count).map(w -> w < 0.2 ? 0 : w * w).toArray();
            weights[random.nextInt(count)] = 1;
            int[] ancestors = new int[count];
            resampler.systematic(weights, count, always(random.nextDouble()), ancestors);
            int[] offspring = new int[count];
            for (int ancestor : ancestors) {
                offspring[ancestor]++;
            }
            double total = Arrays.stream(weights).sum();
            for (int i = 0; i < count; i++) {
                double expected = count * weights[i] / total;
                assertEquals(
                        expected, offspring[i], 1 + 1e-9, "weight %d of %s".formatted(i, Arrays.toString(weights)));
                assertEquals(weights[i] == 0, expected == 0 && offspring[i] == 0);
            }
        }
    }

    /** Cumulative weights 1, 1, 4, 8, 8: a draw is the first index whose cumulative weight exceeds u·8. */
    @Test
    void draw_boundaries_firstThatExceeds() {
        double[] weights = {1, 0, 3, 4, 0};
        assertEquals(0, resampler.draw(weights, 5, always(0)));
        assertEquals(0, resampler.draw(weights, 5, always(Math.nextDown(0.125))));
        assertEquals(2, resampler.draw(weights, 5, always(0.125)));
        assertEquals(2, resampler.draw(weights, 5, always(Math.nextDown(0.5))));
        assertEquals(3, resampler.draw(weights, 5, always(0.5)));
        assertEquals(3, resampler.draw(weights, 5, always(Math.nextDown(1.0))));
    }

    /** The first two resamplings of its_hub's particle filter, as recorded in conformance/search-traces.json: scores of nodes 0 to 3, then 4 to 7. */
    @Test
    void multinomial_resamplingsOfOtherTools_sameAncestors() {
        UniformRandomProvider uniforms = new GoldenRatioSequence();
        int[] ancestors = new int[4];
        resampler.multinomial(odds(0.12, 0.49, 0.86, 0.26), 4, uniforms, ancestors, 4);
        assertArrayEquals(new int[] {2, 2, 2, 2}, ancestors);
        resampler.multinomial(odds(0.63, 0.03, 0.40, 0.77), 4, uniforms, ancestors, 4);
        assertArrayEquals(new int[] {0, 3, 2, 3}, ancestors);
    }

    private static double[] odds(double... probabilities) {
        return Arrays.stream(probabilities).map(r -> r / (1 - r)).toArray();
    }

    /** Each index's share of 200,000 draws; chance of a false alarm 4 × 1e-8. */
    @Test
    void multinomial_shares_proportionalToWeights() {
        double[] weights = {1, 2, 0, 5};
        int[] ancestors = new int[4];
        long[] drawn = new long[4];
        SplittableRandom source = new SplittableRandom(13);
        UniformRandomProvider random = source::nextLong;
        for (int i = 0; i < 50_000; i++) {
            resampler.multinomial(weights, 4, random, ancestors, 4);
            for (int ancestor : ancestors) {
                drawn[ancestor]++;
            }
        }
        for (int i = 0; i < 4; i++) {
            FalseAlarm.assertProportion("index " + i, weights[i] / 8, drawn[i], 200_000, 1e-8);
        }
    }

    /** Random weights, and small whole ones with uniforms in eighths, where points and cumulative weights coincide. */
    @Tag("slow")
    @Test
    void systematic_anyWeights_asPointByPoint() {
        SplittableRandom random = new SplittableRandom(17);
        for (int trial = 0; trial < 20_000; trial++) {
            double[] weights = weights(random, 1 + random.nextInt(70), trial % 2 == 0);
            double u = trial % 2 == 0 ? random.nextInt(8) / 8.0 : random.nextDouble();
            int[] ancestors = new int[weights.length];
            resampler.systematic(weights, weights.length, always(u), ancestors);
            double total = plainSum(weights);
            int[] expected = IntStream.range(0, weights.length)
                    .map(i -> plain(weights, (u + i) / weights.length * total))
                    .toArray();
            assertArrayEquals(expected, ancestors, () -> "u = %s of %s".formatted(u, Arrays.toString(weights)));
        }
    }

    @Tag("slow")
    @Test
    void multinomial_anyWeights_asDrawByDraw() {
        SplittableRandom random = new SplittableRandom(19);
        for (int trial = 0; trial < 20_000; trial++) {
            boolean whole = trial % 2 == 0;
            double[] weights = weights(random, 1 + random.nextInt(70), whole);
            double[] uniforms = random.doubles(random.nextInt(100))
                    .map(u -> whole ? (int) (8 * u) / 8.0 : u)
                    .toArray();
            int[] next = {0};
            UniformRandomProvider tape = new UniformRandomProvider() {
                @Override
                public long nextLong() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public double nextDouble() {
                    return uniforms[next[0]++];
                }
            };
            int[] ancestors = new int[uniforms.length];
            resampler.multinomial(weights, weights.length, tape, ancestors, uniforms.length);
            double total = plainSum(weights);
            int[] expected = Arrays.stream(uniforms)
                    .mapToInt(u -> plain(weights, u * total))
                    .toArray();
            assertArrayEquals(expected, ancestors, () -> Arrays.toString(weights));
            assertEquals(uniforms.length, next[0], "uniforms drawn");
        }
    }

    private static double[] weights(SplittableRandom random, int count, boolean whole) {
        double spread = 10 * random.nextDouble();
        double[] weights = random.doubles(count)
                .map(u -> whole ? (int) (4 * u) : u < 0.1 ? 0 : Math.pow(u, spread))
                .toArray();
        weights[random.nextInt(count)] = 1;
        return weights;
    }

    /** The first index whose cumulative weight exceeds a point, at most the last with a weight. */
    private static int plain(double[] weights, double point) {
        int found = 0;
        double cumulative = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                found = i;
            }
            cumulative += weights[i];
            if (cumulative > point) {
                return i;
            }
        }
        return found;
    }

    private static double plainSum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}

package overthink.strategies.particle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;

/**
 * Draws indices with probability proportional to their weights. A draw at u in [0, 1) is the first index whose
 * cumulative weight exceeds u times the total.
 */
final class Resampler {

    /** How ancestors are drawn: all with the same means, and less and less spread the more they have in common. */
    enum Scheme {
        SYSTEMATIC,
        STRATIFIED,
        MULTINOMIAL,
        RESIDUAL;

        static ParameterSpec parameter() {
            return ParameterSpec.choice(
                    "resampling",
                    List.of("systematic", "stratified", "multinomial", "residual"),
                    "how the parents of the next step are drawn");
        }

        static Scheme of(Parameters parameters) {
            return valueOf(parameters.choice("resampling").toUpperCase(Locale.ROOT));
        }
    }

    /** Draws below this number are made one by one. */
    private static final int FEW = 8;

    private double[] cumulative = {};
    /** Where on the way to the total the draws are. */
    private double[] points = {};
    /** Indices by where on the way to the total they are first met. */
    private int[] marks = {};
    /** The last index with a weight above 0: where a draw ends up when rounding carries it past the total. */
    private int last;

    /**
     * Draws as many ancestors as there are weights, at the points (u + i)/count of one uniform u (Kitagawa 1996,
     * stratified points with a common offset).
     *
     * @param weights not negative, not all 0
     * @param count how many of them
     * @param random gives one uniform
     * @param ancestors receives the indices, ascending
     */
    void systematic(double[] weights, int count, UniformRandomProvider random, int[] ancestors) {
        double u = random.nextDouble();
        if (count < FEW || !markStarts(weights, count, u)) {
            systematicByPoints(weights, count, u, ancestors);
            return;
        }
        int leader = 0;
        for (int i = 0; i < count; i++) {
            leader = Math.max(leader, marks[i]);
            ancestors[i] = leader;
        }
    }

    /**
     * Marks for each index the first of the equidistant points that it leaves to the next: the points below a
     * cumulative weight can be counted by a product, without a comparison with any of them.
     *
     * @return false when a point is so close to a cumulative weight that the product may have miscounted
     */
    private boolean markStarts(double[] weights, int count, double u) {
        double total = accumulateInFours(weights, count);
        double perWeight = count / total;
        double margin = 1e-12 + 1e-15 * count * count;
        double most = 0.5 - margin;
        double offset = 1 - u;
        Arrays.fill(marks, 0, count, 0);
        for (int i = 0; i < count; i++) {
            double position = cumulative[i] * perWeight + offset;
            int points = (int) position;
            if (!(Math.abs(position - points - 0.5) < most)) {
                return false;
            }
            marks[points] = i + 1;
        }
        return true;
    }

    private void systematicByPoints(double[] weights, int count, double u, int[] ancestors) {
        double total = accumulate(weights, count);
        int index = 0;
        for (int i = 0; i < count; i++) {
            double point = (u + i) / count * total;
            while (cumulative[index] <= point && index < last) {
                index++;
            }
            ancestors[i] = index;
        }
    }

    /**
     * Draws as many ancestors as there are weights, one at a point (u<sub>i</sub> + i)/count each (Kitagawa 1996).
     *
     * @param weights not negative, not all 0
     * @param count how many of them
     * @param random gives one uniform for each
     * @param ancestors receives the indices, ascending
     */
    void stratified(double[] weights, int count, UniformRandomProvider random, int[] ancestors) {
        double total = accumulate(weights, count);
        int index = 0;
        for (int i = 0; i < count; i++) {
            double point = (random.nextDouble() + i) / count * total;
            while (cumulative[index] <= point && index < last) {
                index++;
            }
            ancestors[i] = index;
        }
    }

    /**
     * Draws as many ancestors as there are weights: of each the whole part of what is expected, the rest independently
     * by what is left over (Liu and Chen 1998).
     *
     * @param weights not negative, not all 0; replaced by what is left over
     * @param count how many of them
     * @param random gives one uniform for each that is drawn
     * @param ancestors receives the indices, first the sure ones, ascending, then the others in the order drawn
     */
    void residual(double[] weights, int count, UniformRandomProvider random, int[] ancestors) {
        double total = accumulate(weights, count);
        int sure = 0;
        for (int i = 0; i < count; i++) {
            double expected = weights[i] / total * count;
            // what differs from a whole number by rounding alone counts as whole
            int copies = Math.min((int) (expected + 1e-9), count - sure);
            weights[i] = Math.max(0, expected - copies);
            for (int copy = 0; copy < copies; copy++) {
                ancestors[sure++] = i;
            }
        }
        if (sure < count) {
            double left = accumulate(weights, count);
            while (sure < count) {
                ancestors[sure++] = find(random.nextDouble() * left);
            }
        }
    }

    /**
     * Draws ancestors independently (Gordon, Salmond and Smith 1993).
     *
     * @param weights not negative, not all 0
     * @param count how many of them
     * @param random gives one uniform for each that is drawn
     * @param ancestors receives the indices in the order drawn
     * @param draws how many to draw
     */
    void multinomial(double[] weights, int count, UniformRandomProvider random, int[] ancestors, int draws) {
        if (draws == 0) {
            return;
        }
        double total = accumulateInFours(weights, count);
        last = count - 1;
        while (!(weights[last] > 0)) {
            last--;
        }
        double perWeight = count / total;
        if (draws < FEW || !(perWeight < Double.POSITIVE_INFINITY)) {
            for (int i = 0; i < draws; i++) {
                ancestors[i] = find(random.nextDouble() * total);
            }
            return;
        }
        guide(count, perWeight);
        if (draws > points.length) {
            points = new double[draws];
        }
        for (int i = 0; i < draws; i++) {
            points[i] = random.nextDouble() * total;
        }
        for (int i = 0; i < draws; i++) {
            double point = points[i];
            int index = marks[(int) (point * perWeight)];
            // most searches end within two steps; taken without a branch, they are not mispredicted
            index += passed(index, point);
            index += passed(index, point);
            while (cumulative[index] <= point) {
                index++;
            }
            ancestors[i] = index;
        }
    }

    /** Notes for equal intervals of the total the first index that ends in each or behind it (Chen and Asau 1974). */
    private void guide(int count, double perWeight) {
        cumulative[last] = Double.POSITIVE_INFINITY;
        Arrays.fill(marks, 0, count + 2, 0);
        for (int i = 0; i < last; i++) {
            marks[(int) (cumulative[i] * perWeight) + 1] = i + 1;
        }
        int leader = 0;
        for (int i = 0; i < count + 2; i++) {
            leader = Math.max(leader, marks[i]);
            marks[i] = leader;
        }
    }

    /** 1 when a point is not below the cumulative weight of an index, which is when their difference has no sign. */
    private int passed(int index, double point) {
        return 1 - (int) (Double.doubleToRawLongBits(point - cumulative[index]) >>> 63);
    }

    /**
     * Draws as many ancestors as there are weights.
     *
     * @param weights not negative, not all 0
     * @param count how many of them
     * @param random gives the uniforms
     * @param ancestors receives the indices
     */
    void resample(Scheme scheme, double[] weights, int count, UniformRandomProvider random, int[] ancestors) {
        switch (scheme) {
            case SYSTEMATIC -> systematic(weights, count, random, ancestors);
            case STRATIFIED -> stratified(weights, count, random, ancestors);
            case MULTINOMIAL -> multinomial(weights, count, random, ancestors, count);
            case RESIDUAL -> residual(weights, count, random, ancestors);
        }
    }

    /**
     * Draws one index.
     *
     * @param weights not negative, not all 0
     * @param count how many of them
     * @param random gives one uniform
     */
    int draw(double[] weights, int count, UniformRandomProvider random) {
        double total = accumulate(weights, count);
        return find(random.nextDouble() * total);
    }

    private void reserve(int count) {
        if (count > cumulative.length) {
            cumulative = new double[count];
            marks = new int[count + 2];
        }
    }

    private double accumulate(double[] weights, int count) {
        reserve(count);
        double total = 0;
        for (int i = 0; i < count; i++) {
            if (weights[i] > 0) {
                last = i;
            }
            total += weights[i];
            cumulative[i] = total;
        }
        return total;
    }

    /** {@link #accumulate} but for rounding and {@code last}, four at a time: additions wait for others less often. */
    private double accumulateInFours(double[] weights, int count) {
        reserve(count);
        double total = 0;
        int i = 0;
        for (; i < count - 3; i += 4) {
            double two = weights[i] + weights[i + 1];
            double three = two + weights[i + 2];
            double four = two + (weights[i + 2] + weights[i + 3]);
            cumulative[i] = total + weights[i];
            cumulative[i + 1] = total + two;
            cumulative[i + 2] = total + three;
            total += four;
            cumulative[i + 3] = total;
        }
        for (; i < count; i++) {
            total += weights[i];
            cumulative[i] = total;
        }
        return total;
    }

    /** The first index whose cumulative weight exceeds {@code point}. */
    private int find(double point) {
        int low = 0;
        int high = last;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > point) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

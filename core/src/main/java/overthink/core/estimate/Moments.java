package overthink.core.estimate;

import java.util.Arrays;
import overthink.core.world.Gathering;

/**
 * The means of a {@link Sample} over its problems, and their standard errors over the population that these stand for:
 * {@link PopulationError} of the problems' means, and where they are the population the error of trials.
 *
 * @param means by {@link Quantity#ordinal()}
 * @param errors likewise
 */
@SuppressWarnings("ArrayRecordComponent")
public record Moments(double[] means, double[] errors) {

    /** An error that is smaller beside the mean is the rounding of means that are the same. */
    private static final double ROUNDING = 1e-14;

    /**
     * Of a sample.
     *
     * @param stdErrors of its means over these problems
     */
    public static Moments of(Sample sample, double[] stdErrors) {
        int problems = sample.problems().length;
        boolean neighbours = sample.gathering() == Gathering.SPREAD;
        double[] first = new double[Quantity.COUNT];
        double[] last = new double[Quantity.COUNT];
        double[] own = new double[Quantity.COUNT];
        double[] sums = new double[Quantity.COUNT];
        double[] squares = new double[Quantity.COUNT];
        sample.means(0, first);
        double total = sample.weight(0);
        System.arraycopy(first, 0, last, 0, last.length);
        for (int i = 1; i < problems; i++) {
            sample.means(i, own);
            double weight = sample.weight(i);
            total += weight;
            for (int q = 0; q < own.length; q++) {
                // from the first problem on, so that what is the same on all has no error
                double difference = own[q] - first[q];
                double step = neighbours ? own[q] - last[q] : difference;
                sums[q] += weight * difference;
                squares[q] += step * step;
                last[q] = own[q];
            }
        }
        double[] errors = new double[Quantity.COUNT];
        for (int q = 0; q < errors.length; q++) {
            double mean = sums[q] / total;
            double variance = neighbours ? squares[q] / 2 : Math.max(0, squares[q] - mean * sums[q]);
            errors[q] = Math.sqrt(variance / (problems - 1) / problems);
            first[q] += mean;
            errors[q] = errors[q] <= ROUNDING * Math.abs(first[q]) ? 0 : errors[q];
        }
        if (sample.gathering() == Gathering.POPULATION) {
            return new Moments(first, stdErrors);
        }
        if (problems == 1 || sample.gathering() == Gathering.PART) {
            Arrays.fill(errors, Double.NaN);
        }
        return new Moments(first, errors);
    }

    /** The mean of one quantity; unknown where it is for some problem. */
    public Mean mean(Quantity quantity, double stdError) {
        double value = means[quantity.ordinal()];
        return Double.isNaN(value) ? Mean.UNKNOWN : new Mean(value, stdError, errors[quantity.ordinal()]);
    }
}

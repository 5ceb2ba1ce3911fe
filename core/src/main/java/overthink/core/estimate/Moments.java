package overthink.core.estimate;

import overthink.core.world.Gathering;

/**
 * The means of a {@link Sample} over its problems, and their standard errors over the population that the problems were drawn
 * from ({@link PopulationError}).
 *
 * @param means by {@link Quantity#ordinal()}
 * @param errors likewise
 */
@SuppressWarnings("ArrayRecordComponent")
public record Moments(double[] means, double[] errors) {

    /** Of a sample. */
    public static Moments of(Sample sample) {
        if (sample.gathering() != Gathering.DRAWN) {
            return gathered(sample);
        }
        int problems = sample.problems().length;
        double[] first = new double[Quantity.COUNT];
        double[] own = new double[Quantity.COUNT];
        double[] sums = new double[Quantity.COUNT];
        double[] squares = new double[Quantity.COUNT];
        sample.means(0, first);
        for (int i = 1; i < problems; i++) {
            sample.means(i, own);
            for (int q = 0; q < own.length; q++) {
                // from the first problem on, so that what is the same on all has no error
                double difference = own[q] - first[q];
                sums[q] += difference;
                squares[q] += difference * difference;
            }
        }
        double[] errors = new double[Quantity.COUNT];
        for (int q = 0; q < errors.length; q++) {
            double mean = sums[q] / problems;
            double variance = Math.max(0, squares[q] - mean * sums[q]) / (problems - 1) / problems;
            errors[q] = problems > 1 ? Math.sqrt(variance) : Double.NaN;
            first[q] += mean;
        }
        return new Moments(first, errors);
    }

    /** Of problems that have weights, or were spread. */
    private static Moments gathered(Sample sample) {
        int problems = sample.problems().length;
        double[][] values = new double[Quantity.COUNT][problems];
        double[] own = new double[Quantity.COUNT];
        double[] means = new double[Quantity.COUNT];
        double total = 0;
        for (int i = 0; i < problems; i++) {
            sample.means(i, own);
            total += sample.weight(i);
            for (int q = 0; q < own.length; q++) {
                values[q][i] = own[q];
                means[q] += sample.weight(i) * own[q];
            }
        }
        double[] errors = new double[Quantity.COUNT];
        for (int q = 0; q < errors.length; q++) {
            means[q] /= total;
            errors[q] = PopulationError.of(values[q], sample.gathering());
        }
        return new Moments(means, errors);
    }

    /** The mean of one quantity; unknown where it is for some problem. */
    public Mean mean(Quantity quantity, double stdError) {
        double value = means[quantity.ordinal()];
        return Double.isNaN(value) ? Mean.UNKNOWN : new Mean(value, stdError, errors[quantity.ordinal()]);
    }
}

package overthink.core.estimate;

import java.util.Arrays;

/** The standard errors of the means of a {@link Sample} over its problems. */
public final class Spread {

    private Spread() {}

    /**
     * The standard error of each quantity's mean, by {@link Quantity#ordinal()}: √(Σ V<sub>i</sub>)/P with
     * V<sub>i</sub> = Σ<sub>g</sub> e<sub>ig</sub>²/n²/(1 − Σ<sub>g</sub> (n<sub>g</sub>/n)²), e<sub>ig</sub> the deviation
     * of group g of n<sub>g</sub> of the n trials of problem i. V<sub>i</sub> is without bias whatever the sizes of the groups.
     * Where each problem has one trial, the standard deviation of the problems' means over √P, which is not less in
     * expectation; {@code NaN} for one problem then. All 0 when the means are known.
     */
    public static double[] of(Sample sample) {
        double[] errors = new double[Quantity.COUNT];
        int problems = sample.problems().length;
        long[] trials = sample.trials();
        if (trials.length == 0) {
            return errors;
        }
        double total = total(trials);
        if (total < 2) {
            return between(sample);
        }
        double[] deviations = new double[Quantity.COUNT];
        for (int i = 0; i < problems; i++) {
            for (int group = 0; group < trials.length; group++) {
                if (trials[group] > 0) {
                    sample.deviations(i, group, deviations);
                    for (int q = 0; q < errors.length; q++) {
                        errors[q] += deviations[q] * deviations[q];
                    }
                }
            }
        }
        double scale = 1 / Math.sqrt(distinct(trials)) / total / problems;
        for (int q = 0; q < errors.length; q++) {
            errors[q] = Math.sqrt(errors[q]) * scale;
        }
        return errors;
    }

    /** The trials of all groups. */
    static double total(long[] trials) {
        return Arrays.stream(trials).sum();
    }

    /** 1 − Σ (n<sub>g</sub>/n)²: the chance that two trials, drawn with replacement, are of different groups. */
    public static double distinct(long[] trials) {
        double total = total(trials);
        double same = 0;
        for (long one : trials) {
            same += (one / total) * (one / total);
        }
        return 1 - same;
    }

    private static double[] between(Sample sample) {
        int problems = sample.problems().length;
        double[] errors = new double[Quantity.COUNT];
        double[][] means = new double[problems][Quantity.COUNT];
        for (int i = 0; i < problems; i++) {
            sample.means(i, means[i]);
        }
        for (int q = 0; q < errors.length; q++) {
            double[] values = new double[problems];
            for (int i = 0; i < problems; i++) {
                values[i] = means[i][q];
            }
            errors[q] = between(values);
        }
        return errors;
    }

    /** The standard deviation over √P; {@code NaN} for one. */
    static double between(double[] values) {
        if (values.length == 1) {
            return Double.NaN;
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1) / values.length);
    }
}

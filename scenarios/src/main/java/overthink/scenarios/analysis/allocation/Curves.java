package overthink.scenarios.analysis.allocation;

import java.util.List;
import java.util.Locale;
import overthink.core.api.Resource;
import overthink.core.estimate.PopulationError;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;

/**
 * What every problem costs and has at each point of some rows, by all trials or by one half of them: the groups of trials of even
 * number, or those of odd number. What is known exactly is the same in both halves.
 */
final class Curves {

    private final List<Row> rows;
    private final List<Sample> samples;
    private final int problems;
    private final Quantity measure;
    private final double[][] costs;
    private final double[][] values;
    private final double[][][] halves = new double[2][][];

    /**
     * Curves of all problems.
     *
     * @param rows of the points, on all problems
     * @param samples of the rows, in the same order
     */
    Curves(List<Row> rows, List<Sample> samples, Quantity measure, Resource resource) {
        this.rows = List.copyOf(rows);
        this.samples = List.copyOf(samples);
        this.measure = measure;
        problems = samples.get(0).problems().length;
        costs = new double[rows.size()][problems];
        values = new double[rows.size()][problems];
        double[] buffer = new double[Quantity.COUNT];
        for (int point = 0; point < rows.size(); point++) {
            for (int problem = 0; problem < problems; problem++) {
                samples.get(point).means(problem, buffer);
                costs[point][problem] = buffer[Quantity.of(resource).ordinal()];
                values[point][problem] = buffer[measure.ordinal()];
            }
        }
        for (int half = 0; half < 2; half++) {
            halves[half] = half(half);
        }
    }

    private double[][] half(int half) {
        double[][] means = new double[rows.size()][problems];
        double[] buffer = new double[Quantity.COUNT];
        for (int point = 0; point < rows.size(); point++) {
            long[] trials = samples.get(point).trials();
            long counted = counted(trials, half);
            for (int problem = 0; problem < problems; problem++) {
                means[point][problem] = values[point][problem];
                for (int group = half; group < trials.length && counted > 0; group += 2) {
                    if (trials[group] > 0) {
                        samples.get(point).deviations(problem, group, buffer);
                        means[point][problem] += buffer[measure.ordinal()] / counted;
                    }
                }
            }
        }
        return means;
    }

    private static long counted(long[] trials, int half) {
        long counted = 0;
        for (int group = half; group < trials.length; group += 2) {
            counted += trials[group];
        }
        return counted;
    }

    /** What values are. */
    String measure() {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    int points() {
        return rows.size();
    }

    int problems() {
        return problems;
    }

    Row row(int point) {
        return rows.get(point);
    }

    /** What each problem costs at a point. */
    double[] costs(int point) {
        return costs[point];
    }

    /** What each problem has at a point, by all trials. */
    double[] values(int point) {
        return values[point];
    }

    /** What each problem has at a point, by a half of the trials. */
    double[] values(int point, int half) {
        return halves[half][point];
    }

    /** Whether everything is known exactly. */
    boolean exact() {
        return samples.stream().allMatch(sample -> sample.trials().length == 0);
    }

    /** Whether each half has trials of all that is not known exactly. */
    boolean divisible() {
        return samples.stream()
                .map(Sample::trials)
                .allMatch(trials -> trials.length == 0 || (counted(trials, 0) > 0 && counted(trials, 1) > 0));
    }

    /**
     * The standard error over these problems of Σ<sub>ij</sub> a<sub>ij</sub>·v<sub>ij</sub>/P, a<sub>ij</sub> the part of
     * problem i that point j has, v<sub>ij</sub> its mean: trials of one number share their candidates, so groups of them deviate
     * together. {@code NaN} when there are no two groups of trials.
     *
     * @param parts by point and problem
     */
    double stdError(double[][] parts) {
        double variance = 0;
        double[] buffer = new double[Quantity.COUNT];
        int groups = samples.stream()
                .mapToInt(sample -> sample.trials().length)
                .max()
                .orElse(0);
        double distinct = samples.stream()
                .filter(sample -> sample.trials().length > 0)
                .mapToDouble(sample -> distinct(sample.trials()))
                .min()
                .orElse(1);
        for (int problem = 0; problem < problems; problem++) {
            double[] deviations = new double[groups];
            for (int point = 0; point < rows.size(); point++) {
                double part = parts[point][problem];
                long[] trials = part == 0 ? new long[0] : samples.get(point).trials();
                double total = counted(trials, 0) + counted(trials, 1);
                for (int group = 0; group < trials.length; group++) {
                    if (trials[group] > 0) {
                        samples.get(point).deviations(problem, group, buffer);
                        deviations[group] += part * buffer[measure.ordinal()] / total;
                    }
                }
            }
            for (double deviation : deviations) {
                variance += deviation * deviation;
            }
        }
        return distinct > 0 ? Math.sqrt(variance / distinct) / problems : Double.NaN;
    }

    /**
     * The standard error of the same sum over the population that the problems stand for; {@code NaN} when it cannot be known.
     *
     * @param parts by point and problem
     */
    double populationStdError(double[][] parts) {
        double[] own = new double[problems];
        for (int problem = 0; problem < problems; problem++) {
            for (int point = 0; point < rows.size(); point++) {
                own[problem] += parts[point][problem] * values[point][problem];
            }
        }
        return PopulationError.of(own, samples.get(0).gathering());
    }

    /** 1 − Σ (n<sub>g</sub>/n)², as in {@link overthink.core.estimate.Spread}. */
    private static double distinct(long[] trials) {
        double total = counted(trials, 0) + counted(trials, 1);
        double same = 0;
        for (long one : trials) {
            same += (one / total) * (one / total);
        }
        return 1 - same;
    }
}

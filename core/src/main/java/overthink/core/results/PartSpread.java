package overthink.core.results;

import java.util.Arrays;
import overthink.core.estimate.Spread;
import overthink.core.trial.Tally;

/**
 * The standard errors of the parts of a cost that go to each payee, over these problems.
 *
 * <p>A part is a ratio of means R = X/T, so its error is that of the mean of x − R·t over a trial, divided by T (the delta
 * method; Cochran 1977, “Sampling Techniques”, section 2.11). The error of that mean is found from the deviations of groups of
 * trials as {@link Spread} has it, or between problems where each has one trial.
 */
final class PartSpread {

    /** Deviations that are smaller beside what they are of are the rounding of means. */
    private static final double ROUNDING = 0x1p-44;

    private final ShareMaker maker;
    private final Tally tally;
    private final int[] problems;
    private final int budget;
    private final long[] trials;
    private final double total;

    PartSpread(ShareMaker maker, Tally tally, int[] problems, int budget) {
        this.maker = maker;
        this.tally = tally;
        this.problems = problems;
        this.budget = budget;
        trials = new long[tally.groups().count()];
        Arrays.setAll(trials, group -> tally.sum(problems[0], group, budget, Tally.TRIALS));
        total = Arrays.stream(trials).sum();
    }

    /** The errors of the parts, where {@code means} are the mean amounts by payee and kind; 0 of a whole that is 0. */
    double[] errors(double[] means) {
        double[] wholes = wholes(means);
        double[] squares = new double[means.length];
        for (int problem : problems) {
            double[][] residuals = residuals(problem, means, wholes);
            for (int i = 0; i < means.length; i++) {
                squares[i] += total < 2 ? square(residuals, i) : square(residuals, i, sum(residuals, i) / total);
            }
        }
        double scale = total < 2 ? between() : within();
        for (int i = 0; i < squares.length; i++) {
            double whole = wholes[i % ShareMaker.AMOUNTS];
            squares[i] = whole == 0 ? 0 : Math.sqrt(squares[i]) * scale / whole;
        }
        return squares;
    }

    /** One trial of each problem: the residuals' mean over problems is 0. */
    private double between() {
        double size = problems.length;
        return size == 1 ? Double.NaN : 1 / Math.sqrt((size - 1) * size);
    }

    private double within() {
        return 1 / Math.sqrt(Spread.distinct(trials)) / total / problems.length;
    }

    private double square(double[][] residuals, int amount, double mean) {
        double square = 0;
        for (int group = 0; group < trials.length; group++) {
            double deviation = residuals[group][amount] - trials[group] * mean;
            square += deviation * deviation;
        }
        return square;
    }

    private static double square(double[][] residuals, int amount) {
        double sum = sum(residuals, amount);
        return sum * sum;
    }

    private static double sum(double[][] residuals, int amount) {
        double sum = 0;
        for (double[] one : residuals) {
            sum += one[amount];
        }
        return sum;
    }

    /** By group and amount what its trials spent beside their part of what all spent. */
    private double[][] residuals(int problem, double[] means, double[] wholes) {
        double[][] residuals = new double[trials.length][];
        for (int group = 0; group < trials.length; group++) {
            double[] spent = spent(problem, group);
            double[] whole = wholes(spent);
            for (int i = 0; i < spent.length; i++) {
                int kind = i % ShareMaker.AMOUNTS;
                double due = wholes[kind] == 0 ? 0 : means[i] / wholes[kind] * whole[kind];
                double residual = spent[i] - due;
                spent[i] = Math.abs(residual) <= ROUNDING * whole[kind] ? 0 : residual;
            }
            residuals[group] = spent;
        }
        return residuals;
    }

    private double[] spent(int problem, int group) {
        double[] told = new double[tally.told()];
        Arrays.setAll(told, i -> tally.value(problem, group, budget, Tally.TOLD + i));
        return maker.amounts(
                tally.value(problem, group, budget, Tally.PROMPT_TOKENS),
                tally.value(problem, group, budget, Tally.CACHED_TOKENS),
                tally.value(problem, group, budget, Tally.TOKENS),
                tally.value(problem, group, budget, Tally.VERIFIER_CALLS),
                told);
    }

    private static double[] wholes(double[] amounts) {
        double[] wholes = new double[ShareMaker.AMOUNTS];
        for (int i = 0; i < amounts.length; i++) {
            wholes[i % ShareMaker.AMOUNTS] += amounts[i];
        }
        return wholes;
    }
}

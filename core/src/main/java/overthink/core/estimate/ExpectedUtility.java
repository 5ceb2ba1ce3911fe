package overthink.core.estimate;

import java.util.OptionalDouble;
import overthink.core.world.Gathering;

/**
 * The mean {@link Utility} of a trial with both its errors.
 *
 * @param mean over the problems, each weighing the same
 * @param stdError over these problems; 0 when it is exact; {@code NaN} for a single trial of a single problem where payments vary
 * @param populationStdError over the population that the problems were drawn from; {@code NaN} for one problem
 * @param tolerance by how much arithmetic may have moved the mean when it is exact; 0 when it was found by trials
 */
public record ExpectedUtility(double mean, double stdError, double populationStdError, double tolerance) {

    /** Of sums of a few million numbers, relative to their size, with room. */
    private static final double ROUNDING = 1e-14;

    /**
     * The estimate from trials. The error over these problems is at least that of a share of which nothing was seen, {@link
     * Estimate#unseen}, times the {@link Utility#range() range}. Beyond that it is
     *
     * <ul>
     *   <li>where trials of one problem pay the same, √(Σ v<sub>i</sub>)/P with v<sub>i</sub> the variance of the outcome's
     *       worth on problem i over n − 1 (for one trial per problem: over all of them and P − 1);
     *   <li>where they do not, what groups of trials show of outcomes and payments together ({@link Spread}), whatever the two
     *       have to do with one another.
     * </ul>
     *
     * @param utility what outcomes are worth
     * @param right successes by problem, at least one problem
     * @param none trials without an answer by problem
     * @param paid {@link Utility#paid} on average, by problem
     * @param trials per problem, at least 1
     * @param sampled the standard error of the mean utility, with all that is paid, as {@link Spread} has it; empty where trials of
     *     one problem are known to pay the same
     */
    public static ExpectedUtility of(
            Utility utility, long[] right, long[] none, double[] paid, long trials, OptionalDouble sampled) {
        return of(utility, right, none, paid, trials, sampled, Gathering.DRAWN);
    }

    /** The estimate from trials on problems that were come by somehow. */
    public static ExpectedUtility of(
            Utility utility,
            long[] right,
            long[] none,
            double[] paid,
            long trials,
            OptionalDouble sampled,
            Gathering gathering) {
        int problems = right.length;
        double[] means = new double[problems];
        double variance = 0;
        double rightSum = 0;
        double noneSum = 0;
        for (int i = 0; i < problems; i++) {
            double r = (double) right[i] / trials;
            double a = (double) none[i] / trials;
            means[i] = utility.mean(r, a, paid[i]);
            variance += trials > 1 ? utility.variance(r, a) / (trials - 1) : 0;
            rightSum += r;
            noneSum += a;
        }
        double outcome;
        if (trials > 1) {
            outcome = Math.sqrt(variance) / problems;
        } else {
            double pooled = utility.variance(rightSum / problems, noneSum / problems);
            outcome = problems > 1 ? Math.sqrt(pooled / (problems - 1)) : utility.range() / 2;
        }
        double unseen = utility.range() * Estimate.unseen((double) trials * problems);
        return new ExpectedUtility(
                        average(means),
                        Math.max(sampled.orElse(outcome), unseen),
                        Math.max(unseen, Spread.between(means)),
                        0)
                .over(gathering, means, unseen);
    }

    /**
     * The estimate when each problem's chances and payments are known.
     *
     * @param utility what outcomes are worth
     * @param right chance of a right answer by problem, at least one problem
     * @param none chance of no answer by problem
     * @param paid {@link Utility#paid} on average, by problem
     * @param arithmeticError of the mean of {@code right}
     */
    public static ExpectedUtility exact(
            Utility utility, double[] right, double[] none, double[] paid, double arithmeticError) {
        double[] means = new double[right.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = utility.mean(right[i], none[i], paid[i]);
        }
        return new ExpectedUtility(
                average(means), 0, Spread.between(means), exactError(utility, average(paid), arithmeticError));
    }

    /** {@link #exact(Utility, double[], double[], double[], double)} of problems with weights. */
    public static ExpectedUtility exact(
            Utility utility, double[] right, double[] none, double[] paid, Bin bin, double arithmeticError) {
        if (bin.gathering() == Gathering.DRAWN) {
            return exact(utility, right, none, paid, arithmeticError);
        }
        double[] means = new double[right.length];
        double mean = 0;
        double spent = 0;
        for (int i = 0; i < means.length; i++) {
            means[i] = utility.mean(right[i], none[i], paid[i]);
            mean += bin.weight(i) * means[i];
            spent += bin.weight(i) * paid[i];
        }
        return new ExpectedUtility(
                mean / bin.total(),
                0,
                PopulationError.of(means, bin.gathering()),
                exactError(utility, spent / bin.total(), arithmeticError));
    }

    /**
     * This estimate from trials with the error over the population that is due to how its problems were come by.
     *
     * @param means by problem
     * @param unseen what the error is at least
     */
    private ExpectedUtility over(Gathering gathering, double[] means, double unseen) {
        if (gathering == Gathering.DRAWN) {
            return this;
        }
        double population =
                gathering == Gathering.POPULATION ? stdError : Math.max(unseen, PopulationError.of(means, gathering));
        return new ExpectedUtility(mean, stdError, population, tolerance);
    }

    /** The numerical error of a mean utility, from that of the accuracy. */
    public static double exactError(Utility utility, double paid, double arithmeticError) {
        double size = Math.abs(utility.correct()) + Math.abs(utility.wrong()) + Math.abs(utility.abstained()) + paid;
        return utility.slope() * arithmeticError + ROUNDING * size;
    }

    private static double average(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}

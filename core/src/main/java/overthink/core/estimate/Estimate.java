package overthink.core.estimate;

import overthink.core.world.Gathering;

/**
 * An accuracy with both its errors.
 *
 * @param accuracy mean over the problems of the share of correct trials
 * @param stdError over these problems: only the trials are random; 0 when the accuracy is known
 * @param populationStdError over the population that the problems were drawn from; {@code NaN} for one problem
 * @param lower end of the 95 % interval over these problems
 * @param upper end of the 95 % interval over these problems
 * @param tolerance by how much arithmetic may have moved the accuracy; 0 when it was found by trials
 */
public record Estimate(
        double accuracy, double stdError, double populationStdError, double lower, double upper, double tolerance) {

    /** Of candidates that are neither right nor wrong. */
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);

    /** The standard normal quantile of a 95 % interval. */
    public static final double Z95 = 1.959963984540054;

    private static final double Z2 = Z95 * Z95;

    /** Of a mean of a few million numbers in [0, 1], with room. */
    private static final double ROUNDING = 1e-14;

    /**
     * The estimate from each problem's successes. The error over these problems is √(Σ v<sub>i</sub>)/P with
     * v<sub>i</sub> = a<sub>i</sub>(1 − a<sub>i</sub>)/(n − 1); for one trial per problem, where no v<sub>i</sub> can be
     * known, the binomial error of the pooled trials, which is not less in expectation. The error over the population is
     * the standard deviation of the a<sub>i</sub> over √P. Neither is less than {@link #unseen}: trials that all went one
     * way do not show that none can go the other.
     *
     * <p>The interval is Wilson's, with as many trials as a binomial of the same error would have. Where every problem's
     * trials all went one way, but not the same way on all problems, it reaches z²/(N + z²) to both sides, as Wilson's does
     * where all N trials went one way.
     *
     * @param correct successes by problem, at least one problem
     * @param trials per problem, at least 1
     */
    public static Estimate of(long[] correct, long trials) {
        int problems = correct.length;
        double total = (double) trials * problems;
        double successes = 0;
        double variance = 0;
        boolean mixed = trials == 1;
        for (long one : correct) {
            successes += one;
            double a = (double) one / trials;
            variance += trials > 1 ? a * (1 - a) / (trials - 1) : 0;
            mixed |= one > 0 && one < trials;
        }
        double accuracy = successes / total;
        double binomial = accuracy * (1 - accuracy);
        double seen =
                trials > 1 ? Math.sqrt(variance) / problems : problems > 1 ? Math.sqrt(binomial / (problems - 1)) : 0.5;
        double spread = 0;
        for (long one : correct) {
            double deviation = (double) one / trials - accuracy;
            spread += deviation * deviation;
        }
        double unseen = unseen(total);
        double populationStdError =
                problems > 1 ? Math.max(unseen, Math.sqrt(spread / (problems - 1) / problems)) : Double.NaN;
        double lower;
        double upper;
        if (mixed || binomial == 0) {
            Wilson wilson = Wilson.of(accuracy, seen, total);
            lower = wilson.lower;
            upper = wilson.upper;
        } else {
            lower = accuracy - Z2 / (total + Z2);
            upper = accuracy + Z2 / (total + Z2);
        }
        return new Estimate(
                accuracy,
                Math.max(seen, unseen),
                populationStdError,
                Math.min(accuracy, Math.max(0, lower)),
                Math.max(accuracy, Math.min(1, upper)),
                0);
    }

    /**
     * The estimate from each problem's worths, numbers in [0, 1], where they are not all right or wrong. The error over these
     * problems is √(Σ v<sub>i</sub>)/P with v<sub>i</sub> = (q<sub>i</sub>/n − m<sub>i</sub>²)/(n − 1), m<sub>i</sub> the mean and
     * q<sub>i</sub> the sum of squares; for one trial per problem, where no v<sub>i</sub> can be known, the error over the
     * population, which is not less in expectation. The interval is Wilson's for a share of the same mean and error.
     *
     * @param sums of worths by problem, at least one problem
     * @param squares sums of squares of worths by problem
     * @param trials per problem, at least 1
     */
    public static Estimate graded(double[] sums, double[] squares, long trials) {
        int problems = sums.length;
        double total = (double) trials * problems;
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < problems; i++) {
            double own = sums[i] / trials;
            mean += own / problems;
            variance += trials > 1 ? Math.max(0, squares[i] / trials - own * own) / (trials - 1) : 0;
        }
        double spread = 0;
        for (double sum : sums) {
            double deviation = sum / trials - mean;
            spread += deviation * deviation;
        }
        double unseen = unseen(total);
        double population = problems > 1 ? Math.max(unseen, Math.sqrt(spread / (problems - 1) / problems)) : Double.NaN;
        double seen = trials > 1 ? Math.sqrt(variance) / problems : problems > 1 ? population : 0.5;
        Wilson wilson = Wilson.of(mean, seen, total);
        return new Estimate(
                mean,
                Math.max(seen, unseen),
                population,
                Math.min(mean, Math.max(0, wilson.lower)),
                Math.max(mean, Math.min(1, wilson.upper)),
                0);
    }

    /**
     * The standard error of a share of {@code trials} trials of which all went one way, √(s(1 − s)/N) with s = 1/(N + 2),
     * Laplace's estimate that the next one does not.
     *
     * @param trials at least 1
     */
    public static double unseen(double trials) {
        double s = 1 / (trials + 2);
        return Math.sqrt(s * (1 - s) / trials);
    }

    /**
     * The larger side of the interval that an accuracy would have.
     *
     * @param accuracy in [0, 1]
     * @param variance of one trial within its problem, above 0
     * @param trials over all problems
     */
    static double side(double accuracy, double variance, double trials) {
        Wilson wilson = Wilson.of(accuracy, Math.sqrt(variance / trials), trials);
        return Math.max(wilson.upper - accuracy, accuracy - wilson.lower);
    }

    /** Wilson's interval for the share of as many trials as a binomial of a standard error has, or of so many if that is 0. */
    private record Wilson(double lower, double upper) {

        static Wilson of(double share, double stdError, double trials) {
            double binomial = share * (1 - share);
            double n = stdError > 0 && binomial > 0 ? binomial / (stdError * stdError) : trials;
            double centre = (share + Z2 / (2 * n)) / (1 + Z2 / n);
            double half = Z95 * Math.sqrt(binomial / n + Z2 / (4 * n * n)) / (1 + Z2 / n);
            return new Wilson(centre - half, centre + half);
        }
    }

    /**
     * The estimate from each problem's accuracy when that is known: no error over these problems. The interval holds what
     * arithmetic and the rounding of the mean may have done.
     *
     * @param accuracies by problem, at least one problem
     * @param arithmeticError of their mean
     */
    public static Estimate exact(double[] accuracies, double arithmeticError) {
        double sum = 0;
        for (double accuracy : accuracies) {
            sum += accuracy;
        }
        int problems = accuracies.length;
        double mean = sum / problems;
        double tolerance = arithmeticError + ROUNDING;
        double spread = 0;
        for (double accuracy : accuracies) {
            spread += (accuracy - mean) * (accuracy - mean);
        }
        return new Estimate(
                mean,
                0,
                problems > 1 ? Math.sqrt(spread / (problems - 1) / problems) : Double.NaN,
                Math.max(0, mean - tolerance),
                Math.min(1, mean + tolerance),
                tolerance);
    }

    /**
     * The estimate from each problem's accuracy when that is known, of problems with weights.
     *
     * @param accuracies by problem
     * @param bin the problems
     * @param arithmeticError of their weighted mean
     */
    public static Estimate exact(double[] accuracies, Bin bin, double arithmeticError) {
        if (bin.gathering() == Gathering.DRAWN) {
            return exact(accuracies, arithmeticError);
        }
        double sum = 0;
        for (int i = 0; i < accuracies.length; i++) {
            sum += bin.weight(i) * accuracies[i];
        }
        double mean = Math.min(1, sum / bin.total());
        double tolerance = arithmeticError + ROUNDING;
        return new Estimate(
                mean,
                0,
                PopulationError.of(accuracies, bin.gathering()),
                Math.max(0, mean - tolerance),
                Math.min(1, mean + tolerance),
                tolerance);
    }

    /**
     * This estimate from trials with the error over the population that is due to how its problems were come by.
     *
     * @param means by problem
     */
    public Estimate over(Gathering gathering, double[] means) {
        if (gathering == Gathering.DRAWN) {
            return this;
        }
        double population =
                gathering == Gathering.POPULATION ? stdError : Math.max(PopulationError.of(means, gathering), least());
        return new Estimate(accuracy, stdError, population, lower, upper, tolerance);
    }

    /** No error over a population is less where trials all went one way: what was unseen in them. */
    private double least() {
        return accuracy == 0 || accuracy == 1 ? stdError : 0;
    }

    /** The larger side of the 95 % interval: the accuracy is known to within this both ways. */
    public double side() {
        return Math.max(upper - accuracy, accuracy - lower);
    }
}

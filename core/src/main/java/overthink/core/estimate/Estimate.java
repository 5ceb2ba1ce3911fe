package overthink.core.estimate;

/**
 * An accuracy with both its errors.
 *
 * @param accuracy mean over the problems of the share of correct trials
 * @param stdError over these problems: only the trials are random
 * @param populationStdError over the population that the problems were drawn from; {@code NaN} for one problem
 * @param lower end of the 95 % interval over these problems
 * @param upper end of the 95 % interval over these problems
 */
public record Estimate(double accuracy, double stdError, double populationStdError, double lower, double upper) {

    /** The standard normal quantile of a 95 % interval. */
    public static final double Z95 = 1.959963984540054;

    /** Of a mean of a few million numbers in [0, 1], with room. */
    private static final double ROUNDING = 1e-14;

    /**
     * The estimate from each problem's successes. The error over these problems is √(Σ v<sub>i</sub>)/P with
     * v<sub>i</sub> = a<sub>i</sub>(1 − a<sub>i</sub>)/(n − 1); for one trial per problem, where no v<sub>i</sub> can be
     * known, the binomial error of the pooled trials, which is not less in expectation. The error over the population is
     * the standard deviation of the a<sub>i</sub> over √P. The interval is Wilson's, with as many trials as a binomial of
     * the same error would have.
     *
     * @param correct successes by problem, at least one problem
     * @param trials per problem, at least 1
     */
    public static Estimate of(long[] correct, long trials) {
        int problems = correct.length;
        long total = 0;
        double variance = 0;
        for (long successes : correct) {
            total += successes;
            double a = (double) successes / trials;
            variance += trials > 1 ? a * (1 - a) / (trials - 1) : 0;
        }
        double accuracy = (double) total / ((double) trials * problems);
        double binomial = accuracy * (1 - accuracy);
        double stdError =
                trials > 1 ? Math.sqrt(variance) / problems : problems > 1 ? Math.sqrt(binomial / (problems - 1)) : 0.5;
        double spread = 0;
        for (long successes : correct) {
            double deviation = (double) successes / trials - accuracy;
            spread += deviation * deviation;
        }
        double populationStdError = problems > 1 ? Math.sqrt(spread / (problems - 1) / problems) : Double.NaN;
        double effectiveTrials =
                stdError > 0 && binomial > 0 ? binomial / (stdError * stdError) : (double) trials * problems;
        double z2 = Z95 * Z95;
        double centre = (accuracy + z2 / (2 * effectiveTrials)) / (1 + z2 / effectiveTrials);
        double half = Z95
                * Math.sqrt(binomial / effectiveTrials + z2 / (4 * effectiveTrials * effectiveTrials))
                / (1 + z2 / effectiveTrials);
        return new Estimate(
                accuracy,
                stdError,
                populationStdError,
                Math.min(accuracy, Math.max(0, centre - half)),
                Math.max(accuracy, Math.min(1, centre + half)));
    }

    /**
     * The estimate from each problem's accuracy when that is known: no error over these problems but that of arithmetic and
     * of rounding their mean, which stands as the standard error and is all that the interval holds.
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
        double error = arithmeticError + ROUNDING;
        double spread = 0;
        for (double accuracy : accuracies) {
            spread += (accuracy - mean) * (accuracy - mean);
        }
        return new Estimate(
                mean,
                error,
                problems > 1 ? Math.sqrt(spread / (problems - 1) / problems) : Double.NaN,
                Math.max(0, mean - error),
                Math.min(1, mean + error));
    }

    /** Half the width of the 95 % interval. */
    public double halfWidth() {
        return (upper - lower) / 2;
    }
}

package overthink.core.estimate;

/**
 * The mean {@link Utility} of a trial with both its errors.
 *
 * @param mean over the problems, each weighing the same
 * @param stdError over these problems; {@code NaN} when it cannot be known
 * @param populationStdError over the population that the problems were drawn from; {@code NaN} for one problem
 */
public record Worth(double mean, double stdError, double populationStdError) {

    /** Of sums of a few million numbers, relative to their size, with room. */
    private static final double ROUNDING = 1e-14;

    /**
     * The estimate from trials. The error over these problems is the sum of two parts, so that it holds however the two
     * depend on one another:
     *
     * <ul>
     *   <li>that of the outcomes, √(Σ v<sub>i</sub>)/P with v<sub>i</sub> the variance of the outcome's worth on problem i
     *       over n − 1 (for one trial per problem: over all of them and P − 1), and at least that of a share of which nothing
     *       was seen, times the {@link Utility#range() range};
     *   <li>that of what was paid. How payments vary between trials of one problem is not tallied; between problems their
     *       means vary by that and by more, so that their standard deviation over √P is not less in expectation. It is 0
     *       where every trial pays the same, and {@code NaN} for one problem unless payments are known not to vary.
     * </ul>
     *
     * @param utility what outcomes are worth
     * @param right successes by problem, at least one problem
     * @param none trials without an answer by problem
     * @param paid {@link Utility#paid} on average, by problem
     * @param trials per problem, at least 1
     * @param fixed whether trials of one problem are known to pay the same
     */
    public static Worth of(Utility utility, long[] right, long[] none, double[] paid, long trials, boolean fixed) {
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
        double z = Estimate.Z95;
        double unseen = utility.range() * z / (2 * ((double) trials * problems + z * z));
        double payment = fixed || !utility.priced() ? 0 : spread(paid);
        return new Worth(average(means), Math.max(outcome, unseen) + payment, spread(means));
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
    public static Worth exact(Utility utility, double[] right, double[] none, double[] paid, double arithmeticError) {
        double[] means = new double[right.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = utility.mean(right[i], none[i], paid[i]);
        }
        return new Worth(average(means), exactError(utility, average(paid), arithmeticError), spread(means));
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

    /** The standard deviation over √P; {@code NaN} for one. */
    private static double spread(double[] values) {
        if (values.length == 1) {
            return Double.NaN;
        }
        double mean = average(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1) / values.length);
    }
}

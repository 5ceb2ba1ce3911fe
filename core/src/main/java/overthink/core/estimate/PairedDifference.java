package overthink.core.estimate;

/**
 * How much more accurate one strategy is than another on the same problems, paired by problem.
 *
 * @param difference mean over the problems of the first's accuracy minus the second's
 * @param populationStdError standard deviation of the problems' differences over √problems; {@code NaN} for one problem
 */
public record PairedDifference(double difference, double populationStdError) {

    /**
     * The difference of two strategies.
     *
     * @param first accuracy by problem
     * @param second accuracy by problem, as many
     * @throws IllegalArgumentException when there are not as many, or none
     */
    public static PairedDifference of(double[] first, double[] second) {
        int problems = first.length;
        if (problems == 0 || problems != second.length) {
            throw new IllegalArgumentException(
                    "pairs need the same problems, not %d and %d".formatted(problems, second.length));
        }
        double sum = 0;
        for (int i = 0; i < problems; i++) {
            sum += first[i] - second[i];
        }
        double mean = sum / problems;
        double spread = 0;
        for (int i = 0; i < problems; i++) {
            double deviation = first[i] - second[i] - mean;
            spread += deviation * deviation;
        }
        return new PairedDifference(mean, problems > 1 ? Math.sqrt(spread / (problems - 1) / problems) : Double.NaN);
    }
}

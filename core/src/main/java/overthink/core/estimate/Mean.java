package overthink.core.estimate;

/**
 * A mean over the trials of a row with both its errors; {@code NaN} where it is not known.
 *
 * @param value the mean, each problem weighing the same
 * @param stdError over these problems: only the trials are random; 0 when the mean is known
 * @param populationStdError over the population that the problems were drawn from; {@code NaN} for one problem
 */
public record Mean(double value, double stdError, double populationStdError) {

    /** Nothing is known. */
    public static final Mean UNKNOWN = new Mean(Double.NaN, Double.NaN, Double.NaN);

    /** Whether it is known. */
    public boolean known() {
        return !Double.isNaN(value);
    }
}

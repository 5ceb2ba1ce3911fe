package overthink.core.estimate;

/**
 * Quantiles over the trials of a row, those of all its problems together, each problem weighing the same: the least amount that
 * at least this share of trials does not exceed. {@code NaN} where it is not known.
 *
 * @param p50 the median
 * @param p90 at 90 %
 * @param p95 at 95 %
 * @param p99 at 99 %
 */
public record Quantiles(double p50, double p90, double p95, double p99) {

    /** Nothing is known. */
    public static final Quantiles UNKNOWN = new Quantiles(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Whether they are known. */
    public boolean known() {
        return !Double.isNaN(p50);
    }
}

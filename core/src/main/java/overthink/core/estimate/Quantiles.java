package overthink.core.estimate;

/**
 * Quantiles over the trials of a row, those of all its problems together, each problem weighing the same: the least amount that
 * at least this share of trials does not exceed. {@code NaN} where it is not known.
 *
 * <p>Of n trials that were counted the error of a quantile at q is half the distance between the quantiles at the ranks
 * qn ± √(q(1 − q)n), which a count of trials deviates by at most on these problems; 0 where both are one amount.
 *
 * @param p50 the median
 * @param p90 at 90 %
 * @param p95 at 95 %
 * @param p99 at 99 %
 * @param p50StdError its error over these problems; 0 when it is known without trials
 * @param p90StdError likewise
 * @param p95StdError likewise
 * @param p99StdError likewise
 */
public record Quantiles(
        double p50,
        double p90,
        double p95,
        double p99,
        double p50StdError,
        double p90StdError,
        double p95StdError,
        double p99StdError) {

    /** Nothing is known. */
    public static final Quantiles UNKNOWN = exact(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Quantiles that are known without trials. */
    public static Quantiles exact(double p50, double p90, double p95, double p99) {
        return new Quantiles(p50, p90, p95, p99, 0, 0, 0, 0);
    }

    /** These where they are known, else others. */
    public Quantiles orElse(Quantiles others) {
        return known() ? this : others;
    }

    /** Whether they are known. */
    public boolean known() {
        return !Double.isNaN(p50);
    }
}

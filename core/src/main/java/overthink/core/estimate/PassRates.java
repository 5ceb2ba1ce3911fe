package overthink.core.estimate;

/**
 * What a trial that samples until r candidates are accepted says, on average, of the chance that one is. {@code NaN} of other
 * strategies.
 *
 * @param biased the mean of r/K, or of the share accepted where the budget ends it before; too high
 * @param unbiased the mean of (r − 1)/(K − 1), or of the share accepted where the budget ends it before; for r = 1, which has no
 *     such estimate, the other
 */
public record PassRates(double biased, double unbiased) {

    /** Of other strategies. */
    public static final PassRates UNKNOWN = new PassRates(Double.NaN, Double.NaN);
}

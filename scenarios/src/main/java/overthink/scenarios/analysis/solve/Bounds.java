package overthink.scenarios.analysis.solve;

/**
 * An interval of places.
 *
 * @param lower its lower end; minus infinity where the search ended before
 * @param upper its upper end; infinity where the search ended before
 */
public record Bounds(double lower, double upper) {

    /** Nothing is known. */
    public static final Bounds UNKNOWN = new Bounds(Double.NaN, Double.NaN);

    /** Whether it is known. */
    public boolean known() {
        return !Double.isNaN(lower);
    }

    /** Whether a place is in it. */
    public boolean contains(double at) {
        return at >= lower && at <= upper;
    }
}

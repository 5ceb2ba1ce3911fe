package overthink.core.fit.verifier;

/**
 * A fitted number and its standard error over problems.
 *
 * @param value NaN where the recording does not tell
 * @param error at least 0; NaN where the recording does not tell
 */
public record Fitted(double value, double error) {

    /** What the recording says nothing of. */
    public static final Fitted UNKNOWN = new Fitted(Double.NaN, Double.NaN);

    /** Whether the recording tells it. */
    public boolean isKnown() {
        return !Double.isNaN(value);
    }

    /** What is so by definition or for all candidates alike. */
    static Fitted exactly(double value) {
        return new Fitted(value, 0);
    }
}

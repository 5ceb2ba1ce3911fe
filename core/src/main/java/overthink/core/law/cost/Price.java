package overthink.core.law.cost;

/**
 * Dollars per million tokens.
 *
 * @param input for tokens read, at least 0
 * @param output for tokens generated, at least 0
 */
public record Price(double input, double output) {

    /** Free. */
    public static final Price FREE = new Price(0, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is negative or not finite
     */
    public Price {
        if (!(input >= 0 && output >= 0 && input < Double.POSITIVE_INFINITY && output < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "prices must be at least 0, not input %s and output %s".formatted(input, output));
        }
    }
}

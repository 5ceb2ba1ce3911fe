package overthink.core.law.cost;

/**
 * Dollars per million tokens.
 *
 * @param input for tokens read, at least 0 and at most {@value #MOST}
 * @param output for tokens generated, at least 0 and at most {@value #MOST}
 */
public record Price(double input, double output) {

    /** The most dollars per million tokens. */
    public static final double MOST = 1e12;

    /** Free. */
    public static final Price FREE = new Price(0, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public Price {
        if (!(input >= 0 && output >= 0 && input <= MOST && output <= MOST)) {
            throw new IllegalArgumentException("prices must be at least 0 and at most %s, not input %s and output %s"
                    .formatted(MOST, input, output));
        }
    }
}

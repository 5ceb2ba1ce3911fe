package overthink.core.law.cost;

import overthink.core.api.RealRange;

/**
 * Dollars per million tokens.
 *
 * @param input for tokens read, in {@link #DOLLARS}
 * @param output for tokens generated, in {@link #DOLLARS}
 */
public record Price(double input, double output) {

    /** What dollars per million tokens may be. */
    public static final RealRange DOLLARS = new RealRange(0, 1e12);

    /** Free. */
    public static final Price FREE = new Price(0, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public Price {
        DOLLARS.check("the price of input", input);
        DOLLARS.check("the price of output", output);
    }
}

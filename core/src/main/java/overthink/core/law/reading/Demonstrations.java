package overthink.core.law.reading;

import overthink.core.api.RealRange;

/**
 * Demonstrations, which add to the log-odds of a right candidate with returns that diminish: m of them add
 * gain·m/(m + half). A p of 0 or 1 stays.
 *
 * @param gain what any number of them adds at most, in {@link #GAIN}
 * @param half how many add half of it, in {@link #HALF}
 * @param tokens of each, at least 0
 */
public record Demonstrations(double gain, double half, int tokens) {

    /** What the gain may be: e<sup>±20</sup> takes any odds to any. */
    public static final RealRange GAIN = RealRange.within(20);

    /** What may be half way. */
    public static final RealRange HALF = new RealRange(1e-3, 1e6);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public Demonstrations {
        GAIN.check("demonstrations: gain", gain);
        HALF.check("demonstrations: half", half);
        Documents.TOKENS.check("demonstrations: tokens", tokens);
    }

    /** The chance of a right candidate after {@code shown} of them, p without. */
    public double chance(double p, long shown) {
        if (shown == 0 || p <= 0 || p >= 1) {
            return p;
        }
        double odds = p / (1 - p) * StrictMath.exp(gain * shown / (shown + half));
        return odds / (1 + odds);
    }
}

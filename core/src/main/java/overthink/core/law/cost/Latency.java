package overthink.core.law.cost;

import overthink.core.api.RealRange;
import overthink.core.api.WholeRange;

/**
 * How long a call takes, and how many calls run at once.
 *
 * @param prefill seconds before the first token, in {@link #SECONDS}
 * @param perToken seconds for each token, in {@link #SECONDS}
 * @param concurrency calls that run together, at least 1; each of the others starts when one of them is back
 */
public record Latency(double prefill, double perToken, int concurrency) {

    /** What the seconds before the first token, and those for each token, may be. */
    public static final RealRange SECONDS = new RealRange(0, 1e6);

    /** How many calls may run together; the greatest number stands for all that are issued together. */
    public static final WholeRange CONCURRENCY = new WholeRange(1, Integer.MAX_VALUE);

    /** Nanoseconds in a second. */
    public static final double NANOS_A_SECOND = 1e9;

    /** Takes no time. */
    public static final Latency INSTANT = new Latency(0, 0, Integer.MAX_VALUE);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public Latency {
        SECONDS.check("prefill", prefill);
        SECONDS.check("per-token", perToken);
        CONCURRENCY.check("concurrency", concurrency);
    }

    /**
     * How long a call of so many tokens takes: whole nanoseconds, at least one if it takes any time. (Sums of them are exact
     * below 2<sup>53</sup>, which is 104 days, and right to the last digit of a double above.)
     */
    public double nanos(double tokens) {
        double exact = (prefill + perToken * tokens) * NANOS_A_SECOND;
        return exact > 0 ? Math.max(1, Math.rint(exact)) : 0;
    }
}

package overthink.core.law.cost;

/**
 * How long a call takes, and how many calls run at once.
 *
 * @param prefill seconds before the first token, at least 0 and at most {@value #MOST_SECONDS}
 * @param perToken seconds for each token, at least 0 and at most {@value #MOST_SECONDS}
 * @param concurrency calls that run together, at least 1; each of the others starts when one of them is back
 */
public record Latency(double prefill, double perToken, int concurrency) {

    /** The most seconds before the first token and for each token. */
    public static final double MOST_SECONDS = 1e6;

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
        if (!(prefill >= 0 && perToken >= 0 && prefill <= MOST_SECONDS && perToken <= MOST_SECONDS)) {
            throw new IllegalArgumentException(
                    "latencies must be at least 0 and at most %s s, not prefill %s and per-token %s"
                            .formatted(MOST_SECONDS, prefill, perToken));
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1, not " + concurrency);
        }
    }

    /**
     * How long a call of so many tokens takes: whole nanoseconds, at least one if it takes any time. (Sums of them are exact
     * below 2<sup>53</sup>, which is 104 days, and right to the last digit of a double above.)
     */
    public double nanos(double tokens) {
        double exact = (prefill + perToken * tokens) * NANOS_A_SECOND;
        return exact > 0 ? Math.max(1, Math.rint(exact)) : 0;
    }

    /** Whether no call of so many tokens takes any time. */
    public boolean instant(double tokens) {
        return nanos(tokens) == 0;
    }
}

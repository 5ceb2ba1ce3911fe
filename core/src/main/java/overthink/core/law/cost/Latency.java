package overthink.core.law.cost;

/**
 * How long a call takes, and how many calls run at once.
 *
 * @param prefill seconds before the first token, at least 0
 * @param perToken seconds for each token, at least 0
 * @param concurrency calls that run together, at least 1; more of them queue
 */
public record Latency(double prefill, double perToken, int concurrency) {

    /** Takes no time. */
    public static final Latency INSTANT = new Latency(0, 0, Integer.MAX_VALUE);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public Latency {
        if (!(prefill >= 0 && perToken >= 0 && prefill <= 1e6 && perToken <= 1e6)) {
            throw new IllegalArgumentException(
                    "latencies must be at least 0, not prefill %s and per-token %s".formatted(prefill, perToken));
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1, not " + concurrency);
        }
    }
}

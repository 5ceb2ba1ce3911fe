package overthink.core.law.cost;

/**
 * What a model's tokens cost beyond their number.
 *
 * @param parameters of the model (FLOPs = 2·parameters·tokens), at least 0
 * @param price dollars
 * @param latency seconds
 */
public record Tariff(double parameters, Price price, Latency latency) {

    /** Costs nothing but tokens. */
    public static final Tariff FREE = new Tariff(0, Price.FREE, Latency.INSTANT);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when {@code parameters} is negative or not finite
     */
    public Tariff {
        if (!(parameters >= 0 && parameters < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("parameters must be at least 0, not " + parameters);
        }
    }
}

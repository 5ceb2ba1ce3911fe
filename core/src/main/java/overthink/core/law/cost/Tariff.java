package overthink.core.law.cost;

/**
 * What a model's tokens cost beyond their number.
 *
 * @param parameters of the model (FLOPs = 2·parameters·tokens), at least 0 and at most {@value #MOST_PARAMETERS}
 * @param price dollars
 * @param latency seconds
 */
public record Tariff(double parameters, Price price, Latency latency) {

    /** The most parameters. */
    public static final double MOST_PARAMETERS = 1e18;

    /** Costs nothing but tokens. */
    public static final Tariff FREE = new Tariff(0, Price.FREE, Latency.INSTANT);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when {@code parameters} is outside its range
     */
    public Tariff {
        if (!(parameters >= 0 && parameters <= MOST_PARAMETERS)) {
            throw new IllegalArgumentException(
                    "parameters must be at least 0 and at most %s, not %s".formatted(MOST_PARAMETERS, parameters));
        }
    }
}

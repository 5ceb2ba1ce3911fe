package overthink.core.law.cost;

import overthink.core.api.RealRange;

/**
 * What a model's tokens cost beyond their number.
 *
 * @param parameters of the model (FLOPs = 2·parameters·tokens), in {@link #PARAMETERS}
 * @param price dollars
 * @param latency seconds
 */
public record Tariff(double parameters, Price price, Latency latency) {

    /** What the number of parameters may be. */
    public static final RealRange PARAMETERS = new RealRange(0, 1e18);

    /** Costs nothing but tokens. */
    public static final Tariff FREE = new Tariff(0, Price.FREE, Latency.INSTANT);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when {@code parameters} is outside its range
     */
    public Tariff {
        PARAMETERS.check("parameters", parameters);
    }
}

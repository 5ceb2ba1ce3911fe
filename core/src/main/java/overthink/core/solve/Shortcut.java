package overthink.core.solve;

import overthink.core.api.Parameters;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;

/** The fast ways to the numbers of one strategy under budgets of generations or steps. */
public interface Shortcut {

    /** The name of the strategy that it stands for. */
    String strategy();

    /** The exact way. */
    Availability exact(SyntheticWorld world, Parameters parameters);

    /** The aggregated way. */
    default Availability aggregated(SyntheticWorld world, Parameters parameters) {
        return new Availability.Refused("no aggregated sampler of it is known");
    }

    /**
     * Whether the exact way, though open, may take so long that {@code auto} prefers the aggregated one.
     *
     * @param candidates the most that a budget pays for
     */
    default boolean exactIsSlow(SyntheticWorld world, long candidates) {
        return false;
    }

    /**
     * Whether the exact way, though open, takes so much longer than the trials usually asked for that {@code auto} plays
     * them where they can be played.
     */
    default boolean exactIsOnRequest(SyntheticWorld world, Parameters parameters) {
        return false;
    }
}

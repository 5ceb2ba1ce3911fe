package overthink.core.shortcut;

import overthink.core.api.Parameters;
import overthink.core.world.World;

/** The fast ways to the numbers of one strategy under budgets of generations or steps. */
interface Shortcut {

    /** The name of the strategy that it stands for. */
    String strategy();

    /** The exact way. */
    Offer exact(World world, Parameters parameters);

    /** The aggregated way. */
    default Offer aggregated(World world, Parameters parameters) {
        return new Offer.Refused("no aggregated sampler of it is known");
    }

    /**
     * Whether the exact way, though open, may take so long that {@code auto} prefers the aggregated one.
     *
     * @param candidates the most that a budget pays for
     */
    default boolean exactIsSlow(World world, long candidates) {
        return false;
    }

    /**
     * Whether the exact way, though open, takes so much longer than the trials usually asked for that {@code auto} plays
     * them where they can be played.
     */
    default boolean exactIsOnRequest(World world, Parameters parameters) {
        return false;
    }
}

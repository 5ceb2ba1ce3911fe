package overthink.core.solve.declared;

import java.util.Optional;
import java.util.Set;
import overthink.core.api.Resource;
import overthink.core.estimate.Method;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;

/** The fast ways to the numbers of strategies of one law in worlds of declared laws, under budgets of generations or steps. */
public interface Shortcut {

    /** The ways that some world opens; the others none does. Whoever has an aggregated way names it, too. */
    default Set<Method> methods() {
        return Set.of(Method.EXACT);
    }

    /** The exact way. */
    Availability exact(SyntheticWorld world);

    /**
     * Why the exact way, though open, does not know the numbers under some budget; empty when it does.
     *
     * @param resource generations or steps
     * @param amount of it
     */
    default Optional<String> exactEnds(SyntheticWorld world, Resource resource, long amount) {
        return Optional.empty();
    }

    /** A way to what becomes of strategies as budgets grow without end. */
    default Availability limits(SyntheticWorld world) {
        return exact(world);
    }

    /** The aggregated way. */
    default Availability aggregated(SyntheticWorld world) {
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
    default boolean exactIsOnRequest(SyntheticWorld world) {
        return false;
    }

    /**
     * Whether the aggregated way, though open, is for those who ask for it: its cost grows with the budget, if less than that of
     * trials, which go on from the candidates that other strategies are given.
     */
    default boolean aggregatedIsOnRequest() {
        return false;
    }
}

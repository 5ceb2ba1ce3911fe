package overthink.core.route;

import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.api.Resource;

/** Which laws of strategies can be solved in one world, how, and why the others cannot. */
public interface SolvedLaws {

    /** None. */
    SolvedLaws NONE = law -> new Availability.Refused("no law of strategies is solved in a world of this kind");

    /** The exact way to the numbers of strategies of a law. */
    Availability exact(Law law);

    /**
     * Why the exact way, though open, does not know the numbers under some budget; empty when it does.
     *
     * @param resource generations or steps
     * @param amount of it
     */
    default Optional<String> exactEnds(Law law, Resource resource, long amount) {
        return Optional.empty();
    }

    /** A way to what becomes of strategies of a law as budgets grow without end, by whatever way rows are found. */
    default Availability limits(Law law) {
        return exact(law);
    }

    /** The aggregated way. */
    default Availability aggregated(Law law) {
        return new Availability.Refused("no aggregated sampler of it is known");
    }

    /**
     * Whether the exact way, though open, may take so long that {@code auto} prefers the aggregated one.
     *
     * @param candidates the most that a budget pays for
     */
    default boolean exactIsSlow(Law law, long candidates) {
        return false;
    }

    /**
     * Whether the exact way, though open, takes so much longer than the trials usually asked for that {@code auto} plays
     * them where they can be played.
     */
    default boolean exactIsOnRequest(Law law) {
        return false;
    }

    /**
     * Whether the aggregated way, though open, is for those who ask for it: its cost grows with the budget, if less than that of
     * trials, which go on from the candidates that other strategies are given.
     */
    default boolean aggregatedIsOnRequest(Law law) {
        return false;
    }

    /** A kind of world, defined elsewhere, that says which laws can be solved in it. */
    interface Solvable {

        /** Those of this world. */
        SolvedLaws solvedLaws();
    }
}

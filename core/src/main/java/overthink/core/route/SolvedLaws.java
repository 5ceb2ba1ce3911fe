package overthink.core.route;

import overthink.core.api.Law;

/** Which laws of strategies can be solved in one world, how, and why the others cannot. */
public interface SolvedLaws {

    /** None. */
    SolvedLaws NONE = law -> new Availability.Refused("no law of strategies is solved in a world of this kind");

    /** The exact way to the numbers of strategies of a law. */
    Availability exact(Law law);

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

    /** A kind of world, defined elsewhere, that says which laws can be solved in it. */
    interface Solvable {

        /** Those of this world. */
        SolvedLaws solvedLaws();
    }
}

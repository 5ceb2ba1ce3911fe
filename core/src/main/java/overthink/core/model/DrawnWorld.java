package overthink.core.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.world.Gathering;

/** A world whose problems are drawn: what all trials share. Immutable, for use by several threads. */
public interface DrawnWorld {

    /** How many problems there are, at least 1. */
    int size();

    /** The probability that one candidate of a problem is right: what bins of difficulty go by; {@code NaN} where none is right or wrong. */
    double p(int problem);

    /**
     * Of how many recorded candidates {@link #p} is the share of right ones, where trials draw from p and not from those
     * candidates; 0 otherwise.
     */
    default long counted(int problem) {
        return 0;
    }

    /** The number of a problem's named level among {@link #levels()}, −1 when there are none. */
    default int level(int problem) {
        return -1;
    }

    /** The names of the levels, in order; none when there are none. */
    default List<String> levels() {
        return List.of();
    }

    /** The law that the problems' difficulty was drawn from, where one is known. */
    default Optional<DifficultyLaw> difficulty() {
        return Optional.empty();
    }

    /** How many steps whole solutions of a problem have, at least 1. */
    default int steps(int problem) {
        return 1;
    }

    /** How the world came by its problems. */
    default Gathering gathering() {
        return Gathering.DRAWN;
    }

    /** How much a problem counts in a mean over problems, in any unit, above 0. */
    default double weight(int problem) {
        return 1;
    }

    /**
     * The population that these problems stand for, where numbers over it are asked for and p tells everything of a problem
     * that matters to a strategy; empty otherwise.
     *
     * @param needs what the strategy needs of a world
     */
    default Optional<Population> population(Set<Capability> needs) {
        return Optional.empty();
    }

    /** A model for one thread. */
    Model model();
}

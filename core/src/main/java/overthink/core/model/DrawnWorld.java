package overthink.core.model;

import java.util.List;
import java.util.Optional;
import overthink.core.law.difficulty.DifficultyLaw;

/** A world whose problems are drawn: what all trials share. Immutable, for use by several threads. */
public interface DrawnWorld {

    /** How many problems there are, at least 1. */
    int size();

    /** The probability that one candidate of a problem is right: what bins of difficulty go by. */
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

    /** A model for one thread. */
    Model model();
}

package overthink.core.world;

import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;

/**
 * The problems of a world.
 *
 * @param law of their difficulty
 * @param count how many are drawn from the law; of an empirical law the first {@code count} are taken as they stand
 */
public record Problems(DifficultyLaw law, int count) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when {@code count} is below 1, or above the length of an empirical list
     */
    public Problems {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least 1 problem, not " + count);
        }
        if (law instanceof Empirical list && count > list.size()) {
            throw new IllegalArgumentException(
                    "the list holds %d problems, fewer than the %d asked for".formatted(list.size(), count));
        }
    }
}

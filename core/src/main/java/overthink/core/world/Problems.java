package overthink.core.world;

import overthink.core.api.WholeRange;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;

/**
 * The problems of a world.
 *
 * @param law of their difficulty
 * @param count how many are drawn from the law; of an empirical law, which lists them, so many are drawn
 *     without replacement, each set alike, and stay in the order of the list
 */
public record Problems(DifficultyLaw law, int count) {

    /** How many there may be: each is kept while a scenario runs, with its steps and its tallies. */
    public static final WholeRange COUNT = new WholeRange(1, 1_000_000);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when {@code count} is outside its range, or above the length of an empirical list
     */
    public Problems {
        COUNT.check("count", count);
        if (law instanceof Empirical list && count > list.size()) {
            throw new IllegalArgumentException(
                    "the list holds %d problems, fewer than the %d asked for".formatted(list.size(), count));
        }
    }
}

package overthink.core.world;

import overthink.core.api.WholeRange;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.difficulty.LogOddsMoves;

/**
 * The problems of a world.
 *
 * @param law of their difficulty
 * @param count how many there are; of an empirical law, which lists them, so many are taken without replacement, and each set
 *     is alike when they are drawn
 * @param gathering {@link Gathering#DRAWN}: drawn from the law, and of a list in the list's order; {@link Gathering#SPREAD}: at
 *     the quantiles (i + ½)/count of the law, and of a list at those of its order by p; {@link Gathering#POPULATION}: the law
 *     itself, for which so many that are spread stand where it cannot be integrated over
 * @param moves by how much the policy's training has moved each of them
 */
public record Problems(DifficultyLaw law, int count, Gathering gathering, LogOddsMoves moves) {

    /** How many there may be: each is kept while a scenario runs, with its steps and its tallies. */
    public static final WholeRange COUNT = new WholeRange(1, 1_000_000);

    /** So many stand for a population where they must be played. */
    public static final int STANDING = 1000;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when {@code count} is outside its range, or above the length of an empirical list, which
     *     is no population, or {@code gathering} is that of a part
     */
    public Problems {
        COUNT.check("count", count);
        if (law instanceof Empirical && gathering == Gathering.POPULATION) {
            throw new IllegalArgumentException(
                    "the problems are listed, and nothing is known of the population that they come from. Maybe leave count out:"
                            + " then there are all of the list.");
        }
        if (law instanceof Empirical list && count > list.size()) {
            throw new IllegalArgumentException(
                    "the list holds %d problems, fewer than the %d asked for".formatted(list.size(), count));
        }
        if (gathering == Gathering.PART) {
            throw new IllegalArgumentException("problems are drawn, spread or the population, not a part of something");
        }
        if (moves.size() > 0 && (moves.size() != count || gathering == Gathering.POPULATION)) {
            throw new IllegalArgumentException(
                    "of %d problems %d have moved; all of a number must".formatted(count, moves.size()));
        }
    }

    /** Problems of a policy that was not trained on them. */
    public Problems(DifficultyLaw law, int count, Gathering gathering) {
        this(law, count, gathering, LogOddsMoves.NONE);
    }

    /** Problems that are drawn. */
    public Problems(DifficultyLaw law, int count) {
        this(law, count, Gathering.DRAWN);
    }

    /** The law itself. */
    public static Problems population(DifficultyLaw law) {
        return new Problems(law, STANDING, Gathering.POPULATION);
    }

    /** These problems by another law of difficulty. */
    public Problems with(DifficultyLaw other) {
        return new Problems(other, count, gathering, moves);
    }

    /** These problems as a policy finds them that was trained. */
    public Problems moved(LogOddsMoves other) {
        return new Problems(law, count, gathering, other);
    }
}

package overthink.core.exact.adaptive;

import overthink.core.exact.Ranges;

/**
 * How many candidates a vote draws at once.
 *
 * @param first in the first batch, at least 1
 * @param doubling whether each later batch is as large as all before it together; else it is as large as the first
 */
public record VoteBatches(int first, boolean doubling) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when {@code first} is below 1
     */
    public VoteBatches {
        Ranges.count("first", first, Integer.MAX_VALUE);
    }

    /** How many come after so many. */
    int after(int drawn) {
        return doubling && drawn > 0 ? drawn : first;
    }
}

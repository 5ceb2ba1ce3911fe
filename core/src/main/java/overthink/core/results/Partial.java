package overthink.core.results;

import java.util.List;

/**
 * What there is of a run that was stopped: rows are of the problems all of whose trials were done for every strategy that has
 * rows.
 *
 * @param problems of which the rows are
 * @param of so many
 * @param without the strategies of which there is nothing yet, each with its parameters
 */
public record Partial(int problems, int of, List<String> without) {

    /** Copies the list. */
    public Partial {
        without = List.copyOf(without);
    }
}

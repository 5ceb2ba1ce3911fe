package overthink.core.engine;

import java.util.List;
import overthink.core.estimate.Row;

/**
 * What a run gave.
 *
 * @param rows in the order of the strategies, then bins (all first), then budgets
 * @param faults the strategies that were stopped; they have no rows
 */
public record Results(List<Row> rows, List<Fault> faults) {

    /** Copies the lists. */
    public Results {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }
}

package overthink.core.engine;

import java.util.List;
import overthink.core.estimate.BestBudget;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Row;

/**
 * What a run gave.
 *
 * @param rows in the order of the strategies, then bins (all first), then budgets
 * @param faults the strategies that were stopped; they have no rows
 * @param limits where the curves end of those strategies whose limit is known, in the order of the rows
 * @param bestBudgets where strategies are worth most, in the order of the rows; none when nothing says what answers are worth
 */
public record Results(List<Row> rows, List<Fault> faults, List<Limit> limits, List<BestBudget> bestBudgets) {

    /** Copies the lists. */
    public Results {
        limits = List.copyOf(limits);
        bestBudgets = List.copyOf(bestBudgets);
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /** Results whose limits are not known. */
    public Results(List<Row> rows, List<Fault> faults) {
        this(rows, faults, List.of(), List.of());
    }
}

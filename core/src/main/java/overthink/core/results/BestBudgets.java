package overthink.core.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import overthink.core.estimate.BestBudget;
import overthink.core.estimate.ExpectedUtility;
import overthink.core.estimate.Row;

/** Picks the best budgets among rows. */
public final class BestBudgets {

    private BestBudgets() {}

    /**
     * The best budget of one strategy, by bin; none when its rows say nothing of utility.
     *
     * @param rows of the strategy, bin by bin
     * @param overall by bin in the order of the rows, or none
     */
    public static List<BestBudget> of(List<Row> rows, List<BestBudget.Overall> overall) {
        Map<String, Row> best = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.utility().isPresent()) {
                best.merge(row.bin(), row, (one, other) -> mean(other) > mean(one) ? other : one);
            }
        }
        List<BestBudget> budgets = new ArrayList<>();
        for (Row row : best.values()) {
            budgets.add(new BestBudget(
                    row.strategy(),
                    row.parameters(),
                    row.resource(),
                    row.bin(),
                    new BestBudget.Listed(
                            row.budget(), row.method(), row.utility().orElseThrow()),
                    overall.isEmpty() ? Optional.empty() : Optional.of(overall.get(budgets.size()))));
        }
        return budgets;
    }

    private static double mean(Row row) {
        return row.utility().map(ExpectedUtility::mean).orElseThrow();
    }
}

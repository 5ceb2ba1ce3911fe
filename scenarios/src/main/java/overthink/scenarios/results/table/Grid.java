package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import overthink.core.api.Resource;
import overthink.core.estimate.BestBudget;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.ExpectedUtility;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Row;
import overthink.scenarios.text.Amount;

/** The rows of one resource and one bin, by strategy and budget. */
final class Grid {

    private final List<Row> rows;
    private final List<Double> budgets;

    Grid(List<Row> rows) {
        this.rows = List.copyOf(rows);
        budgets = rows.stream().map(Row::budget).distinct().sorted().toList();
    }

    /**
     * A strategy with its parameters: what a line of a table is about.
     *
     * @param strategy its name
     * @param detail its parameters
     * @param brief the same in few words
     */
    record Line(String strategy, String detail, String brief) {

        /** A strategy whose parameters are told in full. */
        Line(String strategy, String detail) {
            this(strategy, detail, detail);
        }

        static Line of(Row row) {
            return of(row.strategy(), row.parameters());
        }

        static Line of(BestBudget best) {
            return of(best.strategy(), best.parameters());
        }

        static Line of(Limit limit) {
            return of(limit.strategy(), limit.parameters());
        }

        static Line of(String strategy, Map<String, Object> parameters) {
            return new Line(strategy, LineLabel.full(parameters), LineLabel.brief(parameters));
        }

        /** What it is called in a table. */
        LineLabel label() {
            return new LineLabel(strategy, detail, brief);
        }
    }

    /** A grid for each resource and bin, in the order of the rows. */
    static List<Grid> all(List<Row> rows) {
        Map<Resource, Map<String, List<Row>>> grouped = rows.stream()
                .collect(Collectors.groupingBy(
                        Row::resource,
                        LinkedHashMap::new,
                        Collectors.groupingBy(Row::bin, LinkedHashMap::new, Collectors.toList())));
        return grouped.values().stream()
                .flatMap(bins -> bins.values().stream())
                .map(Grid::new)
                .toList();
    }

    /** What its budgets are of. */
    Resource resource() {
        return rows.get(0).resource();
    }

    /** The unit of its budgets. */
    String unit() {
        return RowWords.unit(resource());
    }

    /** Which bin, as it follows a title; nothing for all problems. */
    String where() {
        Row any = rows.get(0);
        return any.bin().equals(Bin.ALL)
                ? ""
                : " on %s (%s)".formatted(any.bin(), Amount.of(any.problems(), "problem"));
    }

    /** All rows. */
    List<Row> rows() {
        return rows;
    }

    /** The budgets, ascending. */
    List<Double> budgets() {
        return budgets;
    }

    /** The rows of each strategy by budget. */
    Map<Line, Map<Double, Row>> lines() {
        Map<Line, Map<Double, Row>> lines = new LinkedHashMap<>();
        for (Row row : rows) {
            lines.computeIfAbsent(Line.of(row), line -> new LinkedHashMap<>()).put(row.budget(), row);
        }
        return lines;
    }

    /** The limits of these strategies on this bin, in their order. */
    Map<Line, Limit> limits(List<Limit> all) {
        Map<Line, Limit> limits = new LinkedHashMap<>();
        String bin = rows.get(0).bin();
        all.stream().filter(limit -> limit.bin().equals(bin)).forEach(limit -> limits.put(Line.of(limit), limit));
        limits.keySet().retainAll(lines().keySet());
        return limits;
    }

    /** The best budgets of these strategies on this bin, in their order. */
    Map<Line, BestBudget> bestBudgets(List<BestBudget> all) {
        Map<Line, BestBudget> best = new LinkedHashMap<>();
        Row any = rows.get(0);
        all.stream()
                .filter(one -> one.bin().equals(any.bin()) && one.resource() == any.resource())
                .forEach(one -> best.put(Line.of(one), one));
        best.keySet().retainAll(lines().keySet());
        return best;
    }

    /**
     * Of each strategy the row under its best budget, by utility where that is known and else by accuracy, the least of equals;
     * and the one under the largest budget, where that is another.
     */
    List<Row> bestAndLargest() {
        List<Row> shown = new ArrayList<>();
        for (Map<Double, Row> byBudget : lines().values()) {
            Row best = null;
            Row largest = null;
            for (double budget : budgets) {
                Row row = byBudget.get(budget);
                if (row != null) {
                    best = best == null || worth(row) > worth(best) ? row : best;
                    largest = row;
                }
            }
            if (best != null && largest != null) {
                shown.add(best);
                if (!best.equals(largest)) {
                    shown.add(largest);
                }
            }
        }
        return shown;
    }

    /** A strategy's row under its largest budget. */
    static Row largest(Map<Double, Row> byBudget) {
        return byBudget.entrySet().stream()
                .max(Map.Entry.comparingByKey())
                .orElseThrow()
                .getValue();
    }

    /** Whether the strategies' numbers were found by several methods. */
    boolean methodsDiffer() {
        return rows.stream().map(Row::method).distinct().count() > 1;
    }

    /** How a strategy's numbers were found. */
    static String method(Map<Double, Row> byBudget) {
        return byBudget.values().stream()
                .map(row -> row.method().label())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static double worth(Row row) {
        return row.utility()
                .map(ExpectedUtility::mean)
                .orElse(
                        row.rightOrWrong()
                                ? row.accuracy()
                                : row.perTrial().wholeQuality().value());
    }

    /** Whether a row's interval lies above those of all other strategies under its budget, which must bound it. */
    boolean best(Row row) {
        List<Row> others = others(row);
        return bounded(row) && !others.isEmpty() && others.stream().allMatch(other -> row.lower() > other.upper());
    }

    /** Whether the interval of a row's utility lies above those of all other strategies under its budget. */
    boolean worthMost(Row row) {
        List<Row> others = others(row);
        return !others.isEmpty() && others.stream().allMatch(other -> utility(row, -1) > utility(other, 1));
    }

    /** Whether what the budget bounds is spent at all. */
    private static boolean bounded(Row row) {
        return row.cost().of(row.resource()) > 0;
    }

    /** The strategies that answer and spend nothing of what the budget bounds, under no budget. */
    List<String> unbounded() {
        return lines().entrySet().stream()
                .filter(line -> line.getValue().values().stream().noneMatch(Grid::bounded)
                        && line.getValue().values().stream().anyMatch(row -> row.abstained() < 1))
                .map(line -> (line.getKey().strategy() + " " + line.getKey().detail()).strip())
                .toList();
    }

    /** The budgets under which no strategy answers at all. */
    List<Double> tooSmall() {
        return budgets.stream()
                .filter(budget -> rows.stream()
                        .filter(row -> row.budget() == budget)
                        .allMatch(row -> row.abstained() == 1 && row.cost().generations() == 0))
                .toList();
    }

    private List<Row> others(Row row) {
        return rows.stream()
                .filter(other ->
                        other.budget() == row.budget() && !Line.of(other).equals(Line.of(row)))
                .toList();
    }

    /** An end of the interval of a row's utility. */
    private static double utility(Row row, int sign) {
        return row.utility()
                .map(utility -> utility.mean() + sign * Estimate.Z95 * utility.stdError())
                .orElse(Double.NaN);
    }

    /** Whether some row is best. */
    boolean hasBest() {
        return rows.stream().anyMatch(row -> best(row) || worthMost(row));
    }
}

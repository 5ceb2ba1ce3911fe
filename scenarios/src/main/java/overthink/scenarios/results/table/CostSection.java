package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Row;
import overthink.scenarios.text.Amount;

/** The part of a page that says what a trial costs on average. */
final class CostSection {

    private final TableStyle style;
    private final ErrorScope error;

    CostSection(TableStyle style, ErrorScope error) {
        this.style = style;
        this.error = error;
    }

    /** Prints what the best of each strategy costs, and what the largest does. */
    void print(Grid grid, StringBuilder text) {
        List<Row> rows = grid.bestAndLargest();
        boolean everywhere = rows.stream().map(Row::budget).distinct().count() == 1;
        Map<String, ToDoubleFunction<Cost>> amounts = amounts(rows);
        boolean abstaining = rows.stream().anyMatch(row -> row.abstained() > 0);
        List<String> headers = new ArrayList<>(everywhere ? List.of() : List.of("at"));
        headers.addAll(amounts.keySet());
        if (abstaining) {
            headers.add("abstained %");
        }
        TextTable table = new TextTable(style, headers);
        for (Row row : rows) {
            List<Cell> cells = new ArrayList<>(everywhere ? List.of() : List.of(Cell.of(Amount.budget(row.budget()))));
            amounts.values().forEach(amount -> cells.add(cost(amount, row)));
            if (abstaining) {
                cells.add(error.share(row, row.abstained()));
            }
            Grid.Line line = Grid.Line.of(row);
            table.add(line.label(), cells);
        }
        text.append('\n').append(style.paragraph(title(grid)));
        table.print(text);
    }

    /** What a table of costs is of. */
    static String title(Grid grid) {
        List<Row> rows = grid.bestAndLargest();
        return rows.stream().map(Row::budget).distinct().count() == 1
                ? "Mean cost of a trial at %s"
                        .formatted(Amount.budget(rows.get(0).budget(), grid.unit()))
                : "Mean cost of a trial, by budget in %s: the best of each strategy, and the largest"
                        .formatted(grid.unit());
    }

    /** What rows spend, by the heads of its columns. */
    static Map<String, ToDoubleFunction<Cost>> amounts(List<Row> rows) {
        Map<String, ToDoubleFunction<Cost>> amounts = new LinkedHashMap<>();
        amounts.put("steps", Cost::steps);
        amounts.put("tokens", Cost::tokens);
        amounts.put("input tokens", Cost::inputTokens);
        amounts.put("verifier calls", Cost::verifierCalls);
        amounts.put("rounds", Cost::rounds);
        amounts.put("latency s", Cost::latencySeconds);
        amounts.put("$", Cost::usd);
        amounts.values().removeIf(amount -> rows.stream().allMatch(row -> amount.applyAsDouble(row.cost()) == 0));
        return amounts;
    }

    /** A mean cost, with no digit that its error does not support. */
    static Cell cost(ToDoubleFunction<Cost> amount, Row row) {
        double error = Estimate.Z95 * amount.applyAsDouble(row.costStdError());
        return Cell.number(Amount.mean(amount.applyAsDouble(row.cost()), error), "", false);
    }
}

package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Mean;
import overthink.core.estimate.PerTrial;
import overthink.core.estimate.Quantiles;
import overthink.core.estimate.Row;
import overthink.scenarios.text.Amount;

/** The part of a page that says what trials come to beside accuracy and mean costs, where that was asked for and is known. */
final class DetailSection {

    private static final String UNKNOWN = "?";

    private final TableStyle style;

    DetailSection(TableStyle style) {
        this.style = style;
    }

    /**
     * Appends what is known of each strategy under its best budget and the largest.
     *
     * @param unit of the budgets
     */
    void print(Grid grid, String unit, StringBuilder text) {
        List<Row> rows = grid.bestAndLargest();
        Map<String, Function<PerTrial, Quantiles>> quantiles = new LinkedHashMap<>();
        quantiles.put("latency s", PerTrial::latencySeconds);
        quantiles.put("tokens", PerTrial::tokens);
        quantiles.put("$", PerTrial::usd);
        quantiles.values().removeIf(of -> rows.stream().noneMatch(row -> any(of.apply(row.perTrial()))));
        if (!quantiles.isEmpty()) {
            table(
                    rows,
                    "Half, 95 % and 99 % of trials spend no more than, by budget in " + unit,
                    quantiles,
                    DetailSection::cell,
                    text);
        }
        Map<String, Function<PerTrial, Mean>> means = new LinkedHashMap<>();
        means.put("right candidates", PerTrial::correct);
        means.put("answers", PerTrial::distinct);
        means.put("tokens committed", PerTrial::length);
        means.values()
                .removeIf(of ->
                        rows.stream().noneMatch(row -> of.apply(row.perTrial()).known()));
        if (!means.isEmpty()) {
            table(rows, "Mean candidates of a trial, by budget in " + unit, means, DetailSection::cell, text);
        }
        passRates(rows, unit, text);
    }

    private void passRates(List<Row> rows, String unit, StringBuilder text) {
        List<Row> measured = rows.stream()
                .filter(row -> !Double.isNaN(row.perTrial().passRates().biased()))
                .toList();
        if (!measured.isEmpty()) {
            Map<String, Function<PerTrial, Double>> columns = new LinkedHashMap<>();
            columns.put("r/K", row -> row.passRates().biased());
            columns.put("(r-1)/(K-1)", row -> row.passRates().unbiased());
            table(
                    measured,
                    "Mean estimates of the chance that a candidate is accepted, by budget in " + unit,
                    columns,
                    rate -> Cell.of(Amount.mean(rate)),
                    text);
        }
    }

    /** Whether anything is known and spent. */
    private static boolean any(Quantiles quantiles) {
        return quantiles.known() && quantiles.p99() > 0;
    }

    private <T> void table(
            List<Row> rows,
            String title,
            Map<String, Function<PerTrial, T>> columns,
            Function<T, Cell> cell,
            StringBuilder text) {
        List<String> headers = new ArrayList<>(List.of("at"));
        headers.addAll(columns.keySet());
        TextTable table = new TextTable(style, headers);
        for (Row row : rows) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(Amount.budget(row.budget()))));
            columns.values().forEach(of -> cells.add(cell.apply(of.apply(row.perTrial()))));
            Grid.Line line = Grid.Line.of(row);
            table.add(line.label(), cells);
        }
        text.append('\n').append(style.paragraph(title));
        table.print(text);
    }

    private static Cell cell(Quantiles quantiles) {
        return Cell.of(
                quantiles.known()
                        ? Stream.of(
                                        Amount.mean(quantiles.p50(), Estimate.Z95 * quantiles.p50StdError()),
                                        Amount.mean(quantiles.p95(), Estimate.Z95 * quantiles.p95StdError()),
                                        Amount.mean(quantiles.p99(), Estimate.Z95 * quantiles.p99StdError()))
                                .collect(Collectors.joining(" / "))
                        : UNKNOWN);
    }

    private static Cell cell(Mean mean) {
        return mean.known()
                ? Cell.number(Amount.mean(mean.value(), Estimate.Z95 * mean.stdError()), "", false)
                : Cell.of(UNKNOWN);
    }
}

package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import overthink.core.api.RealRange;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Row;
import overthink.core.estimate.Tail;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.text.Amount;

/** The part of a page that says accuracy and coverage by strategy and budget, with the limits that are known. */
final class AccuracySection {

    private final TableStyle style;
    private final ErrorScope error;

    AccuracySection(TableStyle style, ErrorScope error) {
        this.style = style;
        this.error = error;
    }

    /** Prints accuracy and, unless it is to be brief, coverage; returns how many budgets are shown. */
    int print(Grid grid, ResultDocument document, boolean brief, StringBuilder text) {
        String bin = grid.where();
        text.append('\n').append(style.paragraph("Accuracy in %%%s, by budget in %s".formatted(bin, grid.unit())));
        Map<Grid.Line, Limit> limits = grid.limits(document.limits());
        Map<Grid.Line, TurnText> turns = TurnSection.of(grid, document.turningPoints(), style.infinity(), error);
        int shown = table(grid, row -> error.accuracy(row, grid.best(row)), limits, Limit::accuracy, text);
        text.append(ends(limits, turns));
        if (style.detail().turns(grid.rows().get(0).bin())) {
            TurnSection.print(turns, bin, grid.unit(), style, text);
        }
        if (!brief) {
            text.append('\n').append(style.paragraph("Coverage in %%%s: some candidate was correct".formatted(bin)));
            table(grid, row -> error.share(row, row.coverage()), limits, Limit::coverage, text);
        }
        return shown;
    }

    /** How many budgets are shown of a table with a cell for each row, and with the limits in the last column. */
    private int table(
            Grid grid,
            Function<Row, Cell> cell,
            Map<Grid.Line, Limit> limits,
            ToDoubleFunction<Limit> limit,
            StringBuilder text) {
        boolean methods = grid.methodsDiffer();
        List<String> headers = new ArrayList<>(methods ? List.of("") : List.of());
        grid.budgets().forEach(budget -> headers.add(Amount.budget(budget)));
        if (!limits.isEmpty()) {
            headers.add(style.infinity());
        }
        TextTable table = new TextTable(style, headers);
        grid.lines().forEach((line, byBudget) -> {
            List<Cell> cells = new ArrayList<>(methods ? List.of(Cell.of(Grid.method(byBudget))) : List.of());
            for (double budget : grid.budgets()) {
                Row row = byBudget.get(budget);
                cells.add(row == null ? Cell.of("") : cell.apply(row));
            }
            if (!limits.isEmpty()) {
                Limit known = limits.get(line);
                cells.add(
                        known == null
                                ? Cell.of("")
                                : Cell.number(
                                        error.digits(limit.applyAsDouble(known), Grid.largest(byBudget)), "", false));
            }
            table.add(line.label(), cells);
        });
        return table.print(text) - (limits.isEmpty() ? 0 : 1) - (methods ? 1 : 0);
    }

    /** What the last column means, and how fast coverage gets there where the law of difficulty says so. */
    private String ends(Map<Grid.Line, Limit> limits, Map<Grid.Line, TurnText> turns) {
        if (limits.isEmpty()) {
            return "";
        }
        Map<Tail, List<String>> tails = new LinkedHashMap<>();
        limits.forEach((line, limit) -> limit.coverageTail()
                .ifPresent(tail -> tails.computeIfAbsent(tail, key -> new ArrayList<>())
                        .add(line.label().whole())));
        Map<String, List<String>> corrections = new LinkedHashMap<>();
        limits.forEach((line, limit) -> limit.correction()
                .ifPresent(c -> corrections
                        .computeIfAbsent(correction(c), key -> new ArrayList<>())
                        .add(line.label().whole())));
        StringBuilder words = new StringBuilder("%s: as the budget grows without end".formatted(style.infinity()));
        String arrivals = TurnSection.arrivals(turns);
        words.append(arrivals.isEmpty() ? "." : "; the accuracy stays within 0.1 of that " + arrivals + ".");
        tails.forEach((tail, lines) ->
                words.append(" Over the population, what is missing to the coverage shrinks at last as %s (%s)."
                        .formatted(shrinking(tail), String.join(", ", lines))));
        if (!corrections.isEmpty()) {
            words.append(" N generations are off that, to first order, ")
                    .append(corrections.entrySet().stream()
                            .map(away -> "by %s/N (%s)".formatted(away.getKey(), String.join(", ", away.getValue())))
                            .collect(Collectors.joining(", ")))
                    .append('.');
        }
        return style.paragraph(words.toString());
    }

    /** In percent, with a sign. */
    private static String correction(double c) {
        return String.format(Locale.ROOT, "%+.3g %%", 100 * c);
    }

    private static String shrinking(Tail tail) {
        String power = "budget^-" + RealRange.text(tail.exponent());
        if (tail.p() == 0) {
            return power;
        }
        String geometric = "(1 - %s)^budget".formatted(RealRange.text(tail.p()));
        return tail.exponent() == 0 ? geometric : geometric + " " + power;
    }
}

package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import overthink.core.api.Resource;
import overthink.core.estimate.BestBudget;
import overthink.core.estimate.ExpectedUtility;
import overthink.core.estimate.Row;
import overthink.core.estimate.Utility;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Figure;
import overthink.scenarios.text.Numbers;

/** The part of a page that says what strategies are worth, and under which budget most. */
final class UtilitySection {

    /** Digits of a utility without error, from the first of what answers are worth. */
    private static final int DIGITS = 5;

    private final TableStyle style;
    private final Utility utility;
    private final ErrorScope error;

    UtilitySection(TableStyle style, Utility utility, ErrorScope error) {
        this.style = style;
        this.utility = utility;
        this.error = error;
    }

    /**
     * Appends the curves of one grid and its best budgets.
     *
     * @param where which bin, as it follows the title
     * @param unit of the budgets
     */
    void print(Grid grid, List<BestBudget> bestBudgets, String where, String unit, StringBuilder text) {
        int places = places(grid);
        text.append('\n').append(style.paragraph("Utility%s, by budget in %s: %s".formatted(where, unit, terms())));
        TextTable curves =
                new TextTable(style, grid.budgets().stream().map(Amount::budget).toList());
        grid.lines().forEach((line, byBudget) -> {
            List<Cell> cells = new ArrayList<>();
            for (double budget : grid.budgets()) {
                Row row = byBudget.get(budget);
                cells.add(
                        row == null
                                ? Cell.of("")
                                : row.utility()
                                        .map(worth -> cell(worth, places, grid.worthMost(row)))
                                        .orElse(Cell.of("")));
            }
            curves.add(line.label(), cells);
        });
        curves.print(text);
        best(grid.bestBudgets(bestBudgets), places, unit, text);
    }

    private void best(Map<Grid.Line, BestBudget> bestBudgets, int places, String unit, StringBuilder text) {
        if (bestBudgets.isEmpty()) {
            return;
        }
        boolean overall =
                bestBudgets.values().stream().anyMatch(best -> best.overall().isPresent());
        text.append('\n').append(style.paragraph("Best budget in %s for the utility".formatted(unit)));
        List<String> headers = new ArrayList<>(List.of("listed", "utility"));
        if (overall) {
            headers.addAll(List.of("of all", "utility"));
        }
        TextTable table = new TextTable(style, headers);
        bestBudgets.forEach((line, best) -> {
            BestBudget.Listed listed = best.listed();
            List<Cell> cells = new ArrayList<>(
                    List.of(Cell.of(Amount.budget(listed.budget())), cell(listed.utility(), places, false)));
            if (overall) {
                cells.addAll(best.overall()
                        .map(all -> List.of(
                                Cell.of(Double.isFinite(all.budget()) ? Amount.budget(all.budget()) : style.infinity()),
                                Cell.number(
                                        Figure.exact(all.utility(), 0, places).value(), "", false)))
                        .orElse(List.of(Cell.of(""), Cell.of(""))));
            }
            table.add(line.label(), cells);
        });
        table.print(text);
        if (overall) {
            boolean endless = bestBudgets.values().stream()
                    .flatMap(best -> best.overall().stream())
                    .anyMatch(all -> Double.isInfinite(all.budget()));
            text.append(style.paragraph(
                    "listed: of the budgets above; of all: of every budget that pays for up to 2^40 candidates."
                            + (endless ? " %s: more is always better.".formatted(style.infinity()) : "")));
        }
    }

    private Cell cell(ExpectedUtility worth, int places, boolean best) {
        double halfWidth = error.halfWidth(worth);
        if (!(halfWidth > 0)) {
            return Cell.number(
                    Figure.exact(worth.mean(), worth.tolerance(), places).value(),
                    Double.isNaN(halfWidth) ? " ±?" : "",
                    best);
        }
        Figure figure = Figure.of(worth.mean(), halfWidth, places);
        return Cell.number(figure.value(), " ±" + figure.error(), best);
    }

    /** How many digits after the decimal point are seen, by the size of what answers are worth. */
    private int places(Grid grid) {
        double size = Stream.of(utility.correct(), utility.wrong(), utility.abstained())
                .mapToDouble(Math::abs)
                .max()
                .orElseThrow();
        if (size == 0) {
            size = grid.rows().stream()
                    .flatMap(row -> row.utility().stream())
                    .mapToDouble(worth -> Math.abs(worth.mean()))
                    .max()
                    .orElse(1);
        }
        return size == 0 ? DIGITS - 1 : Math.max(0, DIGITS - 1 - (int) Math.floor(StrictMath.log10(size)));
    }

    /** What answers are worth and what is paid. */
    private String terms() {
        String paid = utility.prices().entrySet().stream()
                .filter(price -> price.getValue() > 0)
                .map(price -> number(price.getValue()) + " per " + one(price.getKey()))
                .collect(Collectors.joining(", "));
        return "%s for a right answer, %s for a wrong one, %s for none%s"
                .formatted(
                        number(utility.correct()),
                        number(utility.wrong()),
                        number(utility.abstained()),
                        paid.isEmpty() ? "" : "; less " + paid);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Amount.whole((long) value)
                : Numbers.shortest(value);
    }

    private static String one(Resource resource) {
        return switch (resource) {
            case GENERATIONS -> "generation";
            case STEPS -> "step";
            case TOKENS -> "token";
            case INPUT_TOKENS -> "input token";
            case VERIFIER_CALLS -> "verifier call";
            case ROUNDS -> "round";
            case LATENCY -> "second";
            case FLOPS -> "FLOP";
            case USD -> "dollar";
        };
    }
}

package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import overthink.core.estimate.CostShares;
import overthink.core.estimate.CostShares.Share;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Row;
import overthink.scenarios.expectation.PaidShare;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Figure;

/** The part of a page that says which share of the money goes to each policy and verifier, where there are several. */
final class ShareSection {

    private static final String UNKNOWN = "?";
    private static final String OF_NOTHING = "-";

    /** Digits of a percentage after the point. */
    private static final int PLACES = 1;

    /** Of a part that one trial alone tells, in percent. */
    private static final double MOST_ERROR = 1;

    /** Of each strategy the row under its largest budget. */
    private final Map<Grid.Line, Row> rows;

    private final boolean priced;

    private ShareSection(Map<Grid.Line, Row> rows, boolean priced) {
        this.rows = rows;
        this.priced = priced;
    }

    /** What goes to whom on one grid: of dollars, or of FLOPs where nothing has a price; empty where nobody is told apart or paid. */
    static Optional<ShareSection> of(Grid grid) {
        Map<Grid.Line, Row> rows = new LinkedHashMap<>();
        grid.lines().forEach((line, byBudget) -> rows.put(line, Grid.largest(byBudget)));
        rows.values().removeIf(row -> row.perTrial().costShares().isEmpty());
        boolean priced = rows.values().stream().anyMatch(row -> spends(row, Share::usd));
        return priced || rows.values().stream().anyMatch(row -> spends(row, Share::flops))
                ? Optional.of(new ShareSection(rows, priced))
                : Optional.empty();
    }

    private static boolean spends(Row row, ToDoubleFunction<Share> amount) {
        return row.perTrial().costShares().total(amount) > 0;
    }

    /**
     * What the table is of.
     *
     * @param unit of the budgets
     */
    String title(String unit) {
        String of = priced ? "dollars" : "FLOPs, as nothing has a price";
        return "What the money goes to, in %% of %s: of each strategy at its largest budget in %s".formatted(of, unit);
    }

    /** The budget, then each policy and verifier; a verifier called like a policy says what it is. */
    List<String> headers() {
        List<String> headers = new ArrayList<>(List.of("at"));
        headers.addAll(rows.values().iterator().next().perTrial().costShares().labels());
        return headers;
    }

    /** What stands under the headers, by strategy. */
    Map<Grid.Line, List<Cell>> lines() {
        Map<Grid.Line, List<Cell>> lines = new LinkedHashMap<>();
        rows.forEach((line, row) -> {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(Amount.budget(row.budget()))));
            cells.addAll(percentages(row.perTrial().costShares()));
            lines.put(line, cells);
        });
        return lines;
    }

    private List<Cell> percentages(CostShares shares) {
        PaidShare.Kind of = priced ? PaidShare.Kind.USD : PaidShare.Kind.FLOPS;
        double total = shares.total(of.amount());
        return shares.all().stream()
                .map(share -> percentage(
                        of.amount().applyAsDouble(share), total, of.error().applyAsDouble(share.errors())))
                .toList();
    }

    /** A part in percent, with no digit that its error does not support. */
    private static Cell percentage(double part, double total, double error) {
        if (Double.isNaN(total)) {
            return Cell.of(UNKNOWN);
        }
        double side = Double.isNaN(error) ? MOST_ERROR : 100 * Estimate.Z95 * error;
        return total > 0
                ? Cell.number(Figure.exact(100 * part / total, side, PLACES).value(), "", false)
                : Cell.of(OF_NOTHING);
    }

    /** The parts of one row with their names, as {@code small 22.7, large 55.7}; empty where nobody is told apart or paid. */
    static String said(Row row) {
        CostShares shares = row.perTrial().costShares();
        boolean priced = spends(row, Share::usd);
        if (shares.isEmpty() || !(priced || spends(row, Share::flops))) {
            return "";
        }
        List<Cell> cells = new ShareSection(Map.of(), priced).percentages(shares);
        List<String> labels = shares.labels();
        return "of the %s %s"
                .formatted(
                        priced ? "money" : "FLOPs",
                        IntStream.range(0, cells.size())
                                .mapToObj(i -> "%s percent to %s"
                                        .formatted(
                                                cells.get(i).whole()
                                                        + cells.get(i).fraction(),
                                                labels.get(i)))
                                .collect(Collectors.joining(", ")));
    }

    /**
     * Appends the table.
     *
     * @param unit of the budgets
     */
    void print(String unit, TableStyle style, StringBuilder text) {
        TextTable table = new TextTable(style, headers());
        lines().forEach((line, cells) -> table.add(line.label(), cells));
        text.append('\n').append(style.paragraph(title(unit)));
        table.print(text);
    }
}

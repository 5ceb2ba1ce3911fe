package overthink.scenarios.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import overthink.core.estimate.CostShares;
import overthink.core.estimate.CostShares.Share;
import overthink.core.estimate.Row;
import overthink.scenarios.text.Amount;

/** The part of a page that says which share of the money goes to each policy and verifier, where there are several. */
final class ShareSection {

    private static final String UNKNOWN = "?";
    private static final String OF_NOTHING = "-";

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
        return total(row.perTrial().costShares(), amount) > 0;
    }

    private static double total(CostShares shares, ToDoubleFunction<Share> amount) {
        return shares.all().stream().mapToDouble(amount).sum();
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
        CostShares any = rows.values().iterator().next().perTrial().costShares();
        List<String> policies = any.policies().stream().map(Share::name).toList();
        List<String> headers = new ArrayList<>(List.of("at"));
        headers.addAll(policies);
        for (Share verifier : any.verifiers()) {
            headers.add(policies.contains(verifier.name()) ? verifier.name() + " (verifier)" : verifier.name());
        }
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
        ToDoubleFunction<Share> amount = priced ? Share::usd : Share::flops;
        double total = total(shares, amount);
        return shares.all().stream()
                .map(share -> percentage(amount.applyAsDouble(share), total))
                .toList();
    }

    private static Cell percentage(double part, double total) {
        if (Double.isNaN(total)) {
            return Cell.of(UNKNOWN);
        }
        return total > 0
                ? Cell.number(String.format(Locale.ROOT, "%.1f", 100 * part / total), "", false)
                : Cell.of(OF_NOTHING);
    }

    /**
     * Appends the table.
     *
     * @param unit of the budgets
     */
    void print(String unit, TableStyle style, StringBuilder text) {
        TextTable table = new TextTable(style, headers());
        lines().forEach((line, cells) -> table.add(line.strategy(), line.detail(), cells));
        text.append('\n').append(Paragraph.of("", title(unit), 0, style.width()));
        table.print(text);
    }
}

package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Row;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.text.Amount;

/** The part of a page that says what its numbers mean, and where they say nothing. */
final class NoteSection {

    private final TableStyle style;
    private final ErrorScope error;

    NoteSection(TableStyle style, ErrorScope error) {
        this.style = style;
        this.error = error;
    }

    /** Prints the notes on all tables of a document. */
    void print(ResultDocument document, List<Grid> grids, boolean brief, StringBuilder text) {
        List<Row> rows = document.rows();
        if (rows.isEmpty()) {
            return;
        }
        List<String> notes = new ArrayList<>();
        if (!document.remark().isEmpty()) {
            notes.add(document.remark());
        }
        notes.addAll(RowWords.errors(rows, error));
        notes.add(RowWords.beyond(rows, error));
        if (rows.stream().anyMatch(Row::limited)) {
            notes.add("Trials ended at their limit before the precision asked for was reached: %s."
                    .formatted(limited(rows)));
        }
        for (Grid grid : grids) {
            if (grid.rows().get(0).bin().equals(Bin.ALL)) {
                notes.addAll(limits(grid));
            }
        }
        if (brief && style.detail() == Detail.AUTO) {
            notes.add("Accuracy alone is shown, as there are many bins; --no-brief shows coverage and costs, too.");
        }
        if (grids.stream().anyMatch(Grid::hasBest)) {
            notes.add((style.bold() ? "Bold" : "An asterisk")
                    + " marks the best of a column where its interval over these problems lies above all others.");
        }
        text.append('\n')
                .append(style.paragraph(
                        notes.stream().filter(note -> !note.isEmpty()).collect(Collectors.joining(" "))));
    }

    /** Where the comparison says nothing: strategies that no budget bounds, budgets that pay for nothing. */
    private static List<String> limits(Grid grid) {
        List<String> limits = new ArrayList<>();
        String unit = grid.unit();
        List<String> unbounded = grid.unbounded();
        if (!unbounded.isEmpty()) {
            limits.add("%s %s no %s: no budget here bounds that, and it is nowhere marked as the best."
                    .formatted(String.join(", ", unbounded), unbounded.size() == 1 ? "spends" : "spend", unit));
        }
        List<Double> tooSmall = grid.tooSmall();
        if (!tooSmall.isEmpty()) {
            limits.add("No strategy has a candidate for %s %s."
                    .formatted(tooSmall.stream().map(Amount::budget).collect(Collectors.joining(", ")), unit));
        }
        return limits;
    }

    /** The rows that are less precise than was asked for. */
    private static String limited(List<Row> rows) {
        Map<Grid.Line, List<String>> budgets = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.limited() && row.bin().equals(rows.get(0).bin()))
                .forEach(row -> budgets.computeIfAbsent(Grid.Line.of(row), line -> new ArrayList<>())
                        .add(Amount.budget(row.budget())));
        return budgets.entrySet().stream()
                .map(entry -> "%s at %s"
                        .formatted(
                                (entry.getKey().strategy() + " "
                                                + entry.getKey().detail())
                                        .strip(),
                                String.join(", ", entry.getValue())))
                .collect(Collectors.joining("; "));
    }
}

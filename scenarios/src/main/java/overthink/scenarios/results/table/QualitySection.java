package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import overthink.core.estimate.Mean;
import overthink.core.estimate.Row;
import overthink.scenarios.text.Amount;

/** The part of a page that shows the quality of what was committed, where it is a number: a table of the whole, and of each attribute. */
final class QualitySection {

    private final TableStyle style;
    private final ErrorScope error;

    QualitySection(TableStyle style, ErrorScope error) {
        this.style = style;
        this.error = error;
    }

    /** Whether quality is a number. */
    static boolean of(Grid grid) {
        return grid.rows().stream().anyMatch(row -> !row.perTrial().quality().isEmpty());
    }

    /** The names of the numbers, the whole's first. */
    static Set<String> names(Grid grid) {
        Set<String> names = new LinkedHashSet<>();
        grid.rows().forEach(row -> names.addAll(row.perTrial().quality().keySet()));
        return names;
    }

    /** What quality is called in a title: its first name is the whole's. */
    static String title(String name, boolean whole) {
        return whole ? "Quality" : "Attribute " + name;
    }

    /**
     * Appends the tables.
     *
     * @param unit of the budgets
     * @param brief whether of the whole alone
     * @return how many budgets are shown
     */
    int print(Grid grid, String unit, boolean brief, StringBuilder text) {
        Set<String> names = names(grid);
        boolean whole = true;
        int shown = 0;
        for (String name : names) {
            if (whole || !brief) {
                text.append('\n')
                        .append(Paragraph.of(
                                "",
                                "%s of what was committed%s, by budget in %s"
                                        .formatted(title(name, whole), grid.where(), unit),
                                0,
                                style.width()));
                shown = table(grid, name, text);
            }
            whole = false;
        }
        return shown;
    }

    private int table(Grid grid, String name, StringBuilder text) {
        boolean methods = grid.methodsDiffer();
        List<String> headers = new ArrayList<>(methods ? List.of("") : List.of());
        grid.budgets().forEach(budget -> headers.add(Amount.budget(budget)));
        TextTable table = new TextTable(style, headers);
        for (Map.Entry<Grid.Line, Map<Double, Row>> line : grid.lines().entrySet()) {
            List<Cell> cells = new ArrayList<>(methods ? List.of(Cell.of(Grid.method(line.getValue()))) : List.of());
            for (double budget : grid.budgets()) {
                Row row = line.getValue().get(budget);
                Mean mean =
                        row == null ? Mean.UNKNOWN : row.perTrial().quality().getOrDefault(name, Mean.UNKNOWN);
                cells.add(mean.known() ? error.mean(mean) : Cell.of(""));
            }
            table.add(line.getKey().label(), cells);
        }
        return table.print(text) - (methods ? 1 : 0);
    }
}

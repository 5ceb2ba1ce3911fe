package overthink.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown, its columns padded so that it reads well as text too; all but the first are aligned right. */
final class MarkdownTable {

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings and no row. */
    MarkdownTable(String... headings) {
        rows.add(List.of(headings));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException unless there is a cell for each heading
     */
    void add(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException("a row of this table has %d cells, not %d"
                    .formatted(rows.get(0).size(), cells.length));
        }
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(Math.max(widths[i], 3), row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            for (int i = 0; i < columns; i++) {
                String cell = rows.get(r).get(i);
                String padding = " ".repeat(widths[i] - cell.length());
                text.append("| ")
                        .append(i == 0 ? cell + padding : padding + cell)
                        .append(' ');
            }
            text.append("|\n");
            if (r == 0) {
                for (int i = 0; i < columns; i++) {
                    text.append('|').append("-".repeat(widths[i] + 1)).append(i == 0 ? '-' : ':');
                }
                text.append("|\n");
            }
        }
        return text.toString();
    }
}

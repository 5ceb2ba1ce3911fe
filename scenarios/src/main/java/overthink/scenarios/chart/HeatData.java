package overthink.scenarios.chart;

import java.util.List;

/**
 * A quantity over a grid of two others.
 *
 * @param title what the picture is
 * @param x what changes from column to column
 * @param y what changes from line to line
 * @param columns the numbers or names of x, from left to right
 * @param lines those of y, from the top
 * @param cells by line and column; empty where there is no number
 * @param diverging whether zero divides the numbers, and is white
 */
public record HeatData(
        String title,
        String x,
        String y,
        List<String> columns,
        List<String> lines,
        List<List<Cell>> cells,
        boolean diverging) {

    /** Copies the lists. */
    public HeatData {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        cells = cells.stream().map(List::copyOf).toList();
    }

    /**
     * A cell.
     *
     * @param value its number; NaN for none
     * @param words how it is written
     * @param row the number of the row that says so; −1 for none
     */
    public record Cell(double value, String words, int row) {}

    /** What the number in a cell shows. */
    Datum datum(int line, int column) {
        Cell cell = cells.get(line).get(column);
        return Datum.of(
                cell.row(), lines.get(line), "%s %s".formatted(columns.get(column), x), cell.value(), cell.words());
    }

    /** What the picture shows, in words. */
    String description() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        String least = "";
        String most = "";
        for (int i = 0; i < cells.size(); i++) {
            for (int j = 0; j < cells.get(i).size(); j++) {
                Cell cell = cells.get(i).get(j);
                String where = "%s at %s %s and %s %s".formatted(cell.words(), y, lines.get(i), x, columns.get(j));
                if (cell.value() < low) {
                    low = cell.value();
                    least = where;
                }
                if (cell.value() > high) {
                    high = cell.value();
                    most = where;
                }
            }
        }
        return most.isEmpty() ? title : "%s: from %s to %s.".formatted(title, least, most);
    }
}

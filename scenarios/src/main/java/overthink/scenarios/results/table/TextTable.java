package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of labelled rows. Columns that do not fit the width follow in further panels below; where many panels
 * would be needed, columns are left out evenly.
 */
public final class TextTable {

    private static final int MOST_PANELS = 3;
    private static final String GAP = "  ";

    private final TableStyle style;
    private final List<String> headers;
    private final List<LineLabel> labels = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    /** A table with these columns beside the labels. */
    public TextTable(TableStyle style, List<String> headers) {
        this.style = style;
        this.headers = List.copyOf(headers);
    }

    /** Adds a row with one cell for each header. */
    public void add(String name, String detail, List<Cell> cells) {
        add(new LineLabel(name, detail), cells);
    }

    /** Adds a row with one cell for each header; it is told in few words where not all rows have room for all of theirs. */
    void add(LineLabel label, List<Cell> cells) {
        labels.add(label);
        rows.add(List.copyOf(cells));
    }

    /** Appends the table's lines, and says how many of its columns are there. */
    public int print(StringBuilder out) {
        int labelWidth = labelWidth();
        List<List<Integer>> panels = panels(labelWidth);
        for (int panel = 0; panel < panels.size(); panel++) {
            if (panel > 0) {
                out.append('\n');
            }
            print(panels.get(panel), labelWidth, out);
        }
        return panels.stream().mapToInt(List::size).sum();
    }

    private int labelWidth() {
        int width = 0;
        for (List<String> lines : labelLines()) {
            for (String line : lines) {
                width = Math.max(width, line.length());
            }
        }
        return Math.min(width, style.width() / 2);
    }

    private List<List<String>> labelLines() {
        int most = narrow();
        boolean inFull =
                labels.stream().allMatch(label -> label.whole().length() <= most) || !LineLabel.distinct(labels);
        return labels.stream().map(label -> label.lines(most, inFull)).toList();
    }

    private int narrow() {
        return Math.max(14, style.width() / 3);
    }

    private List<List<Integer>> panels(int labelWidth) {
        int count = headers.size();
        while (true) {
            List<List<Integer>> panels = pack(spread(count), labelWidth);
            if (panels.size() <= MOST_PANELS || count <= 2) {
                return panels;
            }
            count--;
        }
    }

    /** {@code count} of all columns, the first and the last among them. */
    private List<Integer> spread(int count) {
        int last = headers.size() - 1;
        return IntStream.range(0, count)
                .map(i -> count == 1 ? last : (int) ((2L * i * last + count - 1) / (2L * (count - 1))))
                .boxed()
                .toList();
    }

    private List<List<Integer>> pack(List<Integer> columns, int labelWidth) {
        List<List<Integer>> panels = new ArrayList<>();
        List<Integer> panel = new ArrayList<>();
        int used = labelWidth;
        for (int column : columns) {
            int width = GAP.length() + new Widths(column).total();
            if (!panel.isEmpty() && used + width > style.width()) {
                panels.add(panel);
                panel = new ArrayList<>();
                used = labelWidth;
            }
            panel.add(column);
            used += width;
        }
        panels.add(panel);
        return panels;
    }

    private void print(List<Integer> columns, int labelWidth, StringBuilder out) {
        List<Widths> widths = columns.stream().map(Widths::new).toList();
        StringBuilder line = new StringBuilder();
        int lines =
                widths.stream().mapToInt(column -> column.header().size()).max().orElse(1);
        for (int i = 0; i < lines; i++) {
            line.append(" ".repeat(labelWidth));
            for (Widths column : widths) {
                int at = i - lines + column.header().size();
                line.append(GAP).append(right(at < 0 ? "" : column.header().get(at), column.total()));
            }
            append(line, out);
        }
        List<List<String>> labelled = labelLines();
        for (int row = 0; row < rows.size(); row++) {
            List<String> label = labelled.get(row);
            line.append(left(label.get(0), labelWidth));
            for (Widths column : widths) {
                line.append(GAP).append(column.set(rows.get(row).get(column.index())));
            }
            append(line, out);
            for (String further : label.subList(1, label.size())) {
                append(line.append(further), out);
            }
        }
    }

    private static void append(StringBuilder line, StringBuilder out) {
        out.append(line.toString().stripTrailing()).append('\n');
        line.setLength(0);
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /** The widths of a column's parts. */
    private final class Widths {

        private final int index;
        private int whole;
        private int fraction;
        private int tail;
        private boolean marked;

        Widths(int index) {
            this.index = index;
            for (List<Cell> row : rows) {
                Cell cell = row.get(index);
                whole = Math.max(whole, cell.whole().length());
                fraction = Math.max(fraction, cell.fraction().length());
                tail = Math.max(tail, cell.tail().length());
            }
            marked = !style.bold() && rows.stream().flatMap(List::stream).anyMatch(Cell::best);
        }

        int index() {
            return index;
        }

        /** Its lines: one unless it takes more than half of the width. */
        List<String> header() {
            String text = headers.get(index);
            List<String> lines = text.length() <= style.width() / 2 ? List.of(text) : LineLabel.wrapped(text, narrow());
            return lines.stream().map(one -> one + (marked ? " " : "")).toList();
        }

        int total() {
            int widest = header().stream().mapToInt(String::length).max().orElse(0);
            return Math.max(widest, whole + fraction + tail + (marked ? 1 : 0));
        }

        String set(Cell cell) {
            String text = right(cell.whole(), whole) + left(cell.fraction(), fraction) + left(cell.tail(), tail);
            if (marked) {
                text = cell.best() ? text.stripTrailing() + "*" : text;
                text = left(text, whole + fraction + tail + 1);
            }
            String padded = right(text, total());
            return cell.best() && style.bold() ? "\u001b[1m" + padded + "\u001b[0m" : padded;
        }
    }
}

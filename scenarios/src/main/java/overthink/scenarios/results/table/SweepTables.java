package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.analysis.sweep.Change;
import overthink.scenarios.expectation.PointKey;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.results.SweepDocument.Part;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Figure;

/**
 * The tables of a sweep: what was asked to be shown, over the grid; or else a line a point with the strategies under their
 * largest budget, and how they differ from themselves at the first point.
 */
final class SweepTables {

    /** More lines are for programs. */
    private static final int MOST_LINES = 100;

    /** Smaller errors are the rounding of arithmetic. */
    private static final double NEGLIGIBLE = 1e-9;

    private static final String EXACT = " exact";

    private final SweepDocument sweep;
    private final boolean exact;
    private final Map<String, String> names;

    SweepTables(SweepDocument sweep) {
        this.sweep = sweep;
        exact = exact();
        names = names(sweep.axes().stream().flatMap(List::stream).distinct().toList());
    }

    /**
     * A table.
     *
     * @param title without a full stop
     * @param headers of the columns beside the labels
     * @param lines as they follow one another
     */
    record Table(String title, List<String> headers, List<Line> lines) {}

    /** A labelled line of cells. */
    record Line(String name, String detail, List<Cell> cells) {

        /** The label in one piece. */
        String label() {
            return (name + " " + detail).strip();
        }
    }

    /** The end of each path that tells it from the others. */
    static Map<String, String> names(List<String> paths) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String path : paths) {
            String name = path;
            for (int at = path.length() - 1; at > 0; at--) {
                String end = path.substring(at);
                boolean whole = path.charAt(at - 1) == '.';
                if (whole
                        && paths.stream()
                                        .filter(other -> ("." + other).endsWith("." + end))
                                        .count()
                                == 1) {
                    name = end;
                    break;
                }
            }
            names.put(path, name);
        }
        return names;
    }

    /** What the short names stand for; empty when there are none. */
    String legend() {
        return names.entrySet().stream()
                .filter(name -> !name.getKey().equals(name.getValue()))
                .map(name -> name.getValue() + " is " + name.getKey())
                .collect(Collectors.joining(", "));
    }

    /** How many points there are, by what tells them apart. */
    String points() {
        List<String> parts = new ArrayList<>();
        long cases = sweep.parts().stream()
                .map(part -> part.point().name())
                .filter(name -> !name.isEmpty())
                .distinct()
                .count();
        if (cases > 0) {
            parts.add(Amount.of(cases, "case"));
        }
        for (List<String> axis : sweep.axes()) {
            long values = sweep.parts().stream()
                    .map(part -> axis.stream().map(part.point().values()::get).toList())
                    .distinct()
                    .count();
            parts.add("%s of %s"
                    .formatted(
                            Amount.of(values, "value"),
                            axis.stream().map(names::get).collect(Collectors.joining(" with "))));
        }
        return Amount.of(sweep.parts().size(), "point") + " (" + String.join(" by ", parts) + ")";
    }

    /** The problems and methods of all points. */
    String facts() {
        Set<String> facts = new LinkedHashSet<>();
        var problems = new IntSummaryStatistics();
        Set<String> methods = new LinkedHashSet<>();
        for (Part part : sweep.parts()) {
            for (Row row : part.document().rows()) {
                if (row.bin().equals(Bin.ALL)) {
                    problems.accept(row.problems());
                }
                methods.add(row.method().label());
            }
        }
        if (problems.getCount() > 0) {
            facts.add(
                    problems.getMin() == problems.getMax()
                            ? Amount.of(problems.getMax(), "problem")
                            : "%s to %s"
                                    .formatted(
                                            Amount.whole(problems.getMin()), Amount.of(problems.getMax(), "problem")));
        }
        facts.addAll(methods);
        return String.join(", ", facts);
    }

    /** All tables in their order. */
    List<Table> all() {
        if (sweep.parts().isEmpty()) {
            return List.of();
        }
        if (sweep.show().isPresent()) {
            SweepDocument.Show show = sweep.show().get();
            return List.of(dimensions() == 2 ? grid(show) : list(show));
        }
        List<Table> tables = new ArrayList<>(List.of(accuracy()));
        if (sweep.parts().stream().anyMatch(part -> !part.changes().isEmpty())) {
            tables.add(changes());
        }
        return tables;
    }

    private boolean hasCases() {
        return sweep.parts().stream().anyMatch(part -> !part.point().name().isEmpty());
    }

    private int dimensions() {
        return sweep.axes().size() + (hasCases() ? 1 : 0);
    }

    private String detail(PointKey point) {
        return point.values().entrySet().stream()
                .map(value -> names.get(value.getKey()) + "=" + PointKey.text(value.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** So many points as fit, the first and the last among them. */
    private List<Part> shown() {
        int size = sweep.parts().size();
        return size <= MOST_LINES
                ? sweep.parts()
                : IntStream.range(0, MOST_LINES)
                        .mapToObj(i -> sweep.parts().get((int) ((long) i * (size - 1) / (MOST_LINES - 1))))
                        .toList();
    }

    /** What is left out; empty when nothing is. */
    String leftOut() {
        int size = sweep.parts().size();
        boolean grid = sweep.show().isPresent() && dimensions() == 2;
        return size <= MOST_LINES || grid
                ? ""
                : "(%d of %s points; --format csv has them all)".formatted(MOST_LINES, Amount.whole(size));
    }

    private Table accuracy() {
        List<LineLabel> columns = new ArrayList<>();
        Set<Double> budgets = new LinkedHashSet<>();
        String unit = "";
        List<Line> lines = new ArrayList<>();
        for (Part part : shown()) {
            List<Row> rows = largest(part);
            Grid grid = new Grid(rows);
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                if (columns.size() <= i) {
                    columns.add(Grid.Line.of(row).label());
                }
                budgets.add(row.budget());
                unit = RowWords.unit(row.resource());
                cells.add(plain(row.rightOrWrong() ? accuracy(row, rows.size() > 1 && grid.best(row)) : quality(row)));
            }
            lines.add(new Line(part.point().name(), detail(part.point()), cells));
        }
        return filled(
                "%s, at %s"
                        .formatted(
                                shares() ? "Accuracy in %" : "Quality",
                                budgets.size() == 1
                                        ? Amount.budget(budgets.iterator().next(), unit)
                                        : "the largest budget of each"),
                headers(columns),
                lines);
    }

    /** Strategies of one name are told apart by their parameters at the first point, in few words where these do. */
    private static List<String> headers(List<LineLabel> columns) {
        boolean brief = LineLabel.distinct(columns);
        return columns.stream()
                .map(column -> {
                    boolean alone = columns.stream()
                                    .filter(other -> other.name().equals(column.name()))
                                    .count()
                            == 1;
                    return alone ? column.name() : brief ? column.shortened() : column.whole();
                })
                .toList();
    }

    /** Where all is exact, the heading says so once. */
    private boolean exact() {
        return sweep.parts().stream()
                .flatMap(part -> part.document().rows().stream())
                .allMatch(row -> row.method() == Method.EXACT);
    }

    /** An accuracy in percent over these problems, which points share: that is what they are compared on. */
    private static Cell accuracy(Row row, boolean best) {
        Cell cell = ErrorScope.PROBLEMS.accuracy(row, best);
        return row.method() == Method.EXACT ? new Cell(cell.whole(), cell.fraction(), EXACT, best) : cell;
    }

    /** Whether what is compared is an accuracy, and not a quality. */
    private boolean shares() {
        return sweep.parts().stream()
                .flatMap(part -> part.document().rows().stream())
                .anyMatch(Row::rightOrWrong);
    }

    private static Cell quality(Row row) {
        Cell cell = ErrorScope.PROBLEMS.mean(row.perTrial().wholeQuality());
        return row.method() == Method.EXACT ? new Cell(cell.whole(), cell.fraction(), EXACT, false) : cell;
    }

    private static Cell difference(double difference, double stdError, String sure) {
        double percent = 100 * difference;
        double error = 100 * Estimate.Z95 * stdError;
        if (error > 0) {
            Figure figure = Figure.of(percent, error);
            return Cell.number(figure.value(), " ±" + figure.error(), false);
        }
        return Cell.number(Figure.exact(percent).value(), error == 0 ? sure : " ±?", false);
    }

    private Cell plain(Cell cell) {
        return exact && cell.tail().equals(EXACT) ? new Cell(cell.whole(), cell.fraction(), "", cell.best()) : cell;
    }

    private static Table filled(String title, List<String> headers, List<Line> lines) {
        List<Line> filled = new ArrayList<>();
        for (Line line : lines) {
            List<Cell> cells = new ArrayList<>(line.cells());
            while (cells.size() < headers.size()) {
                cells.add(Cell.of("")); // a strategy that was stopped
            }
            filled.add(new Line(line.name(), line.detail(), cells));
        }
        return new Table(title, headers, filled);
    }

    /** The rows of all problems under the largest budget, by strategy. */
    private static List<Row> largest(Part part) {
        Map<Grid.Line, Row> largest = new LinkedHashMap<>();
        part.document().rows().stream()
                .filter(row -> row.bin().equals(Bin.ALL))
                .forEach(row -> largest.put(Grid.Line.of(row), row)); // budgets ascend
        return List.copyOf(largest.values());
    }

    private Table changes() {
        List<LineLabel> columns = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        boolean paired = true;
        for (Part part : shown()) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < part.changes().size(); i++) {
                Change change = part.changes().get(i);
                if (columns.size() <= i) {
                    columns.add(
                            Grid.Line.of(change.strategy(), change.parameters()).label());
                }
                paired &= change.paired();
                double unit = shares() ? 1 : 0.01;
                cells.add(plain(difference(
                        unit * change.accuracy().difference(),
                        unit * change.accuracy().stdError(),
                        EXACT)));
            }
            if (!cells.isEmpty()) {
                lines.add(new Line(part.point().name(), detail(part.point()), cells));
            }
        }
        Part first = sweep.parts().get(0);
        String where = new Line(
                        first.point().name().isEmpty()
                                ? ""
                                : "case " + first.point().name(),
                        detail(first.point()),
                        List.of())
                .label();
        return filled(
                "%s less that at %s, %s"
                        .formatted(
                                shares() ? "Accuracy in %" : "Quality",
                                where,
                                paired ? "paired by problem" : "unpaired where problems differ"),
                headers(columns),
                lines);
    }

    private Table list(SweepDocument.Show show) {
        List<Line> lines = new ArrayList<>();
        for (Part part : shown()) {
            lines.add(new Line(
                    part.point().name(),
                    detail(part.point()),
                    List.of(these(part.shown(), show), population(part.shown(), show))));
        }
        return new Table(title(show), List.of("these problems", "population"), lines);
    }

    private Table grid(SweepDocument.Show show) {
        Map<String, Map<String, Part>> byLine = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        List<String> across = sweep.axes().get(sweep.axes().size() - 1);
        for (Part part : sweep.parts()) {
            String column = across.stream()
                    .map(path -> PointKey.text(
                            Objects.requireNonNull(part.point().values().get(path))))
                    .collect(Collectors.joining(" "));
            Map<String, Object> rest = new LinkedHashMap<>(part.point().values());
            across.forEach(rest::remove);
            PointKey line = new PointKey(part.point().name(), rest);
            columns.add(column);
            byLine.computeIfAbsent((line.name() + " " + detail(line)).strip(), key -> new LinkedHashMap<>())
                    .put(column, part);
        }
        List<Line> lines = new ArrayList<>();
        byLine.forEach((label, parts) -> lines.add(new Line(
                label,
                "",
                columns.stream()
                        .map(column -> parts.containsKey(column)
                                ? these(parts.get(column).shown(), show)
                                : Cell.of(""))
                        .toList())));
        return new Table(
                "%s; columns: %s"
                        .formatted(title(show), across.stream().map(names::get).collect(Collectors.joining(" "))),
                List.copyOf(columns),
                lines);
    }

    private static String title(SweepDocument.Show show) {
        return show.text() + (show.share() ? ", in %" : "");
    }

    private Cell these(Optional<Answer> answer, SweepDocument.Show show) {
        return answer.map(one -> plain(cell(one.value(), one.stdError(), show, EXACT)))
                .orElse(Cell.of(""));
    }

    private static Cell population(Optional<Answer> answer, SweepDocument.Show show) {
        return answer.map(one -> cell(one.value(), one.populationStdError(), show, " ±0"))
                .orElse(Cell.of(""));
    }

    private static Cell cell(double value, double stdError, SweepDocument.Show show, String sure) {
        double times = show.share() ? 100 : 1;
        double error = times * Estimate.Z95 * stdError;
        if (error > NEGLIGIBLE * times) {
            Figure figure = Figure.of(times * value, error);
            return Cell.number(figure.value(), " ±" + figure.error(), false);
        }
        String number = show.share() ? Figure.exact(times * value).value() : Amount.mean(times * value);
        return Cell.number(number, Double.isNaN(error) ? " ±?" : sure, false);
    }
}

package overthink.scenarios.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Row;

/** The rows of one resource and one bin, by strategy and budget. */
final class Grid {

    private final List<Row> rows;
    private final List<Double> budgets;

    Grid(List<Row> rows) {
        this.rows = List.copyOf(rows);
        budgets = rows.stream().map(Row::budget).distinct().sorted().toList();
    }

    /** A strategy with its parameters: what a line of a table is about. */
    record Line(String strategy, String detail) {

        static Line of(Row row) {
            return of(row.strategy(), row.parameters());
        }

        static Line of(Limit limit) {
            return of(limit.strategy(), limit.parameters());
        }

        private static Line of(String strategy, Map<String, Object> parameters) {
            return new Line(
                    strategy,
                    parameters.entrySet().stream()
                            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                            .collect(Collectors.joining(" ")));
        }
    }

    /** All rows. */
    List<Row> rows() {
        return rows;
    }

    /** The budgets, ascending. */
    List<Double> budgets() {
        return budgets;
    }

    /** The rows of each strategy by budget. */
    Map<Line, Map<Double, Row>> lines() {
        Map<Line, Map<Double, Row>> lines = new LinkedHashMap<>();
        for (Row row : rows) {
            lines.computeIfAbsent(Line.of(row), line -> new LinkedHashMap<>()).put(row.budget(), row);
        }
        return lines;
    }

    /** The limits of these strategies on this bin, in their order. */
    Map<Line, Limit> limits(List<Limit> all) {
        Map<Line, Limit> limits = new LinkedHashMap<>();
        String bin = rows.get(0).bin();
        all.stream().filter(limit -> limit.bin().equals(bin)).forEach(limit -> limits.put(Line.of(limit), limit));
        limits.keySet().retainAll(lines().keySet());
        return limits;
    }

    /** Whether a row's interval lies above those of all other strategies under its budget. */
    boolean best(Row row) {
        List<Row> others = rows.stream()
                .filter(other ->
                        other.budget() == row.budget() && !Line.of(other).equals(Line.of(row)))
                .toList();
        return !others.isEmpty() && others.stream().allMatch(other -> row.lower() > other.upper());
    }

    /** Whether some row is best. */
    boolean hasBest() {
        return rows.stream().anyMatch(this::best);
    }
}

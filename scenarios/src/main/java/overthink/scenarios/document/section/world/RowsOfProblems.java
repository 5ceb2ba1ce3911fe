package overthink.scenarios.document.section.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.core.law.difficulty.Empirical;
import overthink.scenarios.document.csv.CsvRow;
import overthink.scenarios.document.section.world.RatesForms.Outcomes;

/** The problems of a file: a row each, or, where it says so, the rows that name the same. */
final class RowsOfProblems {

    private static final int MOST_COMPARED = 10_000;

    private final String file;
    private final boolean sums;
    private final List<Outcomes> problems = new ArrayList<>();
    /** Of each problem's name: its number where rows are added up, else the line of its first row. */
    private final Map<String, Integer> known = new HashMap<>();
    /** Rows among the first, to compare with. */
    private final Map<String, CsvRow> firstRows = new HashMap<>();

    private @Nullable CsvRow repeated;
    private boolean single = true;

    /**
     * No problems yet.
     *
     * @param file as the scenario names it
     * @param sums whether rows that name the same problem are added up
     */
    RowsOfProblems(String file, boolean sums) {
        this.file = file;
        this.sums = sums;
    }

    /** Adds a row; false when it cannot be added to those before, which is reported. */
    boolean add(CsvRow row, Outcomes outcomes) {
        single &= outcomes.n() == 1 && (outcomes.c() == 0 || outcomes.c() == 1);
        if (row.problemColumns().isEmpty()) {
            problems.add(outcomes);
            return true;
        }
        if (sums && row.problem().replace(", ", "").isBlank()) {
            row.refuse("the row must name its problem, and %s is empty".formatted(columns(row)), "");
            return false;
        }
        Integer before = known.putIfAbsent(
                row.problem(), sums ? problems.size() : row.place().line());
        if (before == null) {
            if (!sums && firstRows.size() < MOST_COMPARED) {
                firstRows.put(row.problem(), row);
            }
            problems.add(outcomes);
            return true;
        }
        if (!sums) {
            if (repeated == null) {
                repeated = row;
            }
            return true;
        }
        Outcomes sum = problems.get(before);
        if (outcomes.n() > Empirical.MOST_CANDIDATES - sum.n()) {
            row.refuse(
                    "a problem has at most %d candidates, those of all its rows together"
                            .formatted(Empirical.MOST_CANDIDATES),
                    "");
            return false;
        }
        problems.set(before, new Outcomes(sum.n() + outcomes.n(), sum.c() + outcomes.c()));
        return true;
    }

    /** Whether every problem was named once, or may be named again; reports it when not. */
    boolean sound() {
        CsvRow again = repeated;
        if (again == null) {
            return true;
        }
        CsvRow first = firstRows.get(again.problem());
        int line = known.getOrDefault(again.problem(), 0);
        String columns = columns(again);
        String same = "%s %s is also in line %d".formatted(columns, shown(again.problem()), line);
        if (single) {
            again.refuse(
                    "this file has one row an attempt, and a row here is a problem: " + same,
                    "attempts: {file: %s, problem: %s, correct: %s}"
                            .formatted(
                                    file,
                                    columns,
                                    again.columns().get(again.columns().size() - 1)));
        } else {
            again.refuse("a row is a problem, and this one is there twice: " + same, hint(again, first, columns));
        }
        return false;
    }

    private static String columns(CsvRow row) {
        List<String> columns = row.problemColumns();
        return columns.size() == 1 ? columns.get(0) : columns.toString();
    }

    private static String hint(CsvRow again, @Nullable CsvRow first, String columns) {
        List<String> hints = new ArrayList<>();
        for (int i = 0; first != null && i < again.header().size(); i++) {
            String column = again.header().get(i);
            if (!again.columns().contains(column)
                    && !again.whole().get(i).equals(first.whole().get(i))) {
                hints.add(
                        "where: {%s: %s}".formatted(column, shown(first.whole().get(i))));
                hints.add("problem: [%s, %s]".formatted(columns, column));
                break;
            }
        }
        if (again.columns().size() == 2) {
            hints.add("problem: %s, which adds up the rows of each".formatted(columns));
        }
        return String.join("; or ", hints);
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }

    /** p of each problem, in the order of their first rows. */
    double[] rates() {
        return problems.stream().mapToDouble(Outcomes::rate).toArray();
    }

    /** The law of what was counted. */
    Empirical counts() {
        return Empirical.ofCounts(
                problems.stream().mapToLong(Outcomes::n).toArray(),
                problems.stream().mapToLong(one -> (long) one.c()).toArray());
    }
}

package overthink.scenarios.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of a document that one page holds: all of them, or where they would make it too large those of points of a sweep, and
 * of budgets, that lie evenly among all, the first and the last included.
 *
 * @param document it, with those rows
 * @param sentence what was left out, and where it is; empty where nothing was
 */
record ShownRows(ReportDocument document, String sentence) {

    /** The most rows of a page. */
    static final int MOST = 10_000;

    /** A point of a sweep takes as much room as so many rows. */
    private static final int OF_A_POINT = 4;

    /** A row of a run has marks in its pictures, which take as much room as so many rows of a sweep. */
    private static final int OF_MARKS = 5;

    /** A curve has two ends. */
    private static final int FEWEST_BUDGETS = 2;

    /** At most so many rows of a document, as those of sweeps are counted. */
    static ShownRows of(ReportDocument document, int most) {
        List<ReportRow> all = document.rows();
        List<ReportRow> rows = all;
        List<String> of = new ArrayList<>();
        Set<Map<String, String>> points = rows.stream().map(ReportRow::place).collect(Collectors.toSet());
        if (points.size() > 1) {
            double share = Math.min((double) most / all.size(), (double) most / OF_A_POINT / points.size());
            Set<Map<String, String>> kept = kept(
                    rows.stream().map(ReportRow::place).distinct().toList(),
                    (int) (share * points.size()),
                    of,
                    "points");
            rows = rows.stream().filter(row -> kept.contains(row.place())).toList();
        }
        int mostRows = points.size() > 1 ? most : most / OF_MARKS;
        if (rows.size() > mostRows) {
            List<Double> budgets =
                    rows.stream().map(ReportRow::budget).distinct().sorted().toList();
            int share = (int) ((double) mostRows / rows.size() * budgets.size());
            Set<Double> kept = kept(budgets, Math.max(FEWEST_BUDGETS, share), of, "budgets");
            rows = rows.stream().filter(row -> kept.contains(row.budget())).toList();
        }
        if (of.isEmpty()) {
            return new ShownRows(document, "");
        }
        List<ReportRow> numbered = new ArrayList<>();
        rows.forEach(row -> numbered.add(row.named(row.strategy(), numbered.size())));
        String sentence = String.format(
                Locale.ROOT,
                "Of %,d rows this page holds %,d: those of %s, evenly among all. --format csv of the command that ran has every"
                        + " row; a run or sweep of fewer has a page of all.",
                all.size(),
                rows.size(),
                String.join(" and of ", of));
        return new ShownRows(
                new ReportDocument(document.name(), document.manifest(), document.scenario(), numbered, document.all()),
                sentence);
    }

    /** So many of some values, evenly among all; all of them when they are no more. */
    private static <T> Set<T> kept(List<T> values, int most, List<String> told, String what) {
        if (values.size() <= most) {
            return new HashSet<>(values);
        }
        int number = Math.max(1, most);
        Set<T> kept = new HashSet<>();
        for (int i = 0; i < number; i++) {
            kept.add(values.get(number == 1 ? 0 : (int) ((long) i * (values.size() - 1) / (number - 1))));
        }
        told.add(String.format(Locale.ROOT, "%,d of %,d %s", number, values.size(), what));
        return kept;
    }
}

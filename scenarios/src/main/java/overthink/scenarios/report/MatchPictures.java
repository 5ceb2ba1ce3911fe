package overthink.scenarios.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import overthink.scenarios.chart.CurveData;
import overthink.scenarios.chart.CurveData.Curve;
import overthink.scenarios.chart.CurveData.CurvePoint;

/**
 * Budget to match: how many times a strategy's budget the first one needs to be as accurate, the budgets between those that were
 * run by interpolation of accuracy over the logarithm of the budget; on all problems and on each bin of difficulty.
 */
final class MatchPictures {

    private static final int MOST_TICKS = 14;

    /** More lines of a table are left out. */
    private static final int MOST_LINES = 60;

    private final List<ReportRow> rows;
    private final String bin;

    private MatchPictures(List<ReportRow> rows, String bin) {
        this.rows = rows.stream().filter(row -> row.bin().equals(bin)).toList();
        this.bin = bin;
    }

    /** For each bin of which a budget of the first strategy matches another, a picture with a curve for each other strategy. */
    static List<Picture> of(List<ReportRow> rows) {
        return rows.stream()
                .map(ReportRow::bin)
                .distinct()
                .flatMap(bin -> of(rows, bin).stream())
                .toList();
    }

    /** The same of one bin, or of all problems: none or one. */
    static List<Picture> of(List<ReportRow> rows, String bin) {
        return new MatchPictures(rows, bin).pictures();
    }

    private List<Picture> pictures() {
        Map<String, List<ReportRow>> lines = rows.stream()
                .filter(row -> row.budget() > 0)
                .sorted(Comparator.comparingDouble(ReportRow::budget))
                .collect(Collectors.groupingBy(ReportRow::strategy, LinkedHashMap::new, Collectors.toList()));
        if (lines.size() < 2) {
            return List.of();
        }
        String first = rows.get(0).strategy();
        BudgetMatch match = new BudgetMatch(lines.getOrDefault(first, List.of()));
        Map<String, String> names = ShortNames.of(lines.keySet());
        List<Curve> curves = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        lines.forEach((label, line) -> {
            List<CurvePoint> points = label.equals(first) ? List.of() : points(line, match);
            String name = names.getOrDefault(label, label);
            // One without points keeps its place, so that the others have the colours of the other pictures.
            curves.add(new Curve(name, points.size() > 1 ? points : List.of(), -1));
            if (!label.equals(first)) {
                line.stream()
                        .limit(MOST_LINES)
                        .map(row -> match.words(name, row))
                        .forEach(table::add);
            }
        });
        if (curves.stream().allMatch(curve -> curve.points().isEmpty())) {
            return List.of();
        }
        String resource = rows.get(0).resource();
        String reader = names.getOrDefault(first, first);
        CurveData data = new CurveData(
                "Budget of %s to match%s".formatted(reader, bin.equals(CurvePictures.ALL) ? "" : ", " + bin),
                resource,
                "times as many " + resource,
                false,
                false,
                rows.stream()
                        .map(ReportRow::budget)
                        .distinct()
                        .sorted()
                        .limit(MOST_TICKS)
                        .toList(),
                curves,
                CurveData.NONE,
                List.of());
        List<String> headers = List.of("strategy", resource, "times", "from", "to");
        return List.of(new Picture.Curves(data, note(resource, reader), new PictureTable(headers, List.copyOf(table))));
    }

    private String note(String resource, String reader) {
        String words = "How many times as many %s %s needs to be as accurate as the strategy named with so many."
                        .formatted(resource, reader)
                + " Between budgets accuracy is taken to go evenly with the logarithm of the budget, so that no number here is"
                + " exact, and marks are open. ";
        boolean exact = rows.stream().allMatch(ReportRow::exact);
        return words
                + (exact
                        ? "There is no interval, as all rows are exact of %s.".formatted(population())
                        : "Bands, and the columns from and to, are 95 %% intervals over %s, by the errors of both accuracies as if these were independent; where both are exact there is none. What no budget run reaches is beyond the first (<) or the last (>), and has no band."
                                .formatted(population()));
    }

    /** Of which problems the numbers are. */
    private String population() {
        ReportRow row = rows.get(0);
        String problems = row.fields().text("problems");
        boolean whole = row.fields().number("populationStdError") == 0;
        String these = problems.equals("1")
                ? "this problem"
                : problems.isEmpty() ? "these problems" : "these %s problems".formatted(problems);
        return whole ? these : these + ", not of others of their kind";
    }

    private static List<CurvePoint> points(List<ReportRow> line, BudgetMatch match) {
        List<CurvePoint> points = new ArrayList<>();
        for (ReportRow row : line) {
            double times = match.budget(row) / row.budget();
            if (Double.isFinite(times)) {
                double least = match.least(row) / row.budget();
                double most = match.most(row) / row.budget();
                boolean known = Double.isFinite(least) && Double.isFinite(most);
                double low = known ? least : times;
                double high = known ? most : times;
                points.add(new CurvePoint(row.budget(), times, low, high, low, high, false, row.number(), ""));
            }
        }
        return points;
    }
}

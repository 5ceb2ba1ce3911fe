package overthink.scenarios.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import overthink.scenarios.chart.CurveData;
import overthink.scenarios.chart.CurveData.Curve;
import overthink.scenarios.chart.CurveData.CurvePoint;

/** Forecasts of a recording as fans: replayed as far as it goes, and forecast beyond. */
final class ForecastPictures {

    /** The key of what forecasts rest on. */
    static final String STATEMENTS = "statements";

    private static final String REPLAYED = "replayed";

    /** What is ours, and not a baseline to compare with. */
    private static final Set<String> SHOWN = Set.of(REPLAYED, "forecast");

    private ForecastPictures() {}

    /** Whether a document holds forecasts. */
    static boolean forecast(ReportDocument document) {
        return document.all().has(STATEMENTS)
                && !document.manifest().text("file").isEmpty();
    }

    /** The curves of all strategies, with a line where the recording ends. */
    static Picture of(ReportDocument document) {
        Map<String, List<ReportRow>> lines = document.rows().stream()
                .filter(row -> SHOWN.contains(row.fields().text("kind")))
                .collect(Collectors.groupingBy(ReportRow::strategy, LinkedHashMap::new, Collectors.toList()));
        List<Curve> curves = new ArrayList<>();
        lines.forEach((label, line) -> curves.add(
                new Curve(label, line.stream().map(ForecastPictures::point).toList(), -1)));
        double recorded = document.manifest().number("fewest");
        int own = 0;
        for (String label : lines.keySet()) {
            curves.addAll(baselines(document, label, lines.get(label), own++));
        }
        CurveData data = new CurveData(
                "Accuracy against candidates, replayed and forecast",
                "candidates of a problem",
                "accuracy %",
                true,
                false,
                List.of(),
                curves,
                CurveData.NONE,
                recorded > 0 ? List.of(recorded) : List.of());
        return new Picture.Curves(
                data,
                "Filled marks are what the recording itself says, open ones forecasts; bands are their 90 % intervals. The upright"
                        + " line is where the recording ends: at its fewest candidates of a problem. Thin dashed lines are the"
                        + " baselines, which know no interval: laws laid through the replayed numbers, and the last of these"
                        + " going on.");
    }

    /** A dashed line for each baseline of a strategy, from where it was replayed last. */
    private static List<Curve> baselines(ReportDocument document, String label, List<ReportRow> line, int own) {
        Map<String, List<CurvePoint>> beyond = new LinkedHashMap<>();
        List<CurvePoint> start = line.stream()
                .filter(row -> row.fields().text("kind").equals(REPLAYED))
                .reduce((before, last) -> last)
                .map(row -> List.of(point(row).bare()))
                .orElse(List.of());
        for (ReportRow row : document.rows()) {
            String kind = row.fields().text("kind");
            if (row.strategy().equals(label) && !SHOWN.contains(kind)) {
                double mean = row.fields().number("mean");
                beyond.computeIfAbsent(kind, name -> new ArrayList<>(start))
                        .add(new CurvePoint(row.budget(), mean, mean, mean, mean, mean, false, row.number(), ""));
            }
        }
        List<Curve> curves = new ArrayList<>();
        beyond.forEach((kind, points) ->
                curves.add(new Curve("%s, %s".formatted(label, called(kind)), points, -1, own, CurveData.Form.BEYOND)));
        return curves;
    }

    /** A baseline in few words. */
    private static String called(String kind) {
        return kind.endsWith("power-law") ? "power law" : kind.equals("last-value") ? "last value" : kind;
    }

    private static CurvePoint point(ReportRow row) {
        double mean = row.fields().number("mean");
        double low = row.fields().number("lower");
        double high = row.fields().number("upper");
        return new CurvePoint(
                row.budget(),
                mean,
                low,
                high,
                low,
                high,
                row.fields().text("kind").equals(REPLAYED),
                row.number(),
                "");
    }
}

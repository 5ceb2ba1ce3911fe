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

    private static final String REPLAYED = "replayed";

    /** What is ours, and not a baseline to compare with. */
    private static final Set<String> SHOWN = Set.of(REPLAYED, "forecast");

    private ForecastPictures() {}

    /** Whether a document holds forecasts. */
    static boolean forecast(ReportDocument document) {
        return document.all().has("statements")
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
                        + " line is where the recording ends: at its fewest candidates of a problem. The table has the baselines,"
                        + " too.");
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

package overthink.scenarios.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import overthink.scenarios.chart.CurveData;
import overthink.scenarios.chart.CurveData.Curve;
import overthink.scenarios.chart.CurveData.CurvePoint;

class ForecastPicturesTest {

    private static Map<String, Object> row(String strategy, String kind, int budget, double mean) {
        return Map.of("strategy", strategy, "kind", kind, "budget", budget, "mean", mean);
    }

    private static final ReportDocument FORECAST = ReportDocument.of(
            StoredObject.of(Map.of("file", "mine.csv", "fewest", 4)),
            "",
            StoredObject.of(Map.of(
                    "statements",
                    List.of(),
                    "rows",
                    List.of(
                            row("coverage", "replayed", 1, .2),
                            row("coverage", "replayed", 4, .5),
                            row("coverage", "forecast", 8, .6),
                            row("coverage", "log-linear", 8, .65),
                            row("coverage", "last-value", 8, .5),
                            row("coverage", "forecast", 16, .7),
                            row("coverage", "log-linear", 16, .8),
                            row("coverage", "last-value", 16, .5),
                            row("majority-vote", "replayed", 4, .3),
                            row("majority-vote", "forecast", 8, .4),
                            row("majority-vote", "saturating-power-law", 8, .35)))));

    private static Curve curve(String label) {
        CurveData data = ((Picture.Curves) ForecastPictures.of(FORECAST)).data();
        return data.curves().stream()
                .filter(curve -> curve.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<Double>> places(Curve curve) {
        return curve.points().stream()
                .map((CurvePoint point) -> List.of(point.x(), point.y()))
                .toList();
    }

    @Test
    void baselines_ofEachStrategy_goOnFromWhereItWasReplayedLast() {
        Curve linear = curve("coverage, log-linear");
        assertEquals(List.of(List.of(4.0, .5), List.of(8.0, .65), List.of(16.0, .8)), places(linear));
        assertEquals(CurveData.Form.BEYOND, linear.form());
        assertEquals(0, linear.over(), "the colour of coverage");
        assertEquals(
                List.of(List.of(4.0, .5), List.of(8.0, .5), List.of(16.0, .5)), places(curve("coverage, last value")));
        Curve power = curve("majority-vote, power law");
        assertEquals(List.of(List.of(4.0, .3), List.of(8.0, .35)), places(power));
        assertEquals(1, power.over(), "the colour of majority-vote");
    }

    @Test
    void forecasts_themselves_keepTheirCurves() {
        assertEquals(
                List.of(List.of(1.0, .2), List.of(4.0, .5), List.of(8.0, .6), List.of(16.0, .7)),
                places(curve("coverage")));
    }

    @Test
    void page_ofAForecast_saysWhereBaselinesGo() {
        String page = HtmlReport.of(List.of(FORECAST), Map.of(), Overlay.NONE);
        assertTrue(page.contains("The dashed line of coverage, log-linear goes to 80.0 % at 16."), "in words");
    }
}

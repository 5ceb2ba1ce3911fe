package overthink.scenarios.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import overthink.scenarios.chart.CurveData;

class MatchPicturesTest {

    private static ReportRow row(String strategy, double budget, double accuracy, double half) {
        return ReportRow.of(
                0,
                new StoredObject(Map.of(
                        "strategy",
                        strategy,
                        "resource",
                        "generations",
                        "budget",
                        Double.toString(budget),
                        "bin",
                        "all",
                        "method",
                        half > 0 ? "simulated" : "exact",
                        "accuracy",
                        Double.toString(accuracy),
                        "lower",
                        Double.toString(accuracy - half),
                        "upper",
                        Double.toString(accuracy + half))));
    }

    /** The first gains .1 with each doubling, so that .25 more takes 2^2.5 times the budget. */
    @Test
    void of_evenGainsWithDoublings_isTheRatio() {
        List<ReportRow> rows = List.of(
                row("a", 1, .2, 0),
                row("a", 2, .3, 0),
                row("a", 4, .4, 0),
                row("a", 8, .5, 0),
                row("a", 16, .6, 0),
                row("b", 1, .45, 0),
                row("b", 2, .55, .04),
                row("b", 4, .7, 0));
        CurveData data = ((Picture.Curves) MatchPictures.of(rows).get(0)).data();
        List<CurveData.CurvePoint> points = data.curves().get(1).points();
        assertEquals(2, points.size(), "what no budget matches is left out");
        assertEquals(StrictMath.pow(2, 2.5), points.get(0).y(), 1e-9);
        assertEquals(StrictMath.pow(2, 3.5) / 2, points.get(1).y(), 1e-9);
        assertEquals(StrictMath.pow(2, 3.1) / 2, points.get(1).low(), 1e-9);
        assertEquals(StrictMath.pow(2, 3.9) / 2, points.get(1).high(), 1e-9);
    }

    @Test
    void of_oneStrategy_isNothing() {
        assertTrue(MatchPictures.of(List.of(row("a", 1, .2, 0), row("a", 2, .3, 0)))
                .isEmpty());
    }
}

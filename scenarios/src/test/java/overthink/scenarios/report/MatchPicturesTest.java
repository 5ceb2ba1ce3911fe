package overthink.scenarios.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import overthink.scenarios.chart.CurveData;

class MatchPicturesTest {

    private static ReportRow row(String strategy, double budget, double accuracy, double half) {
        return row(strategy, "all", budget, accuracy, half);
    }

    private static ReportRow row(String strategy, String bin, double budget, double accuracy, double half) {
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
                        bin,
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

    /** Half-widths of .03 and .04 are .05 together, which is half a doubling of the first; .02 more is beyond what was run. */
    @Test
    void of_errorsOfBoth_countTogetherInEachBin() {
        List<ReportRow> rows = List.of(
                row("a", "hard", 1, .2, .03),
                row("a", "hard", 2, .3, .03),
                row("a", "hard", 4, .4, .03),
                row("b", "hard", 1, .3, .04),
                row("b", "hard", 2, .3, .04),
                row("b", "hard", 4, .42, .04),
                row("b", "hard", 8, .1, .04));
        Picture picture = MatchPictures.of(rows).get(0);
        assertEquals("Budget of a to match, hard", picture.title());
        CurveData.CurvePoint point =
                ((Picture.Curves) picture).data().curves().get(1).points().get(0);
        assertEquals(2, point.y(), 1e-9);
        assertEquals(StrictMath.pow(2, .5), point.low(), 1e-9);
        assertEquals(StrictMath.pow(2, 1.5), point.high(), 1e-9);
        assertEquals(
                List.of(
                        List.of("b", "1", "2", "1.41", "2.83"),
                        List.of("b", "2", "1", "0.707", "1.41"),
                        List.of("b", "4", ">1", "0.812", ">1"),
                        List.of("b", "8", "<0.125", "<0.125", "<0.125")),
                picture.table().lines());
        assertTrue(picture.note().contains("as if these were independent"));
    }

    @Test
    void of_exactRows_saysThatThereIsNoInterval() {
        Picture picture = MatchPictures.of(
                        List.of(row("a", 1, .2, 0), row("a", 2, .3, 0), row("b", 1, .25, 0), row("b", 2, .3, 0)))
                .get(0);
        assertTrue(picture.note().contains("There is no interval, as all rows are exact of these problems"));
        assertEquals(List.of("b", "2", "1", "", ""), picture.table().lines().get(1));
    }

    @Test
    void of_oneStrategy_isNothing() {
        assertTrue(MatchPictures.of(List.of(row("a", 1, .2, 0), row("a", 2, .3, 0)))
                .isEmpty());
    }
}

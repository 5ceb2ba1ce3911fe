package overthink.scenarios.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import overthink.scenarios.chart.CurveData;
import overthink.scenarios.chart.CurveData.Curve;
import overthink.scenarios.chart.CurveData.CurvePoint;
import overthink.scenarios.chart.CurveData.Form;

class LawPicturesTest {

    private static List<ReportRow> rows(
            String strategy, DoubleUnaryOperator accuracy, DoubleUnaryOperator coverage, double half) {
        List<ReportRow> rows = new ArrayList<>();
        for (double k = 1; k <= 64; k *= 2) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("strategy", strategy);
            fields.put("resource", "generations");
            fields.put("budget", Double.toString(k));
            fields.put("bin", "all");
            fields.put("method", half > 0 ? "simulated" : "exact");
            double y = accuracy.applyAsDouble(k);
            fields.put("accuracy", Double.toString(y));
            fields.put("lower", Double.toString(y - half));
            fields.put("upper", Double.toString(y + half));
            fields.put("coverage", Double.toString(coverage.applyAsDouble(k)));
            rows.add(ReportRow.of(rows.size(), new StoredObject(fields)));
        }
        return rows;
    }

    private static StoredObject limit(String bin, String exponent) {
        return new StoredObject(Map.of("bin", bin, "coverageTail", Map.of("p", "0", "exponent", exponent)));
    }

    private static CurveData data(Picture picture) {
        return ((Picture.Curves) picture).data();
    }

    private static CurvePoint end(CurveData data, Form form) {
        Curve curve = data.curves().stream()
                .filter(one -> one.form() == form)
                .findFirst()
                .orElseThrow();
        return curve.points().get(curve.points().size() - 1);
    }

    /** Accuracy settles at .7 and 1 − coverage is .8·k^−.3; ten times the largest budget is looked at. */
    @Test
    void of_curvesThatFollowLaws_hasTheirParametersAndGoesOn() {
        List<Picture> pictures = LawPictures.of(
                rows("a", k -> .7 - .4 * StrictMath.pow(k, -.6), k -> 1 - .8 * StrictMath.pow(k, -.3), 0),
                List.of(limit("all", ".3"), limit("hard", ".5")));
        assertEquals(
                List.of(
                        "Accuracy, laws through it",
                        "Accuracy, what the laws leave",
                        "Coverage, laws through it",
                        "Coverage, what the laws leave"),
                pictures.stream().map(Picture::title).toList());
        CurvePoint beyond = end(data(pictures.get(0)), Form.BEYOND);
        assertEquals(640, beyond.x(), 1e-9);
        assertEquals(.7 - .4 * StrictMath.pow(640, -.6), beyond.y(), 1e-6);
        List<String> line = pictures.get(0).table().lines().get(0);
        assertEquals(List.of("A", "0.7", "0"), line.subList(2, 5));
        List<List<String>> coverage = pictures.get(2).table().lines();
        assertEquals("power law", coverage.get(0).get(0));
        assertEquals(List.of("a", "0.3"), coverage.get(3).subList(2, 4));
        assertEquals(5, coverage.size());
        assertEquals(
                List.of("closed form", "k^\u2212a", "a", "0.3"), coverage.get(4).subList(0, 4));
        for (Curve left : data(pictures.get(1)).curves()) {
            left.points().forEach(point -> assertEquals(0, point.y(), 1e-4));
        }
    }

    /** A curve that turns down has a peak, here at 6, and rows with errors give it one. */
    @Test
    void of_aCurveThatTurnsDown_hasAPeak() {
        List<Picture> pictures = LawPictures.of(
                rows("a", k -> .6 - .03 * StrictMath.pow(StrictMath.log(k / 6), 2), k -> .5, .01), List.of());
        assertEquals(2, pictures.size(), "a coverage that does not change has no law");
        List<String> line = pictures.get(0).table().lines().get(2);
        assertEquals(List.of("K", "6"), line.subList(2, 4));
        assertTrue(Double.parseDouble(line.get(4)) > 0);
        CurvePoint point = data(pictures.get(1)).curves().get(0).points().get(3);
        assertEquals(2, point.high() - point.low(), 1e-6, "an interval of .02 is 2 points");
    }

    @Test
    void of_equalCoverages_isOneCurve() {
        DoubleUnaryOperator coverage = k -> 1 - .8 * StrictMath.pow(k, -.3);
        List<ReportRow> rows = new ArrayList<>(rows("a", k -> .5 + k / 1000, coverage, 0));
        rows.addAll(rows("b", k -> .5 + k / 1000, coverage, 0));
        CurveData data = data(LawPictures.of(rows, List.of()).get(2));
        assertEquals(
                1,
                data.curves().stream().filter(one -> one.form() == Form.MARKS).count());
    }

    @Test
    void of_fewBudgets_isNothing() {
        List<ReportRow> rows = rows("a", k -> k / 100, k -> k / 80, 0);
        assertTrue(LawPictures.of(rows.subList(0, 3), List.of()).isEmpty());
        assertFalse(LawPictures.of(rows.subList(0, 4), List.of()).isEmpty());
    }

    @Test
    void of_anAccuracyThatDoesNotChange_hasNoLawOfIt() {
        List<Picture> pictures = LawPictures.of(rows("a", k -> .6, k -> 1 - .8 * StrictMath.pow(k, -.3), 0), List.of());
        assertEquals(
                List.of("Coverage, laws through it", "Coverage, what the laws leave"),
                pictures.stream().map(picture -> data(picture).title()).toList());
    }
}

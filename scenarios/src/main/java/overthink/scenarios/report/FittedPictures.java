package overthink.scenarios.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import overthink.core.estimate.Estimate;
import overthink.scenarios.chart.CurveData;
import overthink.scenarios.chart.CurveData.Curve;
import overthink.scenarios.chart.CurveData.CurvePoint;
import overthink.scenarios.chart.CurveData.Form;
import overthink.scenarios.chart.SvgWriter;
import overthink.scenarios.text.Numbers;

/** A recording against the world that was fitted to it: what {@code fit} says, as a page shows it. */
final class FittedPictures {

    /** Where differences are cut off. */
    private static final double MOST_ERRORS = 10;

    private FittedPictures() {}

    /** Whether fields are of such a document. */
    static boolean fitted(StoredObject fields) {
        return fields.has("checked") && fields.has("verdict") && fields.has("parameters");
    }

    /** The verdict and what was said beside, as HTML. */
    static String headline(ReportDocument document) {
        StringBuilder words = new StringBuilder("<p>The world fitted to <b>%s</b>: %s.</p>"
                .formatted(
                        SvgWriter.escaped(document.name()),
                        SvgWriter.escaped(document.all().text("verdict"))));
        document.all()
                .texts("statements")
                .forEach(said -> words.append("<p>%s</p>".formatted(SvgWriter.escaped(said))));
        return words.toString();
    }

    /** The curves, what is between them in errors, and the parameters under the first. */
    static List<Picture> of(ReportDocument document) {
        List<StoredObject> checked = document.all().objects("checked");
        List<Curve> curves = new ArrayList<>();
        List<Curve> off = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (StoredObject curve : checked) {
            List<StoredObject> points = curve.objects("points");
            String strategy = curve.text("strategy");
            curves.add(
                    new Curve(strategy + ", recorded", points(points, FittedPictures::recorded), -1, -1, Form.MARKS));
            off.add(new Curve(strategy, points(points, FittedPictures::off), -1));
            points.forEach(point -> table.add(line(strategy, curve.text("grade"), point)));
        }
        for (int i = 0; i < checked.size(); i++) {
            List<CurvePoint> line = points(checked.get(i).objects("points"), FittedPictures::modelled);
            curves.add(new Curve(checked.get(i).text("strategy"), line, -1, i, Form.BEYOND));
        }
        return List.of(
                new Picture.Curves(
                        data("The recording against its fitted world", "accuracy %", true, curves),
                        "Marks are what the recording itself gives, replayed; dashed lines what recordings drawn from the fitted"
                                + " world give on average; bands are where 95 % of such recordings would lie around the"
                                + " recorded value, were it drawn from that world: a line far out of its band is hardly chance.",
                        new PictureTable(
                                List.of("strategy", "candidates", "recorded %", "fitted %", "error", "errors", "grade"),
                                table)),
                new Picture.Curves(
                        data("What the fitted world leaves", "fitted less recorded, in errors", false, off),
                        "Beyond 3 errors a difference is not put down to chance; beyond 10 it is drawn at 10. Below are the parameters of the world, and how"
                                + " well they are known.",
                        parameters(document)));
    }

    private static CurveData data(String title, String y, boolean share, List<Curve> curves) {
        return new CurveData(
                title,
                "candidates of a problem",
                y,
                share,
                false,
                curves.stream()
                        .flatMap(curve -> curve.points().stream())
                        .map(CurvePoint::x)
                        .distinct()
                        .sorted()
                        .toList(),
                curves,
                CurveData.NONE,
                List.of());
    }

    private static List<CurvePoint> points(List<StoredObject> points, Function<StoredObject, CurvePoint> of) {
        return points.stream().map(of).toList();
    }

    private static CurvePoint recorded(StoredObject point) {
        double y = point.number("replayed");
        double error = point.number("error");
        double half = Double.isFinite(error) ? Estimate.Z95 * error : 0;
        double low = Math.max(0, y - half);
        double high = Math.min(1, y + half);
        return new CurvePoint(point.number("candidates"), y, low, high, low, high, true, -1, "");
    }

    private static CurvePoint modelled(StoredObject point) {
        return bare(point, point.number("fitted"));
    }

    private static CurvePoint off(StoredObject point) {
        return bare(point, Math.max(-MOST_ERRORS, Math.min(MOST_ERRORS, errors(point))));
    }

    private static CurvePoint bare(StoredObject point, double y) {
        return new CurvePoint(point.number("candidates"), y, y, y, y, y, false, -1, "");
    }

    /** How far the curves are apart, in errors; 0 where there is no difference. */
    private static double errors(StoredObject point) {
        double off = point.number("fitted") - point.number("replayed");
        return off == 0 ? 0 : off / point.number("error");
    }

    private static List<String> line(String strategy, String grade, StoredObject point) {
        return List.of(
                strategy,
                point.text("candidates"),
                percent(point.number("replayed")),
                percent(point.number("fitted")),
                percent(point.number("error")),
                String.format(Locale.ROOT, "%+.1f", errors(point)),
                grade);
    }

    private static PictureTable parameters(ReportDocument document) {
        return new PictureTable(
                List.of("parameter", "value", "\u00b1", "fitted to"),
                document.all().objects("parameters").stream()
                        .map(parameter -> List.of(
                                parameter.text("name"),
                                number(parameter.number("value"), 5),
                                number(parameter.number("error"), 2),
                                parameter.text("from")))
                        .toList());
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static String number(double value, int digits) {
        return Double.isFinite(value) ? Numbers.digits(value, digits) : "";
    }
}

package overthink.scenarios.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import overthink.scenarios.chart.CurveData;
import overthink.scenarios.chart.CurveData.Curve;
import overthink.scenarios.chart.CurveData.CurvePoint;

/** Curves of rows against what they spend. */
final class CurvePictures {

    static final String ALL = "all";

    /** Budgets beyond this number leave no room for each on the axis. */
    private static final int MOST_TICKS = 14;

    /** A curve that loses less is level. */
    private static final double LEAST_FALL = .001;

    private final List<ReportRow> rows;
    private final Overlay overlay;

    /**
     * The curves of some rows.
     *
     * @param rows of one run, or of one point of a sweep
     */
    CurvePictures(List<ReportRow> rows) {
        this(rows, Overlay.NONE);
    }

    /** The same under curves from elsewhere. */
    CurvePictures(List<ReportRow> rows, Overlay overlay) {
        this.rows = rows;
        this.overlay = overlay;
    }

    /** The bins of difficulty, in their order. */
    List<String> bins() {
        return rows.stream().map(ReportRow::bin).distinct().toList();
    }

    /** Accuracy on a bin against a resource, under the ceiling of coverage. */
    Picture accuracy(String bin, ReportResource resource, List<Double> caps) {
        List<Curve> curves = new ArrayList<>(curves(bin, resource, ReportRow::accuracy));
        String note = note(curves, resource);
        List<Curve> over = over(bin, resource, curves);
        curves.addAll(over);
        String where = bin.equals(ALL) ? "" : ", " + bin;
        CurveData data = new CurveData(
                "Accuracy against " + resource.words() + where,
                resource.words(),
                "accuracy %",
                true,
                !bin.equals(ALL),
                ticks(resource),
                curves,
                ceiling(bin, resource),
                caps);
        return new Picture.Curves(data, note + (over.isEmpty() ? "" : overlay.note()));
    }

    /** Shares of trials in which a wrong answer was given, on all problems, where some strategy abstains. */
    List<Picture> falseAccepts(ReportResource resource) {
        boolean abstaining = rows.stream().anyMatch(row -> row.fields().number("abstained") > 0);
        if (!abstaining) {
            return List.of();
        }
        return List.of(
                share("Wrong answers given", "wrong %", "falseAccepted", resource),
                share("No answer given", "abstained %", "abstained", resource));
    }

    private Picture share(String title, String y, String key, ReportResource resource) {
        CurveData data = new CurveData(
                title + ", against " + resource.words(),
                resource.words(),
                y,
                true,
                false,
                ticks(resource),
                curves(ALL, resource, row -> row.fields().number(key)).stream()
                        .map(curve -> new Curve(
                                curve.label(),
                                curve.points().stream().map(CurvePoint::bare).toList(),
                                -1))
                        .toList(),
                CurveData.NONE,
                List.of());
        return new Picture.Curves(data, "Shares of all trials; the rest was answered rightly.");
    }

    private List<Double> ticks(ReportResource resource) {
        List<Double> budgets = rows.stream()
                .filter(row -> row.resource().equals(resource.label()))
                .map(ReportRow::budget)
                .distinct()
                .sorted()
                .toList();
        return budgets.size() > MOST_TICKS ? List.of() : budgets;
    }

    private List<Curve> curves(String bin, ReportResource resource, ToDoubleFunction<ReportRow> y) {
        return curves(bin, resource, y, true);
    }

    private List<Curve> curves(String bin, ReportResource resource, ToDoubleFunction<ReportRow> y, boolean shortened) {
        Map<String, List<ReportRow>> lines = rows.stream()
                .filter(row -> row.bin().equals(bin))
                .collect(Collectors.groupingBy(ReportRow::strategy, LinkedHashMap::new, Collectors.toList()));
        List<Curve> curves = new ArrayList<>();
        Map<String, String> names = shortened ? ShortNames.of(lines.keySet()) : Map.of();
        lines.forEach((label, line) -> {
            List<CurvePoint> points = line.stream()
                    .filter(row -> row.cost(resource) > 0)
                    .sorted(Comparator.comparingDouble(row -> row.cost(resource)))
                    .map(row -> point(row, resource, y))
                    .toList();
            if (!points.isEmpty()) {
                curves.add(new Curve(names.getOrDefault(label, label), points, peak(points)));
            }
        });
        return curves;
    }

    /** What is laid over: in the colour of the curve of the same strategy where there is one, else in the next. */
    private List<Curve> over(String bin, ReportResource resource, List<Curve> below) {
        Map<Boolean, List<ReportRow>> from = overlay.over(rows).stream()
                .collect(Collectors.partitioningBy(row -> row.method().equals(PublishedCsv.METHOD)));
        List<Curve> found = new ArrayList<>();
        for (Map.Entry<Boolean, List<ReportRow>> one : from.entrySet()) {
            List<ReportRow> other = one.getValue();
            UnaryOperator<String> plain = one.getKey() ? label -> label : CurvePictures::withoutPrefix;
            for (Curve curve : new CurvePictures(other).curves(bin, resource, ReportRow::accuracy, !one.getKey())) {
                String like = plain.apply(curve.label());
                boolean same = below.stream().anyMatch(own -> own.label().equals(curve.label()));
                int colour = IntStream.range(0, below.size())
                        .filter(i -> below.get(i).label().equals(like))
                        .findFirst()
                        .orElse(below.size() + found.size());
                String label = (same ? PublishedCsv.METHOD + ": " : "") + curve.label();
                found.add(new Curve(label, curve.points(), -1, colour));
            }
        }
        return found;
    }

    private static String withoutPrefix(String label) {
        return label.substring(label.indexOf(": ") + 2);
    }

    private static CurvePoint point(ReportRow row, ReportResource resource, ToDoubleFunction<ReportRow> value) {
        double y = value.applyAsDouble(row);
        double wide = Math.max(row.populationHalf(), row.half());
        double near = row.half();
        if (row.method().equals(PublishedCsv.METHOD)) {
            double low = wide > 0 ? row.fields().number("lower") : y;
            double high = wide > 0 ? row.fields().number("upper") : y;
            return new CurvePoint(row.cost(resource), y, low, high, low, high, false, row.number(), "");
        }
        return new CurvePoint(
                row.cost(resource),
                y,
                Math.max(0, y - wide),
                Math.min(1, y + wide),
                Math.max(0, y - near),
                Math.min(1, y + near),
                row.exact(),
                row.number(),
                "");
    }

    /** The greatest point, when the last is below it by more than the errors over these problems; −1 otherwise. */
    static int peak(List<CurvePoint> points) {
        int best = 0;
        for (int i = 1; i < points.size(); i++) {
            best = points.get(i).y() > points.get(best).y() ? i : best;
        }
        CurvePoint peak = points.get(best);
        CurvePoint last = points.get(points.size() - 1);
        return best < points.size() - 1 && last.far() < peak.near() - LEAST_FALL ? best : -1;
    }

    private Curve ceiling(String bin, ReportResource resource) {
        Map<Double, ReportRow> best = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.bin().equals(bin) && row.cost(resource) > 0)
                .forEach(row -> best.merge(row.budget(), row, (a, b) -> b.coverage() > a.coverage() + 1e-9 ? b : a));
        List<CurvePoint> points = best.values().stream()
                .map(row -> point(row, resource, ReportRow::coverage))
                .map(CurvePoint::bare)
                .sorted(Comparator.comparingDouble(CurvePoint::x))
                .toList();
        return points.size() < 2 ? CurveData.NONE : new Curve("coverage", points, -1);
    }

    private static String note(List<Curve> curves, ReportResource resource) {
        boolean exact =
                curves.stream().flatMap(curve -> curve.points().stream()).anyMatch(CurvePoint::exact);
        boolean played =
                curves.stream().flatMap(curve -> curve.points().stream()).anyMatch(point -> !point.exact());
        boolean peaks = curves.stream().anyMatch(curve -> curve.peak() >= 0);
        StringBuilder note = new StringBuilder();
        if (exact && played) {
            note.append("Filled marks are exact, open ones simulated. ");
        } else {
            note.append(exact ? "All numbers are exact of what the page says. " : "All numbers are of trials. ");
        }
        note.append(
                "Bands are 95 % intervals. The dotted line is the greatest coverage: what a perfect choice would give. ");
        if (peaks) {
            note.append("A larger ring marks where a curve turns down beyond its errors. ");
        }
        if (resource != ReportResource.GENERATIONS) {
            note.append("Points stand at what was spent on average. ");
        }
        return note.toString().strip();
    }
}

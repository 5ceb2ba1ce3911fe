package overthink.scenarios.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import overthink.core.estimate.Estimate;
import overthink.core.fit.baseline.CurveLaw;
import overthink.core.fit.baseline.FittedLaw;
import overthink.scenarios.chart.CurveData;
import overthink.scenarios.chart.CurveData.Curve;
import overthink.scenarios.chart.CurveData.CurvePoint;
import overthink.scenarios.chart.CurveData.Form;

/**
 * Laws through curves of coverage and accuracy on all problems: their parameters, where they go beyond the budgets run, and what is
 * left of the curves.
 */
final class LawPictures {

    /** How many times the largest budget is looked at. */
    private static final double BEYOND = 10;

    /** Parts of a law's line within the budgets run. */
    private static final int WITHIN = 24;

    /** Parts of it beyond them. */
    private static final int AFTER = 8;

    /** More curves of coverage are left out. */
    private static final int MOST_COVERAGES = 3;

    /** More curves are left out. */
    private static final int MOST_CURVES = 8;

    private static final int MOST_TICKS = 12;

    /** Coverages that differ by less are one curve. */
    private static final double SAME = .005;

    /** Shares that change by less do not change, and follow no law. */
    private static final double LEVEL = 1e-9;

    private static final List<String> HEADERS =
            List.of("curve", "law", "parameter", "value", "\u00b1 of trials", "\u00b1 of budgets", "residuals, points");

    private static final String NOTE =
            " by least squares over the budgets run; dashed is the same law up to ten times the largest, which nothing vouches"
                    + " for. In the table, \u00b1 of trials is the standard error by the errors of the rows as if these were"
                    + " independent (0 where they are exact, ? where rows have none), and \u00b1 of budgets that by the jackknife, from leaving out one"
                    + " budget each: where it is large the curve does not follow the law. Residuals are the root of their mean"
                    + " square.";

    private final String resource;
    private final List<Line> lines;
    private final List<StoredObject> limits;

    /**
     * Points of a curve, ascending.
     *
     * @param label what it is of
     * @param rows that it is of
     */
    private record Line(String label, List<ReportRow> rows) {}

    /**
     * A law through a curve.
     *
     * @param label what it is called
     * @param line the number of the curve
     * @param points of the curve that it goes through
     * @param fit the law
     */
    private record Through(String label, int line, List<CurvePoint> points, FittedLaw fit) {}

    private LawPictures(List<ReportRow> rows, List<StoredObject> limits) {
        this.limits = List.copyOf(limits);
        resource = rows.isEmpty() ? "" : rows.get(0).resource();
        Map<String, List<ReportRow>> byStrategy = rows.stream()
                .filter(row -> row.bin().equals(CurvePictures.ALL) && row.budget() > 0)
                .sorted(Comparator.comparingDouble(ReportRow::budget))
                .collect(Collectors.groupingBy(ReportRow::strategy, LinkedHashMap::new, Collectors.toList()));
        List<String> order = rows.stream().map(ReportRow::strategy).distinct().toList();
        Map<String, String> names = ShortNames.of(byStrategy.keySet());
        lines = order.stream()
                .filter(byStrategy::containsKey)
                .map(label -> new Line(names.getOrDefault(label, label), byStrategy.getOrDefault(label, List.of())))
                .toList();
    }

    /**
     * Pictures of laws and of what they leave, for accuracy and coverage; none where too few budgets were run.
     *
     * @param limits where the document says that curves end, with the tails of coverage that closed forms have
     */
    static List<Picture> of(List<ReportRow> rows, List<StoredObject> limits) {
        LawPictures laws = new LawPictures(rows, limits);
        List<Picture> pictures = new ArrayList<>(laws.accuracy());
        pictures.addAll(laws.coverage());
        return pictures;
    }

    private List<Picture> accuracy() {
        List<Line> shown = lines.subList(0, Math.min(lines.size(), MOST_CURVES));
        List<List<CurvePoint>> points = new ArrayList<>();
        List<Through> laws = new ArrayList<>();
        for (Line line : shown) {
            List<CurvePoint> of = points(line, ReportRow::accuracy, true);
            CurveLaw law = CurvePictures.peak(of) >= 0 ? CurveLaw.PEAKED : CurveLaw.SATURATING_POWER_LAW;
            if (!level(line, ReportRow::accuracy)) {
                fit(law, of).ifPresent(fit -> laws.add(new Through(line.label(), points.size(), of, fit)));
            }
            points.add(of);
        }
        return pictures(
                "accuracy",
                shown.stream().map(Line::label).toList(),
                points,
                laws,
                "Lines are laws through the marks: A \u2212 B\u00b7k^\u2212g (g at least 0.25), which settles at A, or, where a curve turns down,"
                        + " A \u2212 D\u00b7log\u00b2(k/K), which has its peak A at K;",
                List.of());
    }

    private List<Picture> coverage() {
        List<Line> shown = new ArrayList<>();
        for (Line line : lines) {
            boolean told = shown.stream().anyMatch(other -> same(line, other));
            if (!told && !level(line, ReportRow::coverage) && shown.size() < MOST_COVERAGES) {
                shown.add(line);
            }
        }
        List<List<CurvePoint>> points = new ArrayList<>();
        List<Through> laws = new ArrayList<>();
        for (Line line : shown) {
            List<CurvePoint> of = points(line, ReportRow::coverage, false);
            String prefix = shown.size() == 1 ? "" : line.label() + ": ";
            for (CurveLaw law : List.of(CurveLaw.EXPONENTIATED_POWER_LAW, CurveLaw.BETA_TAIL)) {
                fit(law, of).ifPresent(fit -> laws.add(new Through(prefix + law.label(), points.size(), of, fit)));
            }
            points.add(of);
        }
        return pictures(
                "coverage",
                shown.stream()
                        .map(line -> shown.size() == 1 ? "coverage" : line.label())
                        .toList(),
                points,
                laws,
                "Lines are laws through the marks: exp(\u2212A\u00b7k^\u2212B), and, over the last decade, 1 \u2212 C\u00b7k^\u2212a, as"
                        + " chances of success with a law like Beta(a, b) have it; strategies whose coverage is the same within half a point are one curve;",
                closedForms());
    }

    /** The exponents of tails of coverage that the closed forms of the world's law have, where these are power laws. */
    private List<List<String>> closedForms() {
        return limits.stream()
                .filter(limit -> limit.text("bin").equals(CurvePictures.ALL))
                .map(limit -> limit.object("coverageTail"))
                .filter(tail -> tail.number("p") == 0 && tail.number("exponent") > 0)
                .map(tail -> number(tail.number("exponent"), 4))
                .distinct()
                .map(exponent -> List.of("closed form", "k^\u2212a", "a", exponent, "", "", ""))
                .toList();
    }

    private static boolean same(Line one, Line other) {
        List<ReportRow> mine = one.rows();
        List<ReportRow> its = other.rows();
        return mine.size() == its.size()
                && IntStream.range(0, mine.size())
                        .allMatch(i -> mine.get(i).budget() == its.get(i).budget()
                                && Math.abs(mine.get(i).coverage() - its.get(i).coverage()) < SAME);
    }

    /** Whether a share is unknown or does not change. */
    private static boolean level(Line line, ToDoubleFunction<ReportRow> share) {
        double first = share.applyAsDouble(line.rows().get(0));
        return line.rows().stream().allMatch(row -> !(Math.abs(share.applyAsDouble(row) - first) > LEVEL));
    }

    private static List<CurvePoint> points(Line line, ToDoubleFunction<ReportRow> value, boolean errors) {
        return line.rows().stream()
                .filter(row -> Double.isFinite(value.applyAsDouble(row)))
                .map(row -> {
                    double y = value.applyAsDouble(row);
                    double half = errors ? row.half() : 0;
                    double low = Math.max(0, y - half);
                    double high = Math.min(1, y + half);
                    return new CurvePoint(row.budget(), y, low, high, low, high, row.exact(), row.number(), "");
                })
                .toList();
    }

    private static Optional<FittedLaw> fit(CurveLaw law, List<CurvePoint> points) {
        return law.fit(
                points.stream().mapToDouble(CurvePoint::x).toArray(),
                points.stream().mapToDouble(CurvePoint::y).toArray(),
                points.stream().mapToDouble(LawPictures::error).toArray());
    }

    private static double error(CurvePoint point) {
        return Math.max(point.high() - point.y(), point.y() - point.low()) / Estimate.Z95;
    }

    private List<Picture> pictures(
            String what,
            List<String> labels,
            List<List<CurvePoint>> points,
            List<Through> laws,
            String note,
            List<List<String>> beside) {
        if (laws.isEmpty()) {
            return List.of();
        }
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            int number = i;
            boolean through = laws.stream().anyMatch(law -> law.line() == number);
            curves.add(new Curve(labels.get(i), points.get(i), -1, -1, through ? Form.MARKS : Form.WHOLE));
        }
        // Residuals have the colours of their laws: what has none keeps its place.
        List<Curve> left = new ArrayList<>(Collections.nCopies(points.size() + laws.size(), CurveData.NONE));
        List<List<String>> table = new ArrayList<>();
        int colour = points.size();
        Set<Integer> drawn = new HashSet<>();
        for (Through law : laws) {
            boolean first = drawn.add(law.line());
            int ink = first ? law.line() : colour++;
            List<Double> ks = law.fit().ks();
            double end = ks.get(ks.size() - 1);
            curves.add(new Curve(law.label(), curve(law.fit(), ks.get(0), end, WITHIN), -1, ink, Form.LAW));
            curves.add(new Curve(law.label(), curve(law.fit(), end, BEYOND * end, AFTER), -1, ink, Form.BEYOND));
            left.set(ink, new Curve(law.label(), residuals(law), -1));
            table.addAll(lines(law));
        }
        table.addAll(beside);
        String letters = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
        CurveData data = new CurveData(
                letters + ", laws through it",
                resource,
                what + " %",
                true,
                false,
                ticks(points),
                curves,
                CurveData.NONE,
                List.of());
        CurveData rest = new CurveData(
                letters + ", what the laws leave",
                resource,
                what + " less law, points",
                false,
                false,
                ticks(points),
                left,
                CurveData.NONE,
                List.of());
        return List.of(
                new Picture.Curves(data, note + NOTE, new PictureTable(HEADERS, table)),
                new Picture.Curves(
                        rest,
                        "Residuals of the laws in points of a percent, with the 95 % intervals of the rows over these problems: a"
                                + " law that is right leaves no pattern."));
    }

    private static List<Double> ticks(List<List<CurvePoint>> points) {
        List<Double> budgets = points.stream()
                .flatMap(List::stream)
                .map(CurvePoint::x)
                .distinct()
                .sorted()
                .toList();
        if (budgets.isEmpty() || budgets.size() > MOST_TICKS) {
            return List.of();
        }
        List<Double> ticks = new ArrayList<>(budgets);
        ticks.add(BEYOND * budgets.get(budgets.size() - 1));
        return ticks;
    }

    /** A law's line, evenly in the logarithm of the budget, cut off at 0 and 1. */
    private static List<CurvePoint> curve(FittedLaw law, double from, double to, int parts) {
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i <= parts; i++) {
            double k = from * StrictMath.pow(to / from, (double) i / parts);
            double y = Math.max(0, Math.min(1, law.curve().applyAsDouble(k)));
            points.add(new CurvePoint(k, y, y, y, y, y, false, -1, ""));
        }
        return points;
    }

    private static List<CurvePoint> residuals(Through law) {
        List<CurvePoint> all = law.points();
        int first = all.size() - law.fit().ks().size();
        return IntStream.range(0, law.fit().ks().size())
                .mapToObj(i -> {
                    CurvePoint point = all.get(first + i);
                    double left = 100 * law.fit().residuals().get(i);
                    double low = left - 100 * (point.y() - point.low());
                    double high = left + 100 * (point.high() - point.y());
                    return new CurvePoint(point.x(), left, low, high, low, high, point.exact(), point.row(), "");
                })
                .toList();
    }

    private static List<List<String>> lines(Through law) {
        String curve = law.label();
        boolean untold = law.points().stream().anyMatch(point -> !point.exact() && point.high() == point.low());
        return law.fit().parameters().stream()
                .map(parameter -> List.of(
                        curve,
                        law.fit().law().formula(),
                        parameter.name(),
                        number(parameter.value(), 4),
                        untold ? "?" : number(parameter.trialError(), 2),
                        number(parameter.placeError(), 2),
                        number(100 * law.fit().deviation(), 2)))
                .toList();
    }

    private static String number(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "?";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        double size = Math.abs(value);
        return size == 0 || (size >= 1e-5 && size < 1e6) ? rounded.toPlainString() : rounded.toString();
    }
}

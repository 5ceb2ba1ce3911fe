package overthink.scenarios.chart;

import java.util.List;
import overthink.scenarios.text.Numbers;

/**
 * Curves of a quantity against another.
 *
 * @param title what the picture is
 * @param x what is on the axis to the right
 * @param y what is on the axis upwards, with its unit
 * @param share whether y is a share of 1, shown in percent
 * @param whole whether the axis upwards shows all of 0 to 1, so that pictures beside each other compare
 * @param ticks where the axis to the right has its numbers; none to choose round ones
 * @param curves in the order of their colours
 * @param ceiling what no curve passes; no points for none
 * @param caps upright lines at what may be spent
 */
public record CurveData(
        String title,
        String x,
        String y,
        boolean share,
        boolean whole,
        List<Double> ticks,
        List<Curve> curves,
        Curve ceiling,
        List<Double> caps) {

    /** No curve. */
    public static final Curve NONE = new Curve("", List.of(), -1);

    /** Copies the lists. */
    public CurveData {
        ticks = List.copyOf(ticks);
        curves = List.copyOf(curves);
        caps = List.copyOf(caps);
    }

    /** What is drawn of a curve. */
    public enum Form {
        /** A line and a mark at each point. */
        WHOLE,
        /** Marks alone. */
        MARKS,
        /** A line without marks: a law through the marks of others. */
        LAW,
        /** A dashed line without marks: the law beyond what it was fitted to. */
        BEYOND
    }

    /**
     * A curve.
     *
     * @param label what it is of
     * @param points from left to right
     * @param peak the number of the point where it turns down; −1 when it does not
     * @param over the number of the colour of a curve that is laid over the others, and from elsewhere; −1 for one of its own
     * @param form what is drawn of it
     */
    public record Curve(String label, List<CurvePoint> points, int peak, int over, Form form) {

        /** A curve that is drawn with its marks. */
        public Curve(String label, List<CurvePoint> points, int peak, int over) {
            this(label, points, peak, over, Form.WHOLE);
        }

        /** A curve that is not laid over others. */
        public Curve(String label, List<CurvePoint> points, int peak) {
            this(label, points, peak, -1);
        }

        /** Copies the list. */
        public Curve {
            points = List.copyOf(points);
        }
    }

    /**
     * A point of a curve.
     *
     * @param x how much is spent
     * @param y what it gives
     * @param low end of the 95 % interval over the population
     * @param high its other end
     * @param near end of the 95 % interval over these problems
     * @param far its other end
     * @param exact whether y is exact of these problems
     * @param row the number of the row that says so
     * @param note a word beside it; may be empty
     */
    public record CurvePoint(
            double x, double y, double low, double high, double near, double far, boolean exact, int row, String note) {

        /** The same place without intervals. */
        public CurvePoint bare() {
            return new CurvePoint(x, y, y, y, y, y, exact, row, note);
        }

        /** With a word beside it. */
        public CurvePoint noted(String word) {
            return new CurvePoint(x, y, low, high, near, far, exact, row, word);
        }
    }

    /** What the picture shows, in words. */
    String description() {
        StringBuilder words = new StringBuilder(y + " against " + x + ". ");
        for (Curve curve : curves) {
            if (curve.form() == Form.BEYOND && !curve.points().isEmpty()) {
                CurvePoint last = curve.points().get(curve.points().size() - 1);
                words.append("The dashed line of %s goes to %s at %s. "
                        .formatted(curve.label(), value(last.y()), Scale.label(last.x())));
            } else if (curve.form() != Form.LAW && !curve.points().isEmpty()) {
                CurvePoint first = curve.points().get(0);
                CurvePoint last = curve.points().get(curve.points().size() - 1);
                words.append("%s goes from %s at %s to %s at %s"
                        .formatted(
                                curve.label(),
                                value(first.y()),
                                Scale.label(first.x()),
                                value(last.y()),
                                Scale.label(last.x())));
                if (curve.peak() >= 0) {
                    CurvePoint peak = curve.points().get(curve.peak());
                    words.append(", with its peak of %s at %s".formatted(value(peak.y()), Scale.label(peak.x())));
                }
                words.append(". ");
            }
        }
        return words.toString().strip();
    }

    /** What the mark of a point shows. */
    Datum datum(Curve curve, CurvePoint point) {
        double half = Math.max(point.high() - point.y(), point.y() - point.low());
        String error = "";
        if (half > 0) {
            error = value(half).replace(" %", "");
        } else if (point.exact()) {
            error = "exact";
        }
        return new Datum(
                point.row(),
                curve.label(),
                Scale.label(point.x()) + " " + x,
                point.y(),
                point.low(),
                point.high(),
                value(point.y()).replace("%", "percent"),
                error);
    }

    /** A value as it is read. */
    String value(double value) {
        if (share) {
            return "%.1f %%".formatted(100 * value);
        }
        boolean near = Math.abs(value) >= 1e-3 && Math.abs(value) < 1000;
        return near ? Numbers.digits(value, 3) : Scale.label(value);
    }
}

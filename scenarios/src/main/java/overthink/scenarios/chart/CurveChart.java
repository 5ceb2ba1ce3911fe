package overthink.scenarios.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import overthink.scenarios.chart.CurveData.Curve;
import overthink.scenarios.chart.CurveData.CurvePoint;
import overthink.scenarios.chart.CurveData.Form;

/**
 * Lays curves out: bands of 95 % intervals, lines told apart by colour, dashes and symbols, filled symbols where numbers are
 * exact and rings where they are simulated, a larger ring around peaks, labels at the curves' ends, and the ceiling as a thin line.
 * What is laid over has thin lines of long dashes, in the colours of what it is like.
 */
public final class CurveChart {

    private static final double BAND = .13;

    /** Lines of labels are this many heights of letters apart. */
    private static final double LINE = 1.2;

    private static final double THIN = .7;

    /** How much wider bold letters are, at most. */
    private static final double BOLD = 1.1;

    private final CurveData data;
    private final ChartSize size;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Shape.Words> notes = new ArrayList<>();
    private final double text;
    private final double right;
    private final Scale across;
    private final Scale up;

    private CurveChart(CurveData data, ChartSize size) {
        this.data = data;
        this.size = size;
        text = size.text();
        double labels =
                ends().mapToDouble(end -> TextWidth.of(end.words(), text)).max().orElse(0);
        right = size.width() - Math.min(labels + 1.2 * text, .42 * size.width());
        double left = 3.2 * text;
        double top = 1.9 * text;
        double bottom = size.height() - 3 * text;
        List<Double> xs = new ArrayList<>(data.caps());
        points().forEach(point -> xs.add(point.x()));
        across = Scale.over(xs.isEmpty() ? List.of(1.0) : xs, left + text / 2, right);
        List<Double> ys = new ArrayList<>();
        points().forEach(point -> ys.addAll(List.of(point.low(), point.high(), point.y())));
        up = room(ys, bottom, top);
    }

    /** A picture of curves. */
    public static Drawing of(CurveData data, ChartSize size) {
        CurveChart chart = new CurveChart(data, size);
        chart.draw();
        return new Drawing(size.width(), size.height(), data.title(), data.description(), chart.shapes);
    }

    private Stream<CurvePoint> points() {
        return Stream.concat(data.curves().stream(), Stream.of(data.ceiling()))
                .flatMap(curve -> curve.points().stream())
                .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()));
    }

    private Scale room(List<Double> ys, double bottom, double top) {
        if (data.whole()) {
            return new Scale(0, 1, false, bottom, top);
        }
        List<Double> finite = ys.stream().filter(Double::isFinite).toList();
        double low = finite.isEmpty() ? 0 : Collections.min(finite);
        double high = finite.isEmpty() ? 1 : Collections.max(finite);
        if (!data.share() && Scale.over(List.of(low, high), bottom, top).log()) {
            double ratio = StrictMath.pow(high / low, .04);
            return new Scale(low / ratio, high * ratio, true, bottom, top);
        }
        double pad = Math.max(.04 * (high - low), data.share() ? .005 : 1e-9);
        return data.share()
                ? new Scale(Math.max(0, low - pad), Math.min(1, high + pad), false, bottom, top)
                : new Scale(low - pad, high + pad, false, bottom, top);
    }

    private void draw() {
        axes();
        for (double cap : data.caps()) {
            Stroke line = new Stroke(Ink.TEXT, 1, List.of(4.0, 3.0));
            shapes.add(Shape.Path.line(
                    line, new Position(across.at(cap), up.start()), new Position(across.at(cap), up.end())));
        }
        for (int i = 0; i < data.curves().size(); i++) {
            band(data.curves().get(i), series(i), "band-population", CurvePoint::low, CurvePoint::high);
            band(data.curves().get(i), series(i), "band-problems", CurvePoint::near, CurvePoint::far);
        }
        line(data.ceiling(), new Stroke(Ink.MUTED, THIN, List.of(1.0, 2.0)));
        for (int i = 0; i < data.curves().size(); i++) {
            line(data.curves().get(i), stroke(i));
        }
        for (int i = 0; i < data.curves().size(); i++) {
            marks(data.curves().get(i), series(i));
        }
        labels();
    }

    private Stroke stroke(int curve) {
        Curve one = data.curves().get(curve);
        return switch (one.form()) {
            case WHOLE -> one.over() < 0 ? Stroke.series(curve, text / 7) : Stroke.over(series(curve), text / 10);
            case MARKS, LAW -> Stroke.solid(Ink.series(series(curve)), text / 10);
            case BEYOND -> new Stroke(Ink.series(series(curve)), text / 10, List.of(4.0, 3.0));
        };
    }

    /** The number of the colour and of the symbol of a curve. */
    private int series(int curve) {
        int over = data.curves().get(curve).over();
        return over < 0 ? curve : over;
    }

    private void axes() {
        int lines = (int) Math.max(2, (up.start() - up.end()) / (3 * text));
        for (double tick : up.ticks(lines)) {
            double y = up.at(tick);
            shapes.add(Shape.Path.line(
                    Stroke.solid(Ink.GRID, THIN), new Position(across.start() - text / 2, y), new Position(right, y)));
            String words = data.share() ? Scale.label(Math.rint(1e6 * tick) / 1e4) : Scale.label(tick);
            shapes.add(new Shape.Words(
                    new Position(across.start() - .8 * text, y + .35 * text), words, text, Anchor.END, Ink.MUTED));
        }
        double base = up.start();
        shapes.add(Shape.Path.line(
                Stroke.solid(Ink.MUTED, THIN),
                new Position(across.start() - text / 2, base),
                new Position(right, base)));
        double end = Double.NEGATIVE_INFINITY;
        for (double tick : ticks()) {
            double x = across.at(tick);
            String words = Scale.label(tick);
            double half = TextWidth.of(words, text) / 2;
            if (x - half > end + .4 * text) {
                shapes.add(new Shape.Words(new Position(x, base + 1.3 * text), words, text, Anchor.MIDDLE, Ink.MUTED));
                shapes.add(Shape.Path.line(
                        Stroke.solid(Ink.MUTED, THIN), new Position(x, base), new Position(x, base + .3 * text)));
                end = x + half;
            }
        }
        String scale = across.log() ? data.x() + " (log)" : data.x();
        shapes.add(new Shape.Words(
                new Position((across.start() + right) / 2, size.height() - .4 * text),
                scale,
                text,
                Anchor.MIDDLE,
                Ink.MUTED));
        String upwards = up.log() ? data.y() + " (log)" : data.y();
        shapes.add(new Shape.Words(new Position(.2 * text, text), upwards, text, Anchor.START, Ink.MUTED));
    }

    private List<Double> ticks() {
        List<Double> inside = data.ticks().stream()
                .filter(tick -> tick >= across.low() && tick <= across.high())
                .toList();
        return inside.isEmpty() ? across.ticks((int) ((right - across.start()) / (5 * text))) : inside;
    }

    /** One of a point's values. */
    private interface Value {
        double of(CurvePoint point);
    }

    private void band(Curve curve, int number, String role, Value low, Value high) {
        List<CurvePoint> wide = curve.points().stream()
                .filter(point -> high.of(point) > low.of(point) && Double.isFinite(point.x()))
                .toList();
        if (wide.size() < 2) {
            return;
        }
        List<Position> corners = new ArrayList<>();
        wide.forEach(point -> corners.add(place(point.x(), high.of(point))));
        for (int i = wide.size() - 1; i >= 0; i--) {
            corners.add(place(wide.get(i).x(), low.of(wide.get(i))));
        }
        shapes.add(new Shape.Path(corners, null, Ink.series(number), BAND, role));
    }

    private Position place(double x, double y) {
        return new Position(across.at(x), up.at(Math.max(up.low(), Math.min(up.high(), y))));
    }

    private void line(Curve curve, Stroke stroke) {
        List<Position> corners = curve.points().stream()
                .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
                .map(point -> place(point.x(), point.y()))
                .toList();
        if (corners.size() > 1 && curve.form() != Form.MARKS) {
            shapes.add(new Shape.Path(corners, stroke, null, 1, ""));
        }
    }

    private void marks(Curve curve, int number) {
        if (curve.form() == Form.LAW || curve.form() == Form.BEYOND) {
            return;
        }
        double radius = text / 3.6;
        for (int i = 0; i < curve.points().size(); i++) {
            CurvePoint point = curve.points().get(i);
            if (Double.isFinite(point.x()) && Double.isFinite(point.y())) {
                Position at = place(point.x(), point.y());
                if (i == curve.peak()) {
                    shapes.add(new Shape.Path(
                            Symbol.CIRCLE.corners(at.x(), at.y(), 2.2 * radius),
                            Stroke.solid(Ink.series(number), 1),
                            Ink.PAPER,
                            0,
                            ""));
                }
                shapes.add(new Shape.Mark(
                        at,
                        Symbol.series(number),
                        radius,
                        Ink.series(number),
                        point.exact(),
                        data.datum(curve, point)));
                if (!point.note().isEmpty()) {
                    note(point.note(), at);
                }
            }
        }
    }

    /** Writes a word below a place or above it, wherever it lies on no other; nowhere when it does in both. */
    private void note(String word, Position at) {
        double wide = TextWidth.of(word, text);
        for (Position place : List.of(
                new Position(at.x() + text, at.y() + 1.2 * text),
                new Position(at.x() - wide - .8 * text, at.y() - .6 * text))) {
            boolean free = notes.stream()
                    .noneMatch(other -> Math.abs(other.at().y() - place.y()) < LINE * text
                            && other.at().x() < place.x() + wide
                            && place.x() < other.at().x() + TextWidth.of(other.text(), text));
            if (free && place.x() > across.start() && place.x() + wide < size.width()) {
                Shape.Words words = new Shape.Words(place, word, text, Anchor.START, Ink.TEXT);
                notes.add(words);
                shapes.add(words);
                return;
            }
        }
    }

    /** The end of a curve, and what is written there. */
    private record End(String name, String value, double x, double y, Ink ink, boolean bold, Datum datum) {

        String words() {
            return name + " " + value;
        }

        /**
         * The words, of which the name is cut where there is no room: of a strategy with parameters the strategy, as long as they
         * take half of the room at most, since they tell it from others.
         */
        String within(double width, double size) {
            if (TextWidth.of(words(), size) <= width) {
                return words();
            }
            double wide = bold ? BOLD * size : size;
            double room = width - TextWidth.of(" " + value, wide);
            int space = name.indexOf(' ');
            String parameters = space < 0 ? "" : name.substring(space);
            double rest = room - TextWidth.of(parameters, wide);
            String cut = space > 0 && rest >= room / 2
                    ? TextWidth.cut(name.substring(0, space), wide, rest) + parameters
                    : TextWidth.cut(name, wide, room);
            return cut + " " + value;
        }
    }

    private Stream<End> ends() {
        List<End> ends = new ArrayList<>();
        for (int i = 0; i < data.curves().size(); i++) {
            end(
                    data.curves().get(i),
                    Ink.series(series(i)),
                    data.curves().get(i).over() < 0 || data.curves().get(i).form() == Form.BEYOND,
                    ends);
        }
        end(data.ceiling(), Ink.MUTED, false, ends);
        return ends.stream();
    }

    private void end(Curve curve, Ink ink, boolean bold, List<End> into) {
        List<CurvePoint> points = curve.points().stream()
                .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
                .toList();
        boolean named = curve.form() == Form.WHOLE || curve.form() == Form.BEYOND;
        if (named && !points.isEmpty()) {
            CurvePoint last = points.get(points.size() - 1);
            String value = data.value(last.y()).replace(" %", "");
            into.add(new End(curve.label(), value, last.x(), last.y(), ink, bold, data.datum(curve, last)));
        }
    }

    /** Labels beside the ends of the curves, moved apart where they would lie on each other. */
    private void labels() {
        List<End> ends =
                ends().sorted(Comparator.comparingDouble((End end) -> -end.y())).toList();
        double gap = LINE * text;
        double[] y = new double[ends.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = place(ends.get(i).x(), ends.get(i).y()).y();
        }
        for (int i = 1; i < y.length; i++) {
            y[i] = Math.max(y[i], y[i - 1] + gap);
        }
        double lowest = up.start();
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], lowest);
            lowest = y[i] - gap;
        }
        for (int i = 0; i < y.length; i++) {
            End end = ends.get(i);
            Position from = place(end.x(), end.y());
            double x = right + .9 * text;
            if (Math.abs(from.y() - y[i]) > gap / 3 || from.x() < right - 1) {
                shapes.add(Shape.Path.line(
                        Stroke.solid(Ink.GRID, THIN),
                        new Position(from.x() + .4 * text, from.y()),
                        new Position(x - .2 * text, y[i])));
            }
            shapes.add(new Shape.Words(
                    new Position(x, y[i] + .35 * text),
                    end.within(size.width() - x, text),
                    text,
                    Anchor.START,
                    end.ink(),
                    end.bold(),
                    false,
                    end.datum()));
        }
    }
}

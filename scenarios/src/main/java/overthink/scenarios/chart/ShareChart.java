package overthink.scenarios.chart;

import java.util.ArrayList;
import java.util.List;

/** Lays wholes out as bars of one length, each over its name, in parts that differ in colour and pattern, under what these are. */
public final class ShareChart {

    private static final int TICKS = 4;

    private final ShareData data;
    private final double width;
    private final double text;
    private final List<Shape> shapes = new ArrayList<>();

    private ShareChart(ShareData data, ChartSize size) {
        this.data = data;
        width = size.width();
        text = size.text();
    }

    /** A picture of shares; its height follows the number of bars. */
    public static Drawing of(ShareData data, ChartSize size) {
        ShareChart chart = new ShareChart(data, size);
        double y = chart.legend();
        for (ShareData.Bar bar : data.bars()) {
            chart.bar(bar, y);
            y += 3.5 * chart.text;
        }
        double height = chart.axis(y);
        return new Drawing(size.width(), height, data.title(), data.description(), chart.shapes);
    }

    private double left() {
        return .5 * text;
    }

    private double length() {
        return width - 2 * text;
    }

    /** What the parts are, in lines as wide as the picture; gives where they end. */
    private double legend() {
        double x = left();
        double y = .4 * text;
        double swatch = 1.6 * text;
        for (int i = 0; i < data.parts().size(); i++) {
            String label = TextWidth.cut(data.parts().get(i).label(), text, width - swatch - 2 * text);
            double wide = swatch + .5 * text + TextWidth.of(label, text) + 1.2 * text;
            if (x > left() && x + wide > width) {
                x = left();
                y += 1.7 * text;
            }
            shapes.addAll(Texture.series(i).box(x, y, swatch, text, ink(i), .45 * text, Datum.NONE));
            shapes.add(new Shape.Words(
                    new Position(x + swatch + .5 * text, y + .88 * text), label, text, Anchor.START, Ink.TEXT));
            x += wide;
        }
        return y + 2.2 * text;
    }

    private Ink ink(int part) {
        return Ink.series(data.parts().get(part).colour());
    }

    private void bar(ShareData.Bar bar, double y) {
        double whole = TextWidth.of(bar.whole(), text);
        String label = TextWidth.cut(bar.label(), text, length() - whole - text);
        shapes.add(new Shape.Words(new Position(left(), y + .9 * text), label, text, Anchor.START, Ink.TEXT));
        shapes.add(new Shape.Words(
                new Position(left() + length(), y + .9 * text), bar.whole(), text, Anchor.END, Ink.MUTED));
        double top = y + 1.25 * text;
        double high = 1.7 * text;
        double x = left();
        for (int i = 0; i < data.parts().size(); i++) {
            double wide = bar.share(i) * length();
            if (wide > 0) {
                part(bar, i, x, top, wide, high);
            }
            x += wide;
        }
    }

    private void part(ShareData.Bar bar, int part, double x, double y, double wide, double high) {
        double gap = Math.min(.6, wide / 4);
        Texture texture = Texture.series(part);
        shapes.addAll(texture.box(x + gap, y, wide - 2 * gap, high, ink(part), .45 * text, data.datum(bar, part)));
        String number = ShareData.percent(bar.share(part));
        double needed = TextWidth.of(number, text) + .8 * text;
        if (needed > wide) {
            return;
        }
        if (!texture.dark()) {
            shapes.add(Shape.Path.box(x + wide / 2 - needed / 2, y + .25 * text, needed, high - .5 * text, Ink.PAPER));
        }
        shapes.add(new Shape.Words(
                new Position(x + wide / 2, y + high / 2 + .35 * text),
                number,
                text,
                Anchor.MIDDLE,
                texture.dark() ? Ink.PAPER : Ink.TEXT));
    }

    /** The numbers under the bars, and what they are; gives where the picture ends. */
    private double axis(double y) {
        for (int i = 0; i <= TICKS; i++) {
            double x = left() + length() * i / TICKS;
            shapes.add(
                    Shape.Path.line(Stroke.solid(Ink.MUTED, .8), new Position(x, y), new Position(x, y + .4 * text)));
            Anchor anchor = i == 0 ? Anchor.START : i == TICKS ? Anchor.END : Anchor.MIDDLE;
            shapes.add(new Shape.Words(
                    new Position(x, y + 1.5 * text), String.valueOf(100 * i / TICKS), text, anchor, Ink.MUTED));
        }
        shapes.add(Shape.Path.line(
                Stroke.solid(Ink.MUTED, .8), new Position(left(), y), new Position(left() + length(), y)));
        shapes.add(new Shape.Words(new Position(width / 2, y + 2.9 * text), data.x(), text, Anchor.MIDDLE, Ink.MUTED));
        return y + 3.5 * text;
    }
}

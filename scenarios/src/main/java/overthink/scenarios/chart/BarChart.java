package overthink.scenarios.chart;

import java.util.ArrayList;
import java.util.List;

/** Lays bars out, one under the other, on both sides of the number that they start from. */
public final class BarChart {

    private BarChart() {}

    /** A picture of bars; its height follows their number. */
    public static Drawing of(BarData data, ChartSize width) {
        double text = width.text();
        double line = 2 * text;
        ChartSize size = width.tall(3 * text + line * Math.max(1, data.bars().size()));
        double labels = data.bars().stream()
                .mapToDouble(bar -> TextWidth.of(bar.label(), text))
                .max()
                .orElse(0);
        double left = Math.min(.4 * size.width(), labels + text);
        double words = data.bars().stream()
                .mapToDouble(bar -> Math.max(TextWidth.of(bar.lowWords(), text), TextWidth.of(bar.highWords(), text)))
                .max()
                .orElse(0);
        double low = data.bars().stream().mapToDouble(BarData.Bar::low).min().orElse(0);
        double high = data.bars().stream().mapToDouble(BarData.Bar::high).max().orElse(1);
        low = Math.min(low, data.zero());
        high = Math.max(high, data.zero());
        Scale scale =
                new Scale(low, high > low ? high : low + 1, false, left + words + text, size.width() - words - text);
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < data.bars().size(); i++) {
            BarData.Bar bar = data.bars().get(i);
            double y = text + i * line;
            double base = y + .75 * text;
            String label = TextWidth.cut(bar.label(), text, left - text / 2);
            shapes.add(new Shape.Words(new Position(.2 * text, base), label, text, Anchor.START, Ink.TEXT));
            double zero = scale.at(data.zero());
            if (bar.low() < data.zero()) {
                double from = scale.at(bar.low());
                shapes.add(Shape.Path.box(from, y - .2 * text, zero - from, 1.4 * text, Ink.series(1)));
                shapes.add(new Shape.Words(
                        new Position(from - .3 * text, base),
                        bar.lowWords(),
                        text,
                        Anchor.END,
                        Ink.MUTED,
                        false,
                        false,
                        Datum.of(-1, bar.label(), "", bar.low(), bar.lowWords())));
            }
            if (bar.high() > data.zero()) {
                double to = scale.at(bar.high());
                shapes.add(Shape.Path.box(zero, y - .2 * text, to - zero, 1.4 * text, Ink.series(0)));
                shapes.add(new Shape.Words(
                        new Position(to + .3 * text, base),
                        bar.highWords(),
                        text,
                        Anchor.START,
                        Ink.MUTED,
                        false,
                        false,
                        Datum.of(-1, bar.label(), "", bar.high(), bar.highWords())));
            }
        }
        double end = size.height() - 2 * text;
        shapes.add(Shape.Path.line(
                Stroke.solid(Ink.MUTED, 1),
                new Position(scale.at(data.zero()), text / 2),
                new Position(scale.at(data.zero()), end)));
        shapes.add(new Shape.Words(
                new Position(size.width() / 2, size.height() - .5 * text), data.x(), text, Anchor.MIDDLE, Ink.MUTED));
        return new Drawing(size.width(), size.height(), data.title(), data.description(), shapes);
    }
}

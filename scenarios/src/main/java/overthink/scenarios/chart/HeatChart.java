package overthink.scenarios.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays a grid of numbers out: a number in each cell, on purple below zero, white at zero and orange above where zero divides them,
 * and from white to blue where it does not. Of cells that are too small for numbers the colours alone are shown.
 */
public final class HeatChart {

    private static final double[] BELOW = {.40, .26, .60};
    private static final double[] ABOVE = {.70, .33, .02};
    private static final double[] MORE = {.0, .35, .60};

    /** Shades of cells that are too small for numbers. */
    private static final double FEW = 40;

    /** Cells without a gap reach so far under the next, that no seam shows between them. */
    private static final double SEAM = .2;

    private final HeatData data;
    private final ChartSize size;
    private final List<Shape> shapes = new ArrayList<>();

    private HeatChart(HeatData data, ChartSize size) {
        this.data = data;
        this.size = size;
    }

    /** A picture of a grid; its height follows the number of lines. */
    public static Drawing of(HeatData data, ChartSize width) {
        HeatChart chart = chart(data, width);
        chart.draw();
        return new Drawing(chart.size.width(), chart.size.height(), data.title(), data.description(), chart.shapes);
    }

    private static HeatChart chart(HeatData data, ChartSize width) {
        double natural = (5 + 2.1 * data.lines().size()) * width.text();
        double height = Math.min(natural, 2 * width.height());
        return new HeatChart(data, width.tall(Math.max(height, 8 * width.text())));
    }

    /**
     * Where the cells are, in points.
     *
     * @param left of the first
     * @param top of the first
     * @param wide how wide each is
     * @param high how high each is
     * @param numbers whether there is room for their numbers
     */
    public record Frame(double left, double top, double wide, double high, boolean numbers) {}

    /** Where the cells of a picture of a grid are. */
    public static Frame frame(HeatData data, ChartSize width) {
        return chart(data, width).frame();
    }

    private Frame frame() {
        double text = size.text();
        double left = Math.min(
                .35 * size.width(),
                1.2 * text
                        + data.lines().stream()
                                .mapToDouble(line -> TextWidth.of(line, text))
                                .max()
                                .orElse(0));
        double top = 1.8 * text;
        double wide =
                (size.width() - left - text / 2) / Math.max(1, data.columns().size());
        double high = (bottom() - top) / Math.max(1, data.lines().size());
        double widest = cells().mapToDouble(cell -> TextWidth.of(cell.words(), text))
                .max()
                .orElse(0);
        return new Frame(left, top, wide, high, widest + 3 < wide && text < high);
    }

    private double bottom() {
        return size.height() - 3 * size.text();
    }

    private void draw() {
        double text = size.text();
        Frame frame = frame();
        double left = frame.left();
        double top = frame.top();
        double bottom = bottom();
        double wide = frame.wide();
        double high = frame.high();
        boolean numbers = frame.numbers();
        double most = cells().mapToDouble(cell -> Math.abs(cell.value()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double least = cells().mapToDouble(HeatData.Cell::value)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        shapes.add(new Shape.Words(new Position(.2 * text, text), data.y(), text, Anchor.START, Ink.MUTED));
        for (int i = 0; i < data.lines().size(); i++) {
            double y = top + i * high;
            if (i % Math.max(1, (int) Math.ceil(text / high)) == 0) {
                String line = TextWidth.cut(data.lines().get(i), text, left - text);
                shapes.add(new Shape.Words(
                        new Position(left - text / 2, y + high / 2 + .35 * text), line, text, Anchor.END, Ink.MUTED));
            }
            for (int j = 0; j < data.cells().get(i).size(); j++) {
                cell(i, j, left + j * wide, y, wide, high, least, most, numbers);
            }
        }
        if (!numbers) {
            shapes.sort(Comparator.comparing(HeatChart::shade));
        }
        double end = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < data.columns().size(); j++) {
            String words = data.columns().get(j);
            double x = left + (j + .5) * wide;
            double half = TextWidth.of(words, text) / 2;
            if (x - half > end + .4 * text) {
                shapes.add(
                        new Shape.Words(new Position(x, bottom + 1.2 * text), words, text, Anchor.MIDDLE, Ink.MUTED));
                end = x + half;
            }
        }
        shapes.add(new Shape.Words(
                new Position((left + size.width()) / 2, size.height() - .4 * text),
                data.x(),
                text,
                Anchor.MIDDLE,
                Ink.MUTED));
    }

    /** The colour of a cell; of other shapes none. */
    private static String shade(Shape shape) {
        return shape instanceof Shape.Path path && path.fill() != null
                ? path.fill().light()
                : "";
    }

    private Stream<HeatData.Cell> cells() {
        return data.cells().stream().flatMap(List::stream);
    }

    private void cell(
            int line,
            int column,
            double x,
            double y,
            double wide,
            double high,
            double least,
            double most,
            boolean numbers) {
        HeatData.Cell cell = data.cells().get(line).get(column);
        if (Double.isNaN(cell.value())) {
            return;
        }
        double strength = data.diverging()
                ? Math.abs(cell.value()) / Math.max(most, 1e-300)
                : (cell.value() - least) / Math.max(most - least, 1e-300);
        double[] full = !data.diverging() ? MORE : cell.value() < 0 ? BELOW : ABOVE;
        double share = .85 * Math.max(0, Math.min(1, strength));
        share = numbers ? share : Math.rint(share * FEW) / FEW; // cells of one colour are drawn as one
        Ink fill = Ink.fixed(blend(full[0], share), blend(full[1], share), blend(full[2], share));
        double gap = wide > 8 && high > 8 ? .5 : -SEAM;
        shapes.add(Shape.Path.box(x + Math.max(0, gap), y + Math.max(0, gap), wide - 2 * gap, high - 2 * gap, fill));
        if (numbers) {
            Ink ink = share > .5 ? Ink.fixed(1, 1, 1) : Ink.fixed(.1, .1, .1);
            shapes.add(new Shape.Words(
                    new Position(x + wide / 2, y + high / 2 + .35 * size.text()),
                    cell.words(),
                    size.text(),
                    Anchor.MIDDLE,
                    ink,
                    false,
                    false,
                    data.datum(line, column)));
        }
    }

    private static double blend(double full, double share) {
        return 1 - share * (1 - full);
    }
}

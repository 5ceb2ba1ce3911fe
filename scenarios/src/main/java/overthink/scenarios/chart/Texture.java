package overthink.scenarios.chart;

import java.util.ArrayList;
import java.util.List;

/** What fills an area, so that areas are told apart where their colours are not. */
enum Texture {
    /** The colour alone. */
    FULL,
    /** Lines that rise. */
    RISING,
    /** Level lines. */
    LEVEL,
    /** A light tint of the colour. */
    TINT,
    /** Lines that fall. */
    FALLING,
    /** Upright lines. */
    UPRIGHT,
    /** Lines that rise, close to each other. */
    DENSE;

    private static final double PALE = .18;

    /** Narrower boxes have no room for lines. */
    private static final double NARROW = 1.6;

    /** The texture of the n-th area; they begin again after the last. */
    static Texture series(int n) {
        return values()[n % values().length];
    }

    /** Whether words on it are of the colour of paper. */
    boolean dark() {
        return this == FULL;
    }

    /**
     * A box that is filled so, within an edge of the colour.
     *
     * @param step from line to line
     * @param datum what the box shows
     */
    List<Shape> box(double x, double y, double width, double height, Ink ink, double step, Datum datum) {
        List<Position> edge = Shape.Path.box(x, y, width, height, ink).corners();
        List<Shape> shapes = new ArrayList<>();
        if (width < NARROW) {
            return List.of(new Shape.Path(edge, null, ink, 1, "", datum));
        }
        shapes.add(new Shape.Path(edge, Stroke.solid(ink, .8), ink, dark() ? 1 : PALE, "", datum));
        double gap = this == DENSE ? step / 2 : step;
        List<Position> lines = switch (this) {
            case FULL, TINT -> List.of();
            case RISING, DENSE -> rising(x, y, width, height, gap);
            case FALLING ->
                rising(x, y, width, height, gap).stream()
                        .map(at -> new Position(at.x(), 2 * y + height - at.y()))
                        .toList();
            case LEVEL -> level(x, y, width, height, gap);
            case UPRIGHT ->
                level(y, x, height, width, gap).stream()
                        .map(at -> new Position(at.y(), at.x()))
                        .toList();
        };
        if (lines.size() > 1) {
            shapes.add(new Shape.Path(lines, Stroke.solid(ink, .9), null, 1, ""));
        }
        return shapes;
    }

    /** Lines from side to side in one stroke, which runs along the edge between them. */
    private static List<Position> level(double x, double y, double width, double height, double gap) {
        List<Position> stroke = new ArrayList<>();
        boolean there = false;
        for (double at = y + gap; at < y + height - .2 * gap; at += gap) {
            stroke.add(new Position(there ? x + width : x, at));
            stroke.add(new Position(there ? x : x + width, at));
            there = !there;
        }
        return stroke;
    }

    /** Lines at 45 degrees in one stroke, which runs along the edge between them, and around its corners. */
    private static List<Position> rising(double x, double y, double width, double height, double gap) {
        List<Position> stroke = new ArrayList<>();
        boolean up = true;
        double before = 0;
        for (double sum = gap; sum < width + height; sum += gap) {
            // The line on which the ways from the left and from the top add up to the sum.
            Position low = new Position(x + Math.max(0, sum - height), y + Math.min(sum, height));
            Position high = new Position(x + Math.min(sum, width), y + Math.max(0, sum - width));
            if (up && before > 0 && before < height && sum > height) {
                stroke.add(new Position(x, y + height));
            }
            if (!up && before < width && sum > width) {
                stroke.add(new Position(x + width, y));
            }
            stroke.add(up ? low : high);
            stroke.add(up ? high : low);
            up = !up;
            before = sum;
        }
        return stroke;
    }
}

package overthink.scenarios.chart;

import java.util.ArrayList;
import java.util.List;

/** What marks a point of a curve. */
public enum Symbol {
    /** A disc. */
    CIRCLE,
    /** A square on its side. */
    SQUARE,
    /** A triangle that points up. */
    TRIANGLE,
    /** A square on its corner. */
    DIAMOND,
    /** A triangle that points down. */
    WEDGE;

    /** Corners of what stands for a circle where curves cannot be drawn. */
    private static final int CORNERS = 24;

    /** The symbol of the n-th curve. */
    static Symbol series(int n) {
        return values()[n % values().length];
    }

    /** The corners, of a symbol of this radius around a place. */
    List<Position> corners(double x, double y, double r) {
        return switch (this) {
            case CIRCLE -> ring(x, y, r);
            case SQUARE ->
                List.of(
                        new Position(x - .85 * r, y - .85 * r),
                        new Position(x + .85 * r, y - .85 * r),
                        new Position(x + .85 * r, y + .85 * r),
                        new Position(x - .85 * r, y + .85 * r));
            case TRIANGLE ->
                List.of(
                        new Position(x, y - 1.15 * r),
                        new Position(x + 1.05 * r, y + .8 * r),
                        new Position(x - 1.05 * r, y + .8 * r));
            case DIAMOND ->
                List.of(
                        new Position(x, y - 1.2 * r),
                        new Position(x + 1.2 * r, y),
                        new Position(x, y + 1.2 * r),
                        new Position(x - 1.2 * r, y));
            case WEDGE ->
                List.of(
                        new Position(x, y + 1.15 * r),
                        new Position(x + 1.05 * r, y - .8 * r),
                        new Position(x - 1.05 * r, y - .8 * r));
        };
    }

    private static List<Position> ring(double x, double y, double r) {
        List<Position> ring = new ArrayList<>();
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            ring.add(new Position(x + r * StrictMath.cos(angle), y + r * StrictMath.sin(angle)));
        }
        return ring;
    }
}

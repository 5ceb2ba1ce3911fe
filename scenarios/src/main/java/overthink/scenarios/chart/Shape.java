package overthink.scenarios.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a drawing. */
public sealed interface Shape {

    /**
     * A line from corner to corner, closed when it is filled.
     *
     * @param corners at least two
     * @param stroke how the line is drawn; null for none
     * @param fill what is inside; null for nothing
     * @param opacity of the fill, from 0 to 1
     * @param role a class by which a page may hide it; may be empty
     * @param datum what it shows
     */
    record Path(
            List<Position> corners,
            @Nullable Stroke stroke,
            @Nullable Ink fill,
            double opacity,
            String role,
            Datum datum)
            implements Shape {

        /** One that shows nothing of its own. */
        Path(List<Position> corners, @Nullable Stroke stroke, @Nullable Ink fill, double opacity, String role) {
            this(corners, stroke, fill, opacity, role, Datum.NONE);
        }

        /** Copies the list. */
        public Path {
            corners = List.copyOf(corners);
        }

        /** A line. */
        static Path line(Stroke stroke, Position... corners) {
            return new Path(List.of(corners), stroke, null, 1, "");
        }

        /** A box with upright sides. */
        static Path box(double x, double y, double width, double height, Ink fill) {
            return new Path(
                    List.of(
                            new Position(x, y),
                            new Position(x + width, y),
                            new Position(x + width, y + height),
                            new Position(x, y + height)),
                    null,
                    fill,
                    1,
                    "");
        }
    }

    /**
     * A mark at a place.
     *
     * @param at where
     * @param symbol its form
     * @param radius in points
     * @param ink its colour
     * @param filled whether it is full rather than a ring
     * @param datum what it shows
     */
    record Mark(Position at, Symbol symbol, double radius, Ink ink, boolean filled, Datum datum) implements Shape {}

    /**
     * A text on a line.
     *
     * @param at where, on its base line
     * @param text of it
     * @param size of the letters, in points
     * @param anchor which part of it is there
     * @param ink its colour
     * @param bold whether it is bold
     * @param upright whether it reads upwards instead of to the right
     * @param datum what it shows
     */
    record Words(
            Position at, String text, double size, Anchor anchor, Ink ink, boolean bold, boolean upright, Datum datum)
            implements Shape {

        Words(Position at, String text, double size, Anchor anchor, Ink ink) {
            this(at, text, size, anchor, ink, false, false, Datum.NONE);
        }
    }
}

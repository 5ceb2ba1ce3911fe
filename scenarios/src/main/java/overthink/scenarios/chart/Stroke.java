package overthink.scenarios.chart;

import java.util.List;

/**
 * How a line is drawn.
 *
 * @param ink its colour
 * @param width in points
 * @param dashes lengths of dashes and gaps in turn, in points; none for a line without gaps
 */
public record Stroke(Ink ink, double width, List<Double> dashes) {

    private static final List<List<Double>> SERIES = List.of(
            List.of(),
            List.of(6.0, 2.5),
            List.of(1.5, 2.0),
            List.of(7.0, 2.0, 1.5, 2.0),
            List.of(3.0, 1.5),
            List.of(10.0, 3.0),
            List.of(7.0, 2.0, 1.5, 2.0, 1.5, 2.0),
            List.of(1.0, 1.0));

    /** Copies the list. */
    public Stroke {
        dashes = List.copyOf(dashes);
    }

    /** A line without gaps. */
    static Stroke solid(Ink ink, double width) {
        return new Stroke(ink, width, List.of());
    }

    /** The line of what is laid over the curves, in the colour of the n-th. */
    static Stroke over(int n, double width) {
        return new Stroke(Ink.series(n), width, List.of(5.0, 5.0));
    }

    /** The line of the n-th curve: its dashes tell it from others where colours do not. */
    static Stroke series(int n, double width) {
        return new Stroke(Ink.series(n), width, SERIES.get(n % SERIES.size()));
    }
}

package overthink.scenarios.chart;

/**
 * A place in a drawing.
 *
 * @param x from the left edge, in points
 * @param y from the top edge, in points
 */
public record Position(double x, double y) {}

package overthink.scenarios.analysis.solve;

/**
 * Places that have one answer.
 *
 * @param from the first
 * @param to the last
 * @param sign of the curve there; 0 where it is 0, or cannot be told from it
 */
public record Span(double from, double to, int sign) {}

package overthink.core.exact;

/**
 * A number with what is known of its error.
 *
 * @param value the number
 * @param error an estimate of |value − truth| that leans to the large side
 */
public record Approximation(double value, double error) {}

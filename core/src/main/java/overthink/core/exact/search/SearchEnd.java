package overthink.core.exact.search;

/**
 * What a search over steps comes to on one problem.
 *
 * @param accuracy chance that the answer is right
 * @param error of it, by arithmetic
 * @param coverage chance that some candidate is right
 * @param right candidates on average
 */
public record SearchEnd(double accuracy, double error, double coverage, double right) {}

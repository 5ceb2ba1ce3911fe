package overthink.scenarios.analysis.question;

/**
 * What a figure or a difference is.
 *
 * @param value the number
 * @param stdError over these problems, paired: what both sides share counts once; 0 when all is exact, {@code NaN} when it
 *     cannot be known
 * @param populationStdError over the population that the problems were drawn from, paired by problem; {@code NaN} when it cannot
 *     be known
 * @param tolerance by how much arithmetic may have moved the number
 */
public record Answer(double value, double stdError, double populationStdError, double tolerance) {}

package overthink.core.law.answer;

/**
 * The k-th of the wrong answers has weight k<sup>−s</sup>.
 *
 * @param answers how many wrong answers there are, at least 1
 * @param exponent s, at least 0 (0 is uniform)
 */
public record Zipf(int answers, double exponent) implements AnswerLaw {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when {@code answers} is below 1 or {@code exponent} is negative or not finite
     */
    public Zipf {
        if (answers < 1) {
            throw new IllegalArgumentException("zipf: answers must be at least 1, not " + answers);
        }
        if (!(exponent >= 0 && exponent < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("zipf: exponent must be at least 0, not " + exponent);
        }
    }
}

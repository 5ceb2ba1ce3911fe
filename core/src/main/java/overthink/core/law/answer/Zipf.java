package overthink.core.law.answer;

import overthink.core.api.RealRange;

/**
 * The k-th of the wrong answers has weight k<sup>−s</sup>.
 *
 * @param answers how many wrong answers there are, in [1, 1e6]
 * @param exponent s, in [0, 100]; 0 is uniform
 */
public record Zipf(int answers, double exponent) implements AnswerLaw {

    /** What s may be: at 100 the second answer is given once in 10³⁰ times. */
    public static final RealRange EXPONENT = new RealRange(0, 100);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when {@code answers} or {@code exponent} is outside its range
     */
    public Zipf {
        ANSWERS.check("zipf: answers", answers);
        EXPONENT.check("zipf: exponent", exponent);
    }
}

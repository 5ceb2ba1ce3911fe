package overthink.core.law.answer;

import overthink.core.api.RealRange;

/**
 * One wrong answer takes a share of the wrong mass; the others divide the rest equally.
 *
 * @param share the attractor's share of the wrong mass, in [0, 1]; 1 when {@code answers} is 1
 * @param answers how many wrong answers there are with the attractor, in [1, 1e6]
 */
public record Attractor(double share, int answers) implements AnswerLaw {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when {@code share} or {@code answers} is outside its range, or there is one answer
     *     with a share below 1
     */
    public Attractor {
        RealRange.PROBABILITY.check("attractor: share", share);
        ANSWERS.check("attractor: answers", answers);
        if (answers == 1 && share != 1) {
            throw new IllegalArgumentException("attractor: with one answer its share must be 1, not " + share);
        }
    }
}

package overthink.core.law.answer;

/**
 * One wrong answer takes a share of the wrong mass; the others divide the rest equally.
 *
 * @param share the attractor's share of the wrong mass, in [0, 1]; 1 when {@code answers} is 1
 * @param answers how many wrong answers there are with the attractor, at least 1
 */
public record Attractor(double share, int answers) implements AnswerLaw {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when {@code share} is outside [0, 1], {@code answers} is below 1, or there is one
     *     answer with a share below 1
     */
    public Attractor {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("attractor: share must be between 0 and 1, not " + share);
        }
        if (answers < 1) {
            throw new IllegalArgumentException("attractor: answers must be at least 1, not " + answers);
        }
        if (answers == 1 && share != 1) {
            throw new IllegalArgumentException("attractor: with one answer its share must be 1, not " + share);
        }
    }
}

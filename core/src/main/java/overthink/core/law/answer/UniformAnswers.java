package overthink.core.law.answer;

/**
 * Wrong answers are equally likely.
 *
 * @param answers how many wrong answers there are, at least 1
 */
public record UniformAnswers(int answers) implements AnswerLaw {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when {@code answers} is below 1
     */
    public UniformAnswers {
        if (answers < 1) {
            throw new IllegalArgumentException("uniform: answers must be at least 1, not " + answers);
        }
    }
}

package overthink.core.law.answer;

/**
 * Wrong answers are equally likely.
 *
 * @param answers how many wrong answers there are, in [1, 1e6]
 */
public record UniformAnswers(int answers) implements AnswerLaw {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when {@code answers} is outside {@link AnswerLaw#ANSWERS}
     */
    public UniformAnswers {
        ANSWERS.check("uniform: answers", answers);
    }
}

package overthink.scenarios.analysis.question;

/**
 * A word of a question.
 *
 * @param text the word
 * @param question that it stands in
 * @param column where it starts, counted from 1
 */
public record Word(String text, String question, int column) {

    /** A refusal of this word. */
    QuestionException refuse(String rule) {
        return new QuestionException(question, column, rule);
    }
}

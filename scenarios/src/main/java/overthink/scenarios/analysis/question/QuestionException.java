package overthink.scenarios.analysis.question;

/** A question cannot be understood; says where and why. */
public final class QuestionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int column;

    /**
     * A refusal.
     *
     * @param text the question
     * @param column counted from 1
     * @param rule what is wrong, with the value and what may stand there
     */
    QuestionException(String text, int column, String rule) {
        super("'%s', column %d: %s".formatted(text, column, rule));
        this.column = column;
    }

    /** Where in the text, counted from 1. */
    public int column() {
        return column;
    }
}

package overthink.core.results;

/**
 * Tokens of the candidate that was committed, over the trials that gave an answer: L = Σ t<sub>i</sub> ÷ Σ a<sub>i</sub>, with
 * t<sub>i</sub> the tokens committed and a<sub>i</sub> the answers given per trial of problem i. Its error is that of the ratio's
 * linear part (delta method): problem i counts as L + (t<sub>i</sub> − L·a<sub>i</sub>) ÷ ā, whose mean is L.
 */
final class AnswerLength {

    private final double length;
    private final double answered;

    /**
     * The ratio of sums, or of means.
     *
     * @param tokens mean of t
     * @param answered mean of a; the length is {@code NaN} where it is 0
     */
    AnswerLength(double tokens, double answered) {
        this.answered = answered;
        length = answered > 0 ? tokens / answered : Double.NaN;
    }

    /** What a problem counts as. */
    double of(double tokens, double answers) {
        return length + deviation(tokens, answers);
    }

    /** By how much so much more of both moves it. */
    double deviation(double tokens, double answers) {
        return (tokens - length * answers) / answered;
    }
}

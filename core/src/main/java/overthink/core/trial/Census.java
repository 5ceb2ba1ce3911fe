package overthink.core.trial;

import overthink.core.api.Session;
import overthink.core.model.AnswerNumbers;
import overthink.core.model.Model;

/**
 * Counts what the candidates of a trial are: how many are right, and how many different answers they give. It looks at what is
 * there and changes nothing: what strategies see is the same with and without it.
 */
final class Census {

    private final Model model;
    private final boolean tellsAnswers;
    private final AnswerNumbers answers = new AnswerNumbers();
    private int seen;
    private long right;

    Census(Model model) {
        this.model = model;
        tellsAnswers = model.tellsAnswers();
    }

    /** Begins a trial. */
    void begin() {
        seen = 0;
        right = 0;
        answers.reset();
    }

    /** Looks at the nodes that were made since. */
    void look() {
        int steps = model.steps();
        for (; seen < model.size(); seen++) {
            if (model.depth(seen) == steps) {
                right += model.worth(seen) == Model.RIGHT ? 1 : 0;
                if (tellsAnswers && model.answered(seen)) {
                    answers.of(model.answerClass(seen));
                }
            }
        }
    }

    /** Candidates that are right. */
    long right() {
        return right;
    }

    /** Different answers; those who give none are not counted. */
    long distinct() {
        return answers.count();
    }

    /** The tokens of a candidate, with those of the steps before its last; none of {@link Session#NONE}. */
    long length(int candidate) {
        if (candidate == Session.NONE) {
            return 0;
        }
        long tokens = model.tokens(candidate);
        int steps = model.steps();
        for (int node = model.parent(candidate);
                node != Session.NONE && model.depth(node) < steps;
                node = model.parent(node)) {
            tokens += model.tokens(node);
        }
        return tokens;
    }
}

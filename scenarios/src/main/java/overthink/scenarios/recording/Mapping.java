package overthink.scenarios.recording;

import java.util.List;
import java.util.Map;

/**
 * What a user says about a file's columns.
 *
 * @param columns by role the columns' names; several for a problem, whose name they make together, and for scores
 * @param conditions all of which a row must meet
 * @param guess whether roles that are not named are looked for among the columns
 * @param missingAnswer what becomes of a candidate without an answer
 * @param missingVerdict what becomes of one of which it is not said whether it is right
 * @param missingScore what becomes of one without a score
 * @param scale what scores are
 * @param steps how scores of steps become the score of a candidate, where none is recorded
 * @param atLeast only problems with at least so many candidates
 */
public record Mapping(
        Map<Role, List<String>> columns,
        List<Condition> conditions,
        boolean guess,
        MissingAnswer missingAnswer,
        MissingVerdict missingVerdict,
        MissingScore missingScore,
        ScoreScale scale,
        StepScores steps,
        int atLeast) {

    /** Everything is guessed. */
    public static final Mapping GUESSED = new Mapping(
            Map.of(),
            List.of(),
            true,
            MissingAnswer.CLASS,
            MissingVerdict.DISCARD,
            MissingScore.LAST,
            ScoreScale.AUTO,
            StepScores.LAST,
            1);

    /** What becomes of a candidate without an answer. */
    public enum MissingAnswer {
        /** It is no candidate. */
        DISCARD,
        /** It costs a candidate and never wins a vote. */
        CLASS,
        /** It is a wrong answer like others, the same for all that gave none. */
        WRONG
    }

    /** What becomes of a candidate of which it is not said whether it is right. */
    public enum MissingVerdict {
        /** It is a mistake of the file. */
        REFUSE,
        /** It is no candidate. */
        DISCARD,
        /** It is wrong. */
        WRONG
    }

    /** What becomes of a candidate without a score. */
    public enum MissingScore {
        /** It is below every other. */
        LAST,
        /** It is no candidate. */
        DISCARD
    }
}

package overthink.core.fit.world;

import overthink.core.fit.answer.AnswerDraw;
import overthink.core.fit.difficulty.FittedDifficulty;

/**
 * One draw of all parameters that a fitted world may have: what is not known of it, in a form that others can use.
 *
 * @param number of the draw, from 0
 * @param difficulty of the problems
 * @param missingA first shape of the law of candidates without an answer; NaN without recorded answers
 * @param missingB its second shape
 * @param discount of how wrong answers agree; NaN without recorded answers
 * @param concentration of how wrong answers agree
 * @param first the verifier's d, or its tpr; NaN without one
 * @param second the spread of d, or its fpr
 */
public record PosteriorRow(
        int number,
        FittedDifficulty difficulty,
        double missingA,
        double missingB,
        double discount,
        double concentration,
        double first,
        double second) {

    static PosteriorRow of(int number, FittedDifficulty difficulty, AnswerDraw answers, double first, double second) {
        return new PosteriorRow(
                number,
                difficulty,
                answers.missingA(),
                answers.missingB(),
                answers.wrong().discount(),
                answers.wrong().concentration(),
                first,
                second);
    }
}

package overthink.core.fit.answer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.law.answer.PitmanYor;

/**
 * A draw of how a recording's problems are answered.
 *
 * @param missingA A of the Beta law of a problem's share of candidates without an answer among those that are not right
 * @param missingB B of it
 * @param wrong how wrong answers agree
 * @param right how right answers agree; empty where every problem has one right answer
 */
public record AnswerDraw(double missingA, double missingB, PitmanYor wrong, Optional<PitmanYor> right) {

    @Nullable
    PitmanYor rightOrNull() {
        return right.orElse(null);
    }
}

package overthink.core.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.BestBudget;
import overthink.core.results.TurnMaker;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.LimitOutcome;

/**
 * What mathematics says of one strategy.
 *
 * @param stage the problems
 * @param halvings of the panels of a law whose nodes the problems are; none of problems that are played
 * @param outcomes by problem and budget; null when rows are found by trials, or are not known yet
 * @param details by problem and budget; none when nobody asks
 * @param limits by problem; none when they are not known
 * @param independent whether candidates are, of which the limits are
 * @param overall the best of all budgets by bin; none when they are not known
 * @param turns where the accuracy turns among all budgets, by bin; none when that is not known
 */
@SuppressWarnings("ArrayRecordComponent")
record Known(
        Stage stage,
        List<Integer> halvings,
        ExpectedOutcome @Nullable [][] outcomes,
        ExpectedDetail[][] details,
        LimitOutcome[] limits,
        boolean independent,
        List<BestBudget.Overall> overall,
        List<TurnMaker.Searched> turns) {

    /** Nothing is known. */
    static Known nothing(Stage stage) {
        return new Known(
                stage, List.of(), null, new ExpectedDetail[0][], new LimitOutcome[0], false, List.of(), List.of());
    }
}

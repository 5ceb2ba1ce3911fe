package overthink.core.estimate;

import java.util.Map;
import java.util.Optional;
import overthink.core.api.Resource;

/**
 * The budget under which one strategy is worth most on the problems of one bin.
 *
 * @param strategy its name
 * @param parameters as given in the scenario
 * @param resource what the budget bounds
 * @param bin {@code all}, or the bin of difficulty
 * @param listed the best of the budgets of the experiment, the least of equals; its utility carries the errors of its row
 * @param overall the best of all budgets; empty when no closed form gives the strategy's numbers at every budget
 */
public record BestBudget(
        String strategy,
        Map<String, Object> parameters,
        Resource resource,
        String bin,
        Listed listed,
        Optional<Overall> overall) {

    /**
     * The best of some budgets.
     *
     * @param budget in the resource's everyday unit
     * @param method by which its row was found
     * @param utility as its row has it
     */
    public record Listed(double budget, Method method, ExpectedUtility utility) {}

    /**
     * The best of all budgets.
     *
     * @param budget infinite when no budget is better than its like without end: utility comes ever closer to a limit that
     *     it does not exceed, or grows still at the largest budget looked at
     * @param utility under it; the limit when it is infinite
     */
    public record Overall(double budget, double utility) {}
}

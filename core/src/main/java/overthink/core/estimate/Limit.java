package overthink.core.estimate;

import java.util.Map;

/**
 * Where one strategy's curve ends on the problems of one bin as the budget grows without end, and how fast it gets there.
 * Both are of the strategy in its world, by whatever method its rows were found.
 *
 * @param strategy its name
 * @param parameters as given in the scenario
 * @param bin {@code all}, or the bin of difficulty
 * @param accuracy the limit of the accuracy over these problems
 * @param coverage the limit of the coverage over these problems
 * @param slope s of the tail, |limit − accuracy| ∝ budget<sup>−s</sup>, measured between the exact values under the two
 *     largest budgets; {@code NaN} when there are not two, those values take long, the curve does not come nearer to
 *     its limit between them, or what is missing is within the error of the arithmetic
 */
public record Limit(
        String strategy, Map<String, Object> parameters, String bin, double accuracy, double coverage, double slope) {}

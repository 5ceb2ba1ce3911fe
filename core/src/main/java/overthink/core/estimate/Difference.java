package overthink.core.estimate;

import java.util.Map;
import overthink.core.api.Resource;

/**
 * By how much one strategy is more accurate than another under one budget on the problems of one bin, paired by problem.
 *
 * @param strategy its name
 * @param parameters as given in the scenario
 * @param reference the other's name
 * @param referenceParameters as given in the scenario
 * @param resource what the budget bounds
 * @param budget the budget in the resource's everyday unit
 * @param bin {@code all}, or the bin of difficulty
 * @param accuracy the difference with its errors; the error over these problems is 0 where both accuracies are exact
 */
public record Difference(
        String strategy,
        Map<String, Object> parameters,
        String reference,
        Map<String, Object> referenceParameters,
        Resource resource,
        double budget,
        String bin,
        PairedDifference accuracy) {}

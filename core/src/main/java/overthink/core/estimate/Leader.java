package overthink.core.estimate;

import java.util.List;
import java.util.Map;
import overthink.core.api.Resource;

/**
 * The most accurate strategy under the largest budget on the problems of one bin, among those that spend of what the budget
 * bounds.
 *
 * @param strategy its name
 * @param parameters as given in the scenario
 * @param resource what the budget bounds
 * @param budget the largest
 * @param bin {@code all}, or the bin of difficulty
 * @param accuracy its accuracy
 * @param rivals the others, in the order of the rows
 */
public record Leader(
        String strategy,
        Map<String, Object> parameters,
        Resource resource,
        double budget,
        String bin,
        double accuracy,
        List<Rival> rivals) {

    /** Copies the list. */
    public Leader {
        rivals = List.copyOf(rivals);
    }

    /**
     * Another strategy.
     *
     * @param strategy its name
     * @param parameters as given in the scenario
     * @param lead by how much it is less accurate, paired by problem; the bound is for all pairs of strategies
     */
    public record Rival(String strategy, Map<String, Object> parameters, PairedTest lead) {}
}

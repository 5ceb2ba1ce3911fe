package overthink.scenarios.results.plan;

import java.util.List;
import overthink.scenarios.analysis.allocation.AllocationRow;
import overthink.scenarios.analysis.plan.Plan;
import overthink.scenarios.analysis.plan.PlanQuestion;
import overthink.scenarios.results.Manifest;

/**
 * A plan and where it comes from.
 *
 * @param manifest of the command
 * @param question what was asked
 * @param plan what to do
 * @param allocation what the choice's budget gives when it is split over the problems; none when that is not asked
 */
public record PlanDocument(Manifest manifest, PlanQuestion question, Plan plan, List<AllocationRow> allocation) {

    /** Copies the list. */
    public PlanDocument {
        allocation = List.copyOf(allocation);
    }
}

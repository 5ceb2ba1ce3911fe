package overthink.scenarios.analysis.sweep;

import java.util.List;
import java.util.Optional;
import overthink.core.results.Results;
import overthink.scenarios.analysis.allocation.AllocationRow;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.document.ScenarioPoint;
import overthink.scenarios.expectation.PointRows;

/**
 * What a run gave at one point.
 *
 * @param point which
 * @param results what it gave; without samples where all of them together would not fit
 * @param evidence the rows that expectations name, with their samples
 * @param shown what was asked for; empty when nothing was, or a strategy was stopped
 * @param allocation how one budget is best spread over the problems; none when that was not asked
 * @param changes how each strategy differs from itself at the first point, under the largest budget
 */
public record PointResult(
        ScenarioPoint point,
        Results results,
        PointRows evidence,
        Optional<Answer> shown,
        List<AllocationRow> allocation,
        List<Change> changes) {

    /** Copies the lists. */
    public PointResult {
        allocation = List.copyOf(allocation);
        changes = List.copyOf(changes);
    }
}

package overthink.core.results;

import java.util.List;
import java.util.Optional;
import overthink.core.estimate.BestBudget;
import overthink.core.estimate.Difference;
import overthink.core.estimate.Leader;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.estimate.TurningPoint;
import overthink.core.fault.Fault;

/**
 * What a run gave.
 *
 * @param rows in the order of the strategies, then bins (all first), then budgets
 * @param samples what the means of each row are made of, in the order of the rows
 * @param faults the strategies that were stopped; they have no rows
 * @param limits where the curves end of those strategies whose limit is known, in the order of the rows
 * @param bestBudgets where strategies are worth most, in the order of the rows; none when nothing says what answers are worth
 * @param differences of the other strategies from the first that has rows, under the largest budget
 * @param turningPoints where the accuracy of each strategy turns, in the order of the rows; none under a single budget that is
 *     all that is known
 * @param leaders the most accurate strategies under the largest budget, by bin
 * @param partial what these are results of, when the run was stopped; empty when it went to its end
 */
public record Results(
        List<Row> rows,
        List<Sample> samples,
        List<Fault> faults,
        List<Limit> limits,
        List<BestBudget> bestBudgets,
        List<Difference> differences,
        List<TurningPoint> turningPoints,
        List<Leader> leaders,
        Optional<Partial> partial) {

    /** Copies the lists. */
    public Results {
        rows = List.copyOf(rows);
        samples = List.copyOf(samples);
        faults = List.copyOf(faults);
        limits = List.copyOf(limits);
        bestBudgets = List.copyOf(bestBudgets);
        differences = List.copyOf(differences);
        turningPoints = List.copyOf(turningPoints);
        leaders = List.copyOf(leaders);
    }

    /** The same with other samples. */
    public Results with(List<Sample> others) {
        return new Results(rows, others, faults, limits, bestBudgets, differences, turningPoints, leaders, partial);
    }
}

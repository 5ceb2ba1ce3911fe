package overthink.scenarios.results;

import java.util.List;
import java.util.Optional;
import overthink.core.estimate.BestBudget;
import overthink.core.estimate.Difference;
import overthink.core.estimate.Leader;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.estimate.TurningPoint;
import overthink.core.estimate.Utility;
import overthink.core.fault.Fault;
import overthink.core.results.Partial;
import overthink.scenarios.analysis.allocation.AllocationRow;
import overthink.scenarios.expectation.Finding;

/**
 * All that one run of one scenario delivers.
 *
 * @param manifest which run
 * @param rows of the strategies that finished
 * @param samples what the means of each row are made of, in the order of the rows; none when that is not known
 * @param faults of those that were stopped
 * @param limits where the curves end of those whose limit is known
 * @param utility what answers are worth and resources cost; empty when nothing says so
 * @param bestBudgets where strategies are worth most; none without a utility
 * @param differences of the other strategies from the first, paired by problem, under the largest budget
 * @param turningPoints where the accuracy of each strategy turns
 * @param leaders the most accurate strategies under the largest budget, by bin
 * @param findings whether the scenario's expectations were met
 * @param remark a sentence on the world that helps to read the rows; may be empty
 * @param partial what these are results of, when the run was stopped; empty when it went to its end
 * @param allocation what splits of one budget over the problems have; none when that is not asked
 */
public record ResultDocument(
        Manifest manifest,
        List<Row> rows,
        List<Sample> samples,
        List<Fault> faults,
        List<Limit> limits,
        Optional<Utility> utility,
        List<BestBudget> bestBudgets,
        List<Difference> differences,
        List<TurningPoint> turningPoints,
        List<Leader> leaders,
        List<Finding> findings,
        String remark,
        Optional<Partial> partial,
        List<AllocationRow> allocation) {

    /** Copies the lists. */
    public ResultDocument {
        rows = List.copyOf(rows);
        samples = List.copyOf(samples);
        faults = List.copyOf(faults);
        limits = List.copyOf(limits);
        bestBudgets = List.copyOf(bestBudgets);
        differences = List.copyOf(differences);
        turningPoints = List.copyOf(turningPoints);
        leaders = List.copyOf(leaders);
        findings = List.copyOf(findings);
        allocation = List.copyOf(allocation);
    }

    /** The same of another run. */
    ResultDocument of(Manifest other) {
        return new ResultDocument(
                other,
                rows,
                samples,
                faults,
                limits,
                utility,
                bestBudgets,
                differences,
                turningPoints,
                leaders,
                findings,
                remark,
                partial,
                allocation);
    }

    /** Results without a utility or differences. */
    public ResultDocument(
            Manifest manifest, List<Row> rows, List<Fault> faults, List<Limit> limits, List<Finding> findings) {
        this(
                manifest,
                rows,
                List.of(),
                faults,
                limits,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                findings,
                "",
                Optional.empty(),
                List.of());
    }
}

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
import overthink.core.results.Results;
import overthink.scenarios.analysis.allocation.AllocationRow;
import overthink.scenarios.expectation.Finding;

/**
 * All that one run of one scenario delivers.
 *
 * @param manifest which run
 * @param results what it gave; its samples are what the means of each row are made of, or none when that is not known
 * @param utility what answers are worth and resources cost; empty when nothing says so
 * @param findings whether the scenario's expectations were met
 * @param remark a sentence on the world that helps to read the rows; may be empty
 * @param allocation what splits of one budget over the problems have; none when that is not asked
 */
public record ResultDocument(
        Manifest manifest,
        Results results,
        Optional<Utility> utility,
        List<Finding> findings,
        String remark,
        List<AllocationRow> allocation) {

    /** Copies the lists. */
    public ResultDocument {
        findings = List.copyOf(findings);
        allocation = List.copyOf(allocation);
    }

    /** Results without a utility or differences. */
    public ResultDocument(
            Manifest manifest, List<Row> rows, List<Fault> faults, List<Limit> limits, List<Finding> findings) {
        this(
                manifest,
                new Results(
                        rows, List.of(), faults, limits, List.of(), List.of(), List.of(), List.of(), Optional.empty()),
                Optional.empty(),
                findings,
                "",
                List.of());
    }

    /** The same of another run. */
    ResultDocument of(Manifest other) {
        return new ResultDocument(other, results, utility, findings, remark, allocation);
    }

    /** The rows of the strategies that finished. */
    public List<Row> rows() {
        return results.rows();
    }

    /** What the means of each row are made of, in the order of the rows; none when that is not known. */
    public List<Sample> samples() {
        return results.samples();
    }

    /** The strategies that were stopped. */
    public List<Fault> faults() {
        return results.faults();
    }

    /** Where the curves end of those whose limit is known. */
    public List<Limit> limits() {
        return results.limits();
    }

    /** Where strategies are worth most; none without a utility. */
    public List<BestBudget> bestBudgets() {
        return results.bestBudgets();
    }

    /** Differences of the other strategies from the first, paired by problem, under the largest budget. */
    public List<Difference> differences() {
        return results.differences();
    }

    /** Where the accuracy of each strategy turns. */
    public List<TurningPoint> turningPoints() {
        return results.turningPoints();
    }

    /** The most accurate strategies under the largest budget, by bin. */
    public List<Leader> leaders() {
        return results.leaders();
    }

    /** What these are results of, when the run was stopped; empty when it went to its end. */
    public Optional<Partial> partial() {
        return results.partial();
    }
}

package overthink.scenarios.results;

import java.util.List;
import overthink.core.engine.Fault;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Row;
import overthink.scenarios.expectation.Finding;

/**
 * All that one run of one scenario delivers.
 *
 * @param manifest which run
 * @param rows of the strategies that finished
 * @param faults of those that were stopped
 * @param limits where the curves end of those whose limit is known
 * @param findings whether the scenario's expectations were met
 */
public record ResultDocument(
        Manifest manifest, List<Row> rows, List<Fault> faults, List<Limit> limits, List<Finding> findings) {

    /** Copies the lists. */
    public ResultDocument {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
        limits = List.copyOf(limits);
        findings = List.copyOf(findings);
    }
}

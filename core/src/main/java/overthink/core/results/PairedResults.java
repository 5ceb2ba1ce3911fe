package overthink.core.results;

import java.util.List;
import java.util.Optional;
import overthink.core.estimate.Agreement;
import overthink.core.estimate.Cost;
import overthink.core.estimate.PairedTrials;
import overthink.core.fault.Fault;

/**
 * What two strategies came to on the same trials.
 *
 * @param trials by problem; empty when a strategy was stopped, or the run was
 * @param agreement how often both were right, one, or none; empty where answers are graded rather than right or wrong
 * @param first what a trial of the first strategy spends on average
 * @param second what a trial of the second spends
 * @param both what a trial spends in which both choose from the same candidates, paid once: in every trial the larger of what
 *     either strategy spent, resource by resource. Seconds and rounds, which nobody adds up so, are 0.
 * @param faults the strategies that were stopped
 */
public record PairedResults(
        Optional<PairedTrials> trials,
        Optional<Agreement> agreement,
        Cost first,
        Cost second,
        Cost both,
        List<Fault> faults) {

    /** Copies the list. */
    public PairedResults {
        faults = List.copyOf(faults);
    }
}

package overthink.scenarios.recording;

import java.util.List;
import java.util.Optional;
import overthink.core.world.Recording;

/**
 * What a file holds.
 *
 * @param format of the file, in a few words
 * @param columns which mean what
 * @param recording its candidates; empty where a row counts those of a problem
 * @param counts of successes, where a row counts them
 * @param tally what was met while reading
 * @param digest of all that was read
 */
public record Recorded(
        String format,
        Columns columns,
        Optional<Recording> recording,
        Optional<RecordedCounts> counts,
        Tally tally,
        String digest) {

    /**
     * What was met while reading a file.
     *
     * @param rows of the file
     * @param candidates of those rows that met the conditions
     * @param discarded for want of an answer, a verdict or a score, or because their problem has too few
     * @param missingAnswers candidates without an answer
     * @param missingVerdicts candidates of which it is not said whether they are right
     * @param missingScores by score, candidates without it
     * @param cut candidates whose generation was cut off; −1 when it is not recorded how they ended
     * @param twice rows that were left out because they stand there twice, number of the sample included
     * @param alike rows that repeat another in every column, where samples have no numbers
     * @param disputed answers that are right in one row and wrong in another of the same problem
     * @param lossOfLast how many candidates fewer the last problem of the file has than each of the others; 0 when that says nothing
     * @param remarks further sentences
     */
    public record Tally(
            long rows,
            long candidates,
            long discarded,
            long missingAnswers,
            long missingVerdicts,
            List<Long> missingScores,
            long cut,
            long twice,
            long alike,
            long disputed,
            long lossOfLast,
            List<String> remarks) {}
}

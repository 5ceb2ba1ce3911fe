package overthink.scenarios.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import overthink.core.experiment.Experiment;
import overthink.scenarios.analysis.allocation.AllocationQuestion;
import overthink.scenarios.expectation.Expectation;
import overthink.scenarios.expectation.LiteratureClaim;

/**
 * A scenario as read from its file.
 *
 * @param name in results
 * @param seed of all randomness
 * @param experiment what to run
 * @param sweep at which points it is run; empty when it is run as it is alone
 * @param expectations of the rows
 * @param allocation how one budget is to be spread over the problems; empty when that is not asked
 * @param claim of the literature that it looks at; empty when there is none
 * @param digest the first 16 hexadecimal digits of the SHA-256 of {@link ScenarioReader#explain the explanation} without
 *     the remarks on verifiers: the same for the same meaning, whatever the comments, the spacing, or what is left to defaults
 * @param file that it was read from
 * @param text of a file that means the same wherever it is kept: overrides folded in, every default filled in, the files that
 *     it names by their full paths
 */
public record Scenario(
        String name,
        long seed,
        Experiment experiment,
        Optional<Sweep> sweep,
        List<Expectation> expectations,
        Optional<AllocationQuestion> allocation,
        Optional<LiteratureClaim> claim,
        String digest,
        Path file,
        String text) {

    /** Copies the list. */
    public Scenario {
        expectations = List.copyOf(expectations);
    }
}

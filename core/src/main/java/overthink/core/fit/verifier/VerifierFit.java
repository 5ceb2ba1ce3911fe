package overthink.core.fit.verifier;

import java.util.List;
import overthink.core.world.Recording;

/** The verifier of a world that is fitted to recorded scores: {@link GradedFit} of scores, {@link VerdictFit} of verdicts. */
public sealed interface VerifierFit permits GradedFit, VerdictFit {

    /**
     * Fits a verifier to a recording's scores: to the first call's how they order, to all calls' how far they agree.
     *
     * @param seed of the draws that fits are compared by
     * @throws IllegalArgumentException when no scores were recorded
     */
    static VerifierFit of(Recording recording, long seed) {
        if (recording.calls() == 0) {
            throw new IllegalArgumentException(
                    "no scores were recorded, so that no verifier can be fitted. Record a score"
                            + " for each candidate, or declare a verifier.");
        }
        return recording.hasVerdicts() ? new VerdictFit(recording) : new GradedFit(recording, seed);
    }

    /** How the scores order right and wrong. */
    ScoreProfile profile();

    /** What a reader must know of the fit. Sentences; mostly few. */
    List<String> statements();
}

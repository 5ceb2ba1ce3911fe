package overthink.core.fit.curve;

import java.util.Optional;
import overthink.core.world.Recording;

/** What is asked of k candidates of a problem. */
public enum Rule {
    /** Whether some of them is right: pass@k. */
    COVERAGE("coverage"),
    /** Whether all of them are right: pass^k. */
    ALL_RIGHT("all-right"),
    /** Whether the one of the greatest score is right; equals share. */
    BEST_OF_N("best-of-n"),
    /** Whether the answer given most often is right; equals share, and a candidate without an answer has no vote. */
    MAJORITY_VOTE("majority-vote"),
    /** As {@link #MAJORITY_VOTE}, a vote having the weight of its candidate's score as a probability. */
    WEIGHTED_VOTE("weighted-vote"),
    /** Whether the first accepted one is right, or the last one where none is accepted. */
    FIRST_ACCEPTED("first-accepted");

    private final String label;

    Rule(String label) {
        this.label = label;
    }

    /** The name in commands and results; that of the strategy, where it is one. */
    public String label() {
        return label;
    }

    /** Whether votes are counted. */
    boolean votes() {
        return this == MAJORITY_VOTE || this == WEIGHTED_VOTE;
    }

    /** What a recording would need to have for this, and has not; empty when it can be replayed. */
    public Optional<String> lack(Recording recording) {
        if (votes() && !recording.hasAnswers()) {
            return Optional.of("final answers, which were not recorded");
        }
        if ((this == WEIGHTED_VOTE || this == BEST_OF_N || this == FIRST_ACCEPTED) && recording.calls() == 0) {
            return Optional.of("a verifier's scores, which were not recorded");
        }
        if (this == FIRST_ACCEPTED && !recording.hasVerdicts()) {
            return Optional.of("verdicts, and the scores recorded are not of two values");
        }
        return Optional.empty();
    }
}

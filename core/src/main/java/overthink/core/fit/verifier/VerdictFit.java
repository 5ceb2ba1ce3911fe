package overthink.core.fit.verifier;

import java.util.ArrayList;
import java.util.List;
import overthink.core.world.Recording;

/**
 * The Boolean verifier of a fitted world: at which rates it accepts right and wrong candidates, how these rates differ from
 * problem to problem, and whose its errors are. Rates are those of the first call. Immutable.
 */
public final class VerdictFit implements VerifierFit {

    private final ScoreProfile profile;
    private final RateLaw right;
    private final RateLaw wrong;
    private final VerdictShares rightShares;
    private final VerdictShares wrongShares;
    private final List<String> statements = new ArrayList<>();

    VerdictFit(Recording recording) {
        profile = ScoreProfile.of(recording, 0);
        right = rate(recording, true);
        wrong = rate(recording, false);
        rightShares = VerdictShares.of(recording, true);
        wrongShares = VerdictShares.of(recording, false);
        if (!right.mean().isKnown()) {
            statements.add("No candidate is right: nothing is known of how often right ones are accepted.");
        }
        if (!wrong.mean().isKnown()) {
            statements.add("No candidate is wrong: nothing is known of how often wrong ones are accepted.");
        }
        if (!recording.hasAnswers()) {
            statements.add(
                    "Answers were not recorded: what candidates of one answer share is taken for the candidate's own.");
        }
    }

    private static RateLaw rate(Recording recording, boolean ofRight) {
        int[] trials = new int[recording.size()];
        int[] accepted = new int[recording.size()];
        for (int problem = 0; problem < trials.length; problem++) {
            for (int i = 0; i < recording.candidates(problem); i++) {
                if (recording.correct(problem, i) == ofRight) {
                    trials[problem]++;
                    accepted[problem] += recording.score(0, problem, i) > 0 ? 1 : 0;
                }
            }
        }
        return RateLaw.of(trials, accepted);
    }

    @Override
    public ScoreProfile profile() {
        return profile;
    }

    /** At which rate right candidates are accepted (TPR). */
    public RateLaw right() {
        return right;
    }

    /** At which rate wrong candidates are accepted (FPR). */
    public RateLaw wrong() {
        return wrong;
    }

    /** Whose the noise of right candidates' verdicts is. */
    public VerdictShares rightShares() {
        return rightShares;
    }

    /** Whose the noise of wrong candidates' verdicts is. */
    public VerdictShares wrongShares() {
        return wrongShares;
    }

    @Override
    public List<String> statements() {
        return List.copyOf(statements);
    }
}

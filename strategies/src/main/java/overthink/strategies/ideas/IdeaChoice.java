package overthink.strategies.ideas;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.strategies.voting.Recount;

/**
 * Which candidate answers, as they come in by the handful: the one of the highest outcome score, the first of equals, or the
 * answer that most give, of equals the one seen first. The first candidate answers until a choice is made.
 */
final class IdeaChoice {

    /** By what. */
    enum By {
        /** The highest outcome score. */
        BEST,
        /** The answer given most often. */
        VOTE;

        static ParameterSpec parameter() {
            return ParameterSpec.choice(
                    "select", List.of("best", "vote"), "what answers: the highest outcome score, or the most frequent answer");
        }

        static By of(Parameters parameters) {
            return valueOf(parameters.choice("select").toUpperCase(Locale.ROOT));
        }

        /** What it needs of a world. */
        Capability needs() {
            return this == BEST ? Capability.OUTCOME_VERIFIER : Capability.ANSWERS;
        }
    }

    private final By by;
    private final Recount recount = new Recount();
    private double[] scores = new double[64];
    private int looked;
    private int best;
    private double bestScore;

    IdeaChoice(By by) {
        this.by = by;
    }

    /** Begins a trial. */
    void begin() {
        recount.clear();
        looked = 0;
        best = Session.NONE;
        bestScore = Double.NEGATIVE_INFINITY;
    }

    /** How many candidates the budget pays for, with what is asked of each. */
    long most(Session session) {
        return Math.max(1, by == By.BEST ? session.solutions(0, 1) : session.limit(Resource.GENERATIONS));
    }

    /** Looks at the candidates that it has not looked at, and commits to the one chosen of all. */
    void look(Session session) {
        int size = session.size();
        if (looked == size) {
            return;
        }
        if (best == Session.NONE) {
            best = 0;
            session.commit(best);
        }
        if (by == By.BEST) {
            score(session, size);
        } else {
            for (int candidate = looked; candidate < size; candidate++) {
                recount.add(session, candidate);
            }
            best = recount.winner() == Session.NONE ? 0 : recount.winner();
        }
        looked = size;
        session.commit(best);
    }

    private void score(Session session, int size) {
        if (scores.length < size - looked) {
            scores = Arrays.copyOf(scores, 2 * (size - looked));
        }
        session.verify(looked, size, scores);
        for (int i = 0; i < size - looked; i++) {
            if (scores[i] > bestScore) {
                bestScore = scores[i];
                best = looked + i;
            }
        }
    }
}

package overthink.strategies.voting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;

/**
 * Which candidate answers, as they come in by the handful: the one of the highest outcome score, the first of equals, or the
 * answer that most give, of equals the one seen first. The first candidate answers until a choice is made.
 */
public final class CandidateChoice {

    /** By what. */
    public enum By {
        /** The highest outcome score. */
        BEST,
        /** The answer given most often. */
        VOTE;

        /** The parameter of this choice, {@code select}. */
        public static ParameterSpec parameter() {
            return ParameterSpec.choice(
                    "select",
                    List.of("best", "vote"),
                    "what answers: the highest outcome score, or the most frequent answer");
        }

        /** What the parameter says. */
        public static By of(Parameters parameters) {
            return valueOf(parameters.choice("select").toUpperCase(Locale.ROOT));
        }

        /** What it needs of a world. */
        public Capability needs() {
            return this == BEST ? Capability.OUTCOME_VERIFIER : Capability.ANSWERS;
        }
    }

    private final By by;
    private final Recount recount = new Recount();
    private double[] scores = new double[64];
    private int looked;
    private int best;
    private double bestScore;

    /** Makes it. */
    public CandidateChoice(By by) {
        this.by = by;
    }

    /** Begins a trial. */
    public void begin() {
        recount.clear();
        looked = 0;
        best = Session.NONE;
        bestScore = Double.NEGATIVE_INFINITY;
    }

    /** How many candidates the budget pays for, with what is asked of each. */
    public long most(Session session) {
        return Math.max(1, by == By.BEST ? session.solutions(0, 1) : session.limit(Resource.GENERATIONS));
    }

    /** The candidate chosen, {@link Session#NONE} before the first. */
    public int chosen() {
        return best;
    }

    /** Its score, as far as scores choose and one was paid for; else −∞. */
    public double score() {
        return bestScore;
    }

    /**
     * Looks at the candidates that it has not looked at, and commits to the one chosen of all.
     *
     * @return false when the budget does not pay for the score of one of them
     */
    public boolean look(Session session) {
        int size = session.size();
        if (looked == size) {
            return true;
        }
        if (best == Session.NONE) {
            best = 0;
            session.commit(best);
        }
        boolean paid = by != By.BEST || score(session, size);
        for (int candidate = looked; by == By.VOTE && candidate < size; candidate++) {
            recount.add(session, candidate);
            best = recount.winner() == Session.NONE ? 0 : recount.winner();
        }
        looked = size;
        session.commit(best);
        return paid;
    }

    private boolean score(Session session, int size) {
        int count = size - looked;
        if (scores.length < count) {
            scores = Arrays.copyOf(scores, 2 * count);
        }
        session.verify(looked, size, scores);
        for (int i = 0; i < count; i++) {
            if (scores[i] > bestScore) {
                bestScore = scores[i];
                best = looked + i;
            }
        }
        return !Double.isNaN(scores[count - 1]);
    }
}

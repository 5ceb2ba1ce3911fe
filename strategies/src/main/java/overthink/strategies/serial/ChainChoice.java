package overthink.strategies.serial;

import java.util.List;
import java.util.Locale;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Session;
import overthink.strategies.voting.Ballot;

/**
 * Which candidate of a chain is the answer, as they come in: the last; the answer that most of them give, of equals the one seen
 * first; or the one of the highest outcome score, the first of equals.
 */
final class ChainChoice {

    /** By what. */
    enum By {
        /** The last. */
        LAST,
        /** The answer given most often. */
        VOTE,
        /** The highest outcome score. */
        BEST;

        /** The parameter of this name. */
        static ParameterSpec parameter(String name, String description) {
            return ParameterSpec.choice(name, List.of("last", "vote", "best"), description);
        }

        static By of(Parameters parameters, String name) {
            return valueOf(parameters.choice(name).toUpperCase(Locale.ROOT));
        }
    }

    private final By by;
    private final Ballot ballot = new Ballot();
    private int chosen = Session.NONE;
    private double score;

    ChainChoice(By by) {
        this.by = by;
    }

    /** Begins a chain. */
    void begin() {
        ballot.clear();
        chosen = Session.NONE;
        score = Double.NEGATIVE_INFINITY;
    }

    /**
     * Looks at a candidate more.
     *
     * @return false when the budget does not pay for its score; the first candidate is then the answer all the same
     */
    boolean add(Session session, int candidate) {
        switch (by) {
            case LAST -> chosen = candidate;
            case VOTE -> {
                int answer = session.answer(candidate);
                if (session.answered(candidate)) {
                    ballot.add(answer, candidate);
                } else {
                    ballot.addBlank(answer, candidate);
                }
                chosen = ballot.leadingCandidate() == Session.NONE ? candidate : ballot.leadingCandidate();
            }
            case BEST -> {
                if (chosen == Session.NONE) {
                    chosen = candidate;
                    session.commit(candidate);
                }
                double its = session.verify(candidate);
                if (its > score) {
                    score = its;
                    chosen = candidate;
                }
                return !Double.isNaN(its);
            }
        }
        return true;
    }

    /** The candidate chosen, {@link Session#NONE} before the first. */
    int chosen() {
        return chosen;
    }
}

package overthink.strategies.selection;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * Draws one candidate after the other, a verdict on each, until one is accepted (Stroebl et al. 2024, the limit that an
 * imperfect verifier sets). A candidate whose verdict cannot be paid for counts as rejected.
 */
public final class FirstAccepted implements Strategy {

    /** What is answered when none is accepted. */
    enum Fallback {
        /** The candidate drawn last. */
        LAST,
        /** Nothing. */
        ABSTAIN
    }

    private final int cap;
    private final Fallback fallback;

    /**
     * Makes it.
     *
     * @param cap the most candidates drawn; 0 for all that the budget pays
     */
    FirstAccepted(int cap, Fallback fallback) {
        this.cap = cap;
        this.fallback = fallback;
    }

    @Override
    public void run(Session session) {
        for (int drawn = 0; cap == 0 || drawn < cap; drawn++) {
            int candidate = session.generate();
            if (candidate == Session.NONE) {
                return;
            }
            if (fallback == Fallback.LAST) {
                session.commit(candidate);
            }
            double score = session.verify(candidate);
            if (score > 0) {
                session.commit(candidate);
                return;
            }
            if (Double.isNaN(score)) {
                return;
            }
        }
    }
}

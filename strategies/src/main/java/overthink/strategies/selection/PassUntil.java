package overthink.strategies.selection;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * Draws one candidate after the other, a verdict on each, until r are accepted, and answers with the first of them. K
 * candidates were drawn then, which follows a negative binomial law with r and the chance a that one is accepted: K estimates
 * a however small it is, with a relative error that r alone sets (Hu et al. 2024, "Predicting Emergent Abilities with Infinite
 * Resolution Evaluation", PassUntil; Haldane 1945 for the estimate without bias). A candidate whose verdict cannot be paid for
 * counts as rejected.
 */
final class PassUntil implements Strategy {

    private final int accepted;
    private final int cap;
    private final boolean abstains;

    /**
     * Makes it.
     *
     * @param accepted r, at least 1
     * @param cap the most candidates drawn; 0 for all that the budget pays
     * @param abstains whether nothing is answered when none is accepted; else the candidate drawn last is
     */
    PassUntil(int accepted, int cap, boolean abstains) {
        this.accepted = accepted;
        this.cap = cap;
        this.abstains = abstains;
    }

    @Override
    public void run(Session session) {
        int passed = 0;
        for (int drawn = 0; passed < accepted && (cap == 0 || drawn < cap); drawn++) {
            int candidate = session.generate();
            if (candidate == Session.NONE) {
                return;
            }
            if (passed == 0 && !abstains) {
                session.commit(candidate);
            }
            double score = session.verify(candidate);
            if (Double.isNaN(score)) {
                return;
            }
            if (score > 0) {
                if (passed == 0) {
                    session.commit(candidate);
                }
                passed++;
            }
        }
    }
}

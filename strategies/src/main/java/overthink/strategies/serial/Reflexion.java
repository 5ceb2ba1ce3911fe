package overthink.strategies.serial;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * A candidate is tested; rejected, it is revised by a policy that is told so, until one is accepted (Shinn et al. 2023, Reflexion,
 * with tests of the policy's own). The last answers. A candidate whose verdict cannot be paid for counts as rejected and ends it.
 */
public final class Reflexion implements Strategy {

    private final boolean tell;
    private final int most;

    /**
     * Makes it.
     *
     * @param tell whether the policy is told of the verdict
     * @param most candidates; 0 for all that the budget pays
     */
    Reflexion(boolean tell, int most) {
        this.tell = tell;
        this.most = most;
    }

    @Override
    public void run(Session session) {
        int last = session.generate();
        for (int made = 1; last != Session.NONE; made++) {
            session.commit(last);
            double verdict = session.verify(last);
            if (verdict > 0 || Double.isNaN(verdict) || made == most) {
                return;
            }
            last = session.revise(last, tell);
        }
    }
}

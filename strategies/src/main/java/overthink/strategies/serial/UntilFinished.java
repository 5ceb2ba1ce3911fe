package overthink.strategies.serial;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * One chain that goes on until the policy itself considers it done; its last candidate answers. Told to wait, the policy goes on
 * after it is done, so many times (Muennighoff et al. 2025, budget forcing).
 */
public final class UntilFinished implements Strategy {

    private final int most;
    private final int waits;

    /**
     * Makes it.
     *
     * @param most candidates; 0 for all that the budget pays
     * @param waits how many times a policy that is done is told to go on; {@link Integer#MAX_VALUE} for always
     */
    UntilFinished(int most, int waits) {
        this.most = most;
        this.waits = waits;
    }

    @Override
    public void run(Session session) {
        int waited = 0;
        int last = session.generate();
        for (int made = 1; last != Session.NONE; made++) {
            session.commit(last);
            if (made == most) {
                return;
            }
            if (waits < Integer.MAX_VALUE && session.finished(last) && waited++ == waits) {
                return;
            }
            last = session.revise(last);
        }
    }
}

package overthink.strategies.serial;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/** One chain: a candidate, its revision, the revision of that, and so on; the last, the most frequent or the best answers. */
public final class Revise implements Strategy {

    private final ChainChoice choice;
    private final boolean tell;
    private final int most;

    /**
     * Makes it.
     *
     * @param tell whether the policy is told, before each revision, that the candidate is wrong
     * @param most candidates; 0 for all that the budget pays
     */
    Revise(ChainChoice.By by, boolean tell, int most) {
        choice = new ChainChoice(by);
        this.tell = tell;
        this.most = most;
    }

    @Override
    public void run(Session session) {
        choice.begin();
        int committed = Session.NONE;
        int last = session.generate();
        for (int made = 1; last != Session.NONE; made++) {
            boolean paid = choice.add(session, last);
            if (choice.chosen() != committed) {
                committed = choice.chosen();
                session.commit(committed);
            }
            if (!paid || made == most) {
                return;
            }
            last = session.revise(last, tell);
        }
    }
}

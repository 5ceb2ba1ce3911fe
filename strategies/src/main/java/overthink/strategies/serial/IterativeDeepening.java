package overthink.strategies.serial;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * One chain whose policy is made to correct itself at growing intervals (Chen et al. 2025, iterative deepening sampling): the
 * i-th trigger, i from 0, comes ⌈b·γ<sup>i</sup>⌉ candidates after the one before, and tells that the candidate is wrong;
 * between triggers the chain goes on untold.
 */
public final class IterativeDeepening implements Strategy {

    private final ChainChoice choice;
    private final double first;
    private final double growth;
    private final int most;

    /**
     * Makes it.
     *
     * @param first b, at least 1
     * @param growth γ, at least 1
     * @param most candidates; 0 for all that the budget pays
     */
    IterativeDeepening(ChainChoice.By by, double first, double growth, int most) {
        choice = new ChainChoice(by);
        this.first = first;
        this.growth = growth;
        this.most = most;
    }

    @Override
    public void run(Session session) {
        choice.begin();
        int committed = Session.NONE;
        double interval = first;
        double trigger = Math.ceil(interval);
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
            boolean triggered = made == trigger;
            if (triggered) {
                interval *= growth;
                trigger += Math.ceil(interval);
            }
            last = session.revise(last, triggered);
        }
    }
}

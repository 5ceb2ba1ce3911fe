package overthink.strategies.adaptive;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * Majority vote that stops when the votes so far decide it (Aggarwal et al. 2023, "Let's Sample Step by Step"). Candidates
 * come in batches, each a round; the rule is asked after each.
 */
public final class AdaptiveConsistency implements Strategy {

    private final StoppingRule rule;
    private final int most;
    private final int batch;
    private final boolean doubling;
    private final Poll poll = new Poll();

    /**
     * Makes it.
     *
     * @param most candidates; 0 for all that the budget pays
     * @param batch candidates of the first round
     * @param doubling whether each later round draws as many as there are; else it draws {@code batch}
     */
    AdaptiveConsistency(StoppingRule rule, int most, int batch, boolean doubling) {
        this.rule = rule;
        this.most = most == 0 ? Integer.MAX_VALUE : most;
        this.batch = batch;
        this.doubling = doubling;
    }

    @Override
    public void run(Session session) {
        poll.clear();
        for (int drawn = 0; drawn < most; drawn = poll.ballot().total()) {
            int wanted = doubling && drawn > 0 ? drawn : batch;
            if (!poll.ask(session, Math.min(wanted, most - drawn)) || rule.stops(poll.ballot())) {
                return;
            }
        }
    }
}

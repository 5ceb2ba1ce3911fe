package overthink.strategies.policies;

import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.voting.Recount;

/** The answer that most candidates of several policies give, which generate equally many; of equals the one seen first. */
public final class EnsembleVote implements Strategy {

    private final Shares shares;
    private final Recount recount = new Recount();

    EnsembleVote(AskedPolicies roster, int samples) {
        shares = new Shares(roster, samples, 0);
    }

    @Override
    public void run(Session session) {
        shares.begin(session);
        int drawn = shares.generate(session);
        if (drawn == 0) {
            AskedPolicies.answerUnrouted(session);
            return;
        }
        session.commit(0);
        recount.clear();
        for (int candidate = 0; candidate < drawn; candidate++) {
            recount.add(session, candidate);
        }
        if (recount.winner() != Session.NONE) {
            session.commit(recount.winner());
        }
    }
}

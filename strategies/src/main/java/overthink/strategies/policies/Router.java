package overthink.strategies.policies;

import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.voting.Recount;

/**
 * The policy that works on a problem is chosen by the signal of its difficulty, before anything is generated: the first where the
 * problem seems easiest, the last where it seems hardest.
 *
 * <p>Where the budget pays for one candidate and may not pay for a look as well, or not for a candidate of the policy chosen, the
 * first of them answers.
 */
public final class Router implements Strategy {

    private final AskedPolicies roster;
    private final double threshold;
    private final double spacing;
    private final int samples;
    private final Recount recount = new Recount();

    /**
     * Makes it.
     *
     * @param threshold from which signal on the first is asked
     * @param spacing by how much it is lower for each of the others
     * @param samples candidates of which a vote is taken; 0 for all that the budget pays
     */
    Router(AskedPolicies roster, double threshold, double spacing, int samples) {
        this.roster = roster;
        this.threshold = threshold;
        this.spacing = spacing;
        this.samples = samples == 0 ? Integer.MAX_VALUE : samples;
    }

    @Override
    public void run(Session session) {
        roster.begin(session);
        double signal = looks(session) ? session.signal() : Double.NaN;
        int chosen = Double.isNaN(signal) ? 0 : chosen(signal);
        if (!answers(session, roster.of(session, chosen)) && !answers(session, roster.of(session, 0))) {
            AskedPolicies.answerUnrouted(session);
        }
    }

    /**
     * Whether the budget pays for a look beside a candidate: where it counts steps a look costs nothing of it, else it must pay for
     * two candidates, and two rounds.
     */
    private static boolean looks(Session session) {
        return session.limit(Resource.STEPS) != Long.MAX_VALUE
                || (session.limit(Resource.GENERATIONS) > 1 && session.limit(Resource.ROUNDS) > 1);
    }

    private int chosen(double signal) {
        int chosen = 0;
        double from = threshold;
        while (chosen < roster.size() - 1 && signal < from) {
            chosen++;
            from -= spacing;
        }
        return chosen;
    }

    /** Whether a policy's candidates, as many as are paid, answer. */
    private boolean answers(Session session, Session policy) {
        int owed = samples;
        recount.clear();
        while (owed > 0) {
            int some = policy.generate(owed);
            if (some == 0) {
                break;
            }
            if (session.size() == some) {
                session.commit(0);
            }
            if (samples > 1) {
                count(session, session.size() - some);
            }
            owed -= some;
        }
        return session.size() > 0;
    }

    private void count(Session session, int from) {
        for (int candidate = from; candidate < session.size(); candidate++) {
            recount.add(session, candidate);
        }
        if (recount.winner() != Session.NONE) {
            session.commit(recount.winner());
        }
    }
}

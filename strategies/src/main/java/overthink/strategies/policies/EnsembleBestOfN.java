package overthink.strategies.policies;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/** The candidate of the highest outcome score among those of several policies, which generate equally many; the first of equals. */
public final class EnsembleBestOfN implements Strategy {

    private final Shares shares;
    private double[] scores = new double[1024];

    EnsembleBestOfN(AskedPolicies roster, int samples) {
        shares = new Shares(roster, samples, 1);
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
        if (scores.length < drawn) {
            scores = new double[2 * drawn];
        }
        session.verify(0, drawn, scores);
        int best = 0;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < drawn; candidate++) {
            if (scores[candidate] > bestScore) {
                bestScore = scores[candidate];
                best = candidate;
            }
        }
        session.commit(best);
    }
}

package overthink.strategies.policies;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/** The candidate of the highest outcome score among those of several policies, which generate equally many; the first of equals. */
public final class EnsembleBestOfN implements Strategy {

    private final Shares shares;
    private final double[] scores = new double[1024];

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
        int best = 0;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int from = 0; from < drawn; from += scores.length) {
            int count = Math.min(drawn - from, scores.length);
            session.verify(from, from + count, scores);
            for (int i = 0; i < count; i++) {
                if (scores[i] > bestScore) {
                    bestScore = scores[i];
                    best = from + i;
                }
            }
        }
        session.commit(best);
    }
}

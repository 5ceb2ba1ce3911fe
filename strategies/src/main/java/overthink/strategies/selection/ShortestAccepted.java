package overthink.strategies.selection;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * Of the candidates that a Boolean verifier accepts the one of fewest tokens, the first of equals: rejection sampling of short
 * solutions (Kimi Team 2025, "Kimi k1.5: Scaling Reinforcement Learning with LLMs", long2short).
 *
 * <p>Until one is accepted the first candidate is the answer, or none is; when a verdict cannot be paid for, it ends.
 */
final class ShortestAccepted implements Strategy {

    private final boolean abstains;
    private final double[] scores = new double[4096];

    /**
     * Makes it.
     *
     * @param abstains whether nothing is answered when none is accepted; else the first candidate is
     */
    ShortestAccepted(boolean abstains) {
        this.abstains = abstains;
    }

    @Override
    public void run(Session session) {
        int shortest = Session.NONE;
        int least = Integer.MAX_VALUE;
        boolean paid = true;
        while (paid) {
            int drawn = session.generate(Integer.MAX_VALUE, 1);
            if (drawn == 0) {
                return;
            }
            int end = session.size();
            if (end == drawn && !abstains) {
                session.commit(0);
            }
            int committed = shortest;
            for (int from = end - drawn; from < end && paid; from += scores.length) {
                int count = Math.min(end - from, scores.length);
                session.verify(from, from + count, scores);
                for (int i = 0; i < count; i++) {
                    if (scores[i] > 0) {
                        int length = session.tokens(from + i);
                        if (shortest == Session.NONE || length < least) {
                            least = length;
                            shortest = from + i;
                        }
                    }
                }
                paid = !Double.isNaN(scores[count - 1]);
            }
            if (shortest != committed) {
                session.commit(shortest);
            }
        }
    }
}

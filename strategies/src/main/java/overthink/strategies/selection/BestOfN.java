package overthink.strategies.selection;

import overthink.core.api.Law;
import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * The candidate with the highest score, the first of equals.
 *
 * <p>The first candidate is the answer until a score is paid for; when one cannot be paid for, it ends.
 */
public final class BestOfN implements Strategy {

    private final CandidateScores source;
    private final double[] scores = new double[4096];

    BestOfN(Law.Score aggregation) {
        source = new CandidateScores(aggregation);
    }

    @Override
    public void run(Session session) {
        int best = Session.NONE;
        double bestScore = Double.NEGATIVE_INFINITY;
        boolean paid = true;
        while (paid) {
            int drawn = source.draw(session, Integer.MAX_VALUE);
            if (drawn == 0) {
                return;
            }
            int end = session.size();
            int committed = best;
            if (committed == Session.NONE) {
                best = committed = end - drawn;
                session.commit(committed);
            }
            for (int from = end - drawn; from < end && paid; from += scores.length) {
                int count = Math.min(end - from, scores.length);
                source.ask(session, from, from + count, scores);
                for (int i = 0; i < count; i++) {
                    if (scores[i] > bestScore) {
                        bestScore = scores[i];
                        best = from + i;
                    }
                }
                paid = !Double.isNaN(scores[count - 1]);
            }
            if (best != committed) {
                session.commit(best);
            }
        }
    }
}

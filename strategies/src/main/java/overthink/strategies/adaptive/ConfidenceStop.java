package overthink.strategies.adaptive;

import java.util.Arrays;
import overthink.core.api.Law;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.selection.CandidateScores;

/**
 * Best-of-N that stops when the best score reaches a threshold. Candidates come in batches, each a round; the best is
 * looked at after each.
 *
 * <p>The first candidate is the answer until a score is paid for; when one cannot be paid for, it ends.
 */
public final class ConfidenceStop implements Strategy {

    private final double enough;
    private final int batch;
    private final int most;
    private final CandidateScores source;
    private double[] scores = new double[16];
    private int best;
    private double bestScore;

    /**
     * Makes it.
     *
     * @param threshold a probability
     * @param most candidates; 0 for all that the budget pays
     */
    ConfidenceStop(double threshold, int batch, int most, Law.Score aggregation) {
        enough = CandidateScores.logOdds(threshold);
        this.batch = batch;
        this.most = most == 0 ? Integer.MAX_VALUE : most;
        source = new CandidateScores(aggregation);
    }

    @Override
    public void run(Session session) {
        best = Session.NONE;
        bestScore = Double.NEGATIVE_INFINITY;
        for (int left = most; left > 0; left -= Math.min(batch, left)) {
            if (!ask(session, Math.min(batch, left)) || bestScore >= enough) {
                return;
            }
        }
    }

    /** Draws and scores a batch; false when the budget did not pay for all of it. */
    private boolean ask(Session session, int count) {
        int owed = count;
        while (owed > 0) {
            int drawn = source.draw(session, owed);
            if (drawn == 0) {
                return false;
            }
            owed -= drawn;
            if (drawn > scores.length) {
                scores = Arrays.copyOf(scores, drawn);
            }
            int end = session.size();
            int from = end - drawn;
            if (best == Session.NONE) {
                best = from;
                session.commit(best);
            }
            int committed = best;
            source.ask(session, from, end, scores);
            for (int i = 0; i < drawn; i++) {
                if (scores[i] > bestScore) {
                    bestScore = scores[i];
                    best = from + i;
                }
            }
            if (best != committed) {
                session.commit(best);
            }
            if (Double.isNaN(scores[drawn - 1])) {
                return false;
            }
        }
        return true;
    }
}

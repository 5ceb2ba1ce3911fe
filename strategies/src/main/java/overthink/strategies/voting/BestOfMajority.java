package overthink.strategies.voting;

import java.util.Arrays;
import overthink.core.api.Law;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.selection.CandidateScores;

/**
 * The best score, of equals the first, among the candidates whose answer is frequent: given at least {@code share} times
 * as often as the most frequent one. At share 1 only the most frequent answer is left, and scores decide between equally
 * frequent ones; towards 0 it is best-of-N. (Di et al. 2025, with their least frequency relative to the greatest.)
 *
 * <p>The first candidate is the answer until a score is paid for; when one cannot be paid for, it ends.
 */
public final class BestOfMajority implements Strategy {

    private final double share;
    private final CandidateScores source;
    private final Ballot ballot = new Ballot();
    private final double[] scores = new double[4096];
    private final int[] classes = new int[4096];
    private double[] bestScores = new double[64];
    private int[] bests = new int[64];

    BestOfMajority(double share, Law.Score aggregation) {
        this.share = share;
        source = new CandidateScores(aggregation);
    }

    @Override
    public void run(Session session) {
        ballot.clear();
        boolean paid = true;
        while (paid) {
            int drawn = source.draw(session, Integer.MAX_VALUE);
            if (drawn == 0) {
                return;
            }
            int end = session.size();
            if (ballot.total() == 0) {
                session.commit(end - drawn);
            }
            for (int from = end - drawn; from < end && paid; from += scores.length) {
                paid = count(session, from, Math.min(end, from + scores.length));
            }
            if (ballot.total() > 0) {
                session.commit(best());
            }
        }
    }

    /** Counts votes and scores; false when a score could not be paid for. */
    private boolean count(Session session, int from, int to) {
        source.ask(session, from, to, scores);
        session.answers(from, to, classes);
        boolean all = session.allAnswer();
        for (int i = 0; i < to - from; i++) {
            double score = scores[i];
            if (Double.isNaN(score)) {
                return false;
            }
            int answer = classes[i];
            boolean opens = answer == ballot.answers();
            if (all || session.answered(from + i)) {
                ballot.add(answer, from + i);
            } else {
                ballot.addBlank(answer, from + i);
            }
            if (answer == bests.length) {
                bests = Arrays.copyOf(bests, 2 * answer);
                bestScores = Arrays.copyOf(bestScores, 2 * answer);
            }
            if (opens || score > bestScores[answer]) {
                bests[answer] = from + i;
                bestScores[answer] = score;
            }
        }
        return true;
    }

    private int best() {
        double least = share * ballot.leaderVotes();
        int best = Session.NONE;
        double bestScore = Double.NaN;
        for (int answer = 0; answer < ballot.answers(); answer++) {
            if (ballot.votes(answer) >= least
                    && (best == Session.NONE
                            || bestScores[answer] > bestScore
                            || (bestScores[answer] == bestScore && bests[answer] < best))) {
                best = bests[answer];
                bestScore = bestScores[answer];
            }
        }
        return best;
    }
}

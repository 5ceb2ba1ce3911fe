package overthink.strategies.voting;

import java.util.Arrays;
import overthink.core.api.Law;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.selection.CandidateScores;

/**
 * The answer that most of the {@code k} candidates with the best scores give, of equals the one with the better best score;
 * its best candidate stands for it. Of equal scores the earlier candidate ranks higher.
 *
 * <p>The first candidate is the answer until a score is paid for; when one cannot be paid for, it ends.
 */
public final class MajorityOfBest implements Strategy {

    private final int most;
    private final CandidateScores source;
    private final double[] scores = new double[4096];
    private final int[] classes = new int[4096];
    private double[] topScores = new double[16];
    private int[] topCandidates = new int[16];
    private int[] topAnswers = new int[16];
    private int[] votes = new int[64];
    private int count;

    MajorityOfBest(int k, Law.Score aggregation) {
        most = k;
        source = new CandidateScores(aggregation);
    }

    @Override
    public void run(Session session) {
        count = 0;
        int seen = 0;
        boolean paid = true;
        boolean all = session.allAnswer();
        while (paid) {
            int drawn = source.draw(session, Integer.MAX_VALUE);
            if (drawn == 0) {
                return;
            }
            int end = session.size();
            if (count == 0) {
                session.commit(end - drawn);
            }
            for (int from = end - drawn; from < end && paid; from += scores.length) {
                int to = Math.min(end, from + scores.length);
                source.ask(session, from, to, scores);
                session.answers(from, to, classes);
                for (int i = 0; i < to - from && paid; i++) {
                    paid = !Double.isNaN(scores[i]);
                    if (paid && (all || session.answered(from + i))) {
                        rank(from + i, classes[i], scores[i]);
                        seen = Math.max(seen, classes[i] + 1);
                    }
                }
            }
            if (count > 0) {
                session.commit(winner(seen));
            }
        }
    }

    /** Puts a candidate behind those that score at least as high, if it is among the best. */
    private void rank(int candidate, int answer, double score) {
        if (count == most) {
            if (score <= topScores[count - 1]) {
                return;
            }
            count--;
        }
        if (count == topScores.length) {
            int room = (int) Math.min(most, 2L * count);
            topScores = Arrays.copyOf(topScores, room);
            topCandidates = Arrays.copyOf(topCandidates, room);
            topAnswers = Arrays.copyOf(topAnswers, room);
        }
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (topScores[middle] >= score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        System.arraycopy(topScores, low, topScores, low + 1, count - low);
        System.arraycopy(topCandidates, low, topCandidates, low + 1, count - low);
        System.arraycopy(topAnswers, low, topAnswers, low + 1, count - low);
        topScores[low] = score;
        topCandidates[low] = candidate;
        topAnswers[low] = answer;
        count++;
    }

    private int winner(int seen) {
        if (seen > votes.length) {
            votes = Arrays.copyOf(votes, Math.max(seen, 2 * votes.length));
        }
        int leading = 0;
        for (int i = 0; i < count; i++) {
            leading = Math.max(leading, ++votes[topAnswers[i]]);
        }
        int winner = Session.NONE;
        for (int i = 0; i < count; i++) {
            if (winner == Session.NONE && votes[topAnswers[i]] == leading) {
                winner = topCandidates[i];
            }
        }
        for (int i = 0; i < count; i++) {
            votes[topAnswers[i]] = 0;
        }
        return winner;
    }
}

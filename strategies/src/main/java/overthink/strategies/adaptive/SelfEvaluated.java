package overthink.strategies.adaptive;

import java.util.Arrays;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.selection.CandidateScores;

/**
 * The policy judges its own work while it is at it, and asks whether restarting would do better (Manvi et al. 2024,
 * "Adaptive Inference-Time Compute"; the process score is the self-evaluation). A first solution is written to the end;
 * then, as long as the best score is below {@code stop-above}, batches of new ones are begun. At step {@code checkpoint} of
 * a batch the unpromising ones are dropped, and cost what was generated of them; the others are finished. The best score
 * of a whole solution wins, the first of equals.
 *
 * <p>A batch whose steps the budget does not pay to their end changes nothing; when a score cannot be paid for, it ends with
 * what was scored.
 */
public final class SelfEvaluated implements Strategy {

    private final int checkpoint;
    private final int batch;
    private final double prune;
    private final double pruneBelow;
    private final double stopAbove;
    private final int most;
    private int[] nodes = new int[16];
    private double[] scores = new double[16];
    private int best;
    private double bestScore;

    /**
     * Makes it.
     *
     * @param checkpoint the step after which a batch is pruned
     * @param batch solutions begun together
     * @param prune the share of a batch that is dropped, those with the lowest scores
     * @param pruneBelow the score, as a probability, below which any is dropped
     * @param stopAbove the score, as a probability, that is good enough to stop
     * @param most solutions begun; 0 for all that the budget pays
     */
    SelfEvaluated(int checkpoint, int batch, double prune, double pruneBelow, double stopAbove, int most) {
        this.checkpoint = checkpoint;
        this.batch = batch;
        this.prune = prune;
        this.pruneBelow = CandidateScores.logOdds(pruneBelow);
        this.stopAbove = CandidateScores.logOdds(stopAbove);
        this.most = most == 0 ? Integer.MAX_VALUE : most;
    }

    @Override
    public void run(Session session) {
        best = Session.NONE;
        bestScore = Double.NEGATIVE_INFINITY;
        grow(batch);
        boolean paid = write(session, 1, Integer.MAX_VALUE);
        for (int left = most - 1; paid && left > 0 && bestScore < stopAbove; left -= Math.min(batch, left)) {
            paid = write(session, Math.min(batch, left), checkpoint);
        }
    }

    /** Writes solutions side by side, pruned at step {@code pruned}; false when the budget did not pay for all of it. */
    private boolean write(Session session, int count, int pruned) {
        Arrays.fill(nodes, 0, count, Session.NONE);
        int active = count;
        for (int step = 1; active > 0; step++) {
            if (session.extend(nodes, active) < active) {
                return false;
            }
            int first = session.size() - active;
            int unfinished = 0;
            for (int node = first; node < first + active; node++) {
                if (!session.complete(node)) {
                    nodes[unfinished++] = node;
                }
            }
            session.together(active - unfinished);
            for (int node = first; node < first + active; node++) {
                if (session.complete(node) && !judge(session, node)) {
                    return false;
                }
            }
            active = unfinished;
            if (step == pruned) {
                active = prune(session, active);
                if (active < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Scores a whole solution and commits it if it is the best; false when the score cannot be paid for. */
    private boolean judge(Session session, int candidate) {
        if (best == Session.NONE) {
            best = candidate;
            session.commit(candidate);
        }
        double score = session.score(candidate);
        if (score > bestScore) {
            bestScore = score;
            if (best != candidate) {
                best = candidate;
                session.commit(candidate);
            }
        }
        return !Double.isNaN(score);
    }

    /** Keeps the promising ones of the nodes listed first; returns how many, or −1 when a score cannot be paid for. */
    private int prune(Session session, int count) {
        session.together(count);
        for (int i = 0; i < count; i++) {
            scores[i] = session.score(nodes[i]);
            if (Double.isNaN(scores[i])) {
                return -1;
            }
        }
        double dropped = Math.floor(prune * count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (scores[i] >= pruneBelow && count - rank(i, count) > dropped) {
                nodes[kept++] = nodes[i];
            }
        }
        return kept;
    }

    /** How many of the first {@code count} score higher than the i-th, or as high and come before it. */
    private int rank(int i, int count) {
        int rank = 0;
        for (int j = 0; j < count; j++) {
            if (scores[j] > scores[i] || (scores[j] == scores[i] && j < i)) {
                rank++;
            }
        }
        return rank;
    }

    private void grow(int count) {
        if (count > nodes.length) {
            nodes = Arrays.copyOf(nodes, count);
            scores = Arrays.copyOf(scores, count);
        }
    }
}

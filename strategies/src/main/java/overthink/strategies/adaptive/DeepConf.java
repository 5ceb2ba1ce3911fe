package overthink.strategies.adaptive;

import java.util.Arrays;
import overthink.core.api.Law;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.selection.CandidateScores;

/**
 * The confident candidates vote, each with the weight of its confidence (Fu et al. 2025, "Deep Think with Confidence"). Of the
 * candidates of a warm-up a share reaches the threshold. Offline the warm-up is all that the budget pays for. Online further
 * candidates are then written side by side, step by step, and one is given up at the first step whose score is below the
 * threshold; those that come to their end vote, until one answer has a consensus of the weights.
 *
 * <p>A candidate's confidence is its outcome score or the least of its step scores. The first candidate is the answer until one
 * votes; a batch that the budget does not pay to its end changes nothing, and neither does a score that it does not pay for.
 */
final class DeepConf implements Strategy {

    private final CandidateScores source;
    private final ConfidenceGate gate;
    private final int warmUp;
    private final int batch;
    private final double consensus;
    private final double[] portion = new double[4096];
    private int[] nodes = new int[16];
    private double[] least = new double[16];
    private double[] scores = new double[16];
    private int committed;

    /**
     * Makes it.
     *
     * @param confidence what a candidate's confidence is
     * @param keep the share of the warm-up that reaches the threshold, in (0, 1]
     * @param warmUp its candidates; 0 for all that the budget pays
     * @param batch candidates begun together after it
     * @param consensus the share of the weights that ends it, in [0, 1]
     */
    DeepConf(Law.Score confidence, double keep, int warmUp, int batch, double consensus) {
        source = new CandidateScores(confidence);
        gate = new ConfidenceGate(keep);
        this.warmUp = warmUp == 0 ? Integer.MAX_VALUE : warmUp;
        this.batch = batch;
        this.consensus = consensus;
    }

    @Override
    public void run(Session session) {
        gate.clear();
        committed = Session.NONE;
        if (!warmsUp(session)) {
            return;
        }
        double threshold = gate.threshold();
        if (nodes.length < batch) {
            nodes = new int[batch];
            least = new double[batch];
            scores = new double[batch];
        }
        while (gate.consensus() < consensus && writes(session, threshold)) {
            commitLeader(session);
        }
    }

    /** Whether the budget paid for the warm-up and its scores. */
    private boolean warmsUp(Session session) {
        while (gate.count() < warmUp) {
            int drawn = source.draw(session, warmUp - gate.count());
            if (drawn == 0) {
                return false;
            }
            int end = session.size();
            if (committed == Session.NONE) {
                committed = end - drawn;
                session.commit(committed);
            }
            boolean paid = asks(session, end - drawn, end);
            if (gate.count() > 0) {
                gate.vote(session, gate.threshold());
                commitLeader(session);
            }
            if (!paid) {
                return false;
            }
        }
        return true;
    }

    private boolean asks(Session session, int first, int end) {
        for (int from = first; from < end; from += portion.length) {
            int count = Math.min(end - from, portion.length);
            source.ask(session, from, from + count, portion);
            for (int i = 0; i < count; i++) {
                if (Double.isNaN(portion[i])) {
                    return false;
                }
                gate.add(from + i, portion[i]);
            }
        }
        return true;
    }

    /** Writes a batch step by step, and lets those vote that are never below the threshold; whether the budget paid for it. */
    private boolean writes(Session session, double threshold) {
        Arrays.fill(nodes, 0, batch, Session.NONE);
        Arrays.fill(least, 0, batch, Double.POSITIVE_INFINITY);
        int active = batch;
        while (active > 0) {
            if (session.extend(nodes, active) < active) {
                return false;
            }
            int first = session.size() - active;
            session.score(first, first + active, scores);
            if (Double.isNaN(scores[active - 1])) {
                return false;
            }
            int left = 0;
            for (int i = 0; i < active; i++) {
                double lowest = Math.min(least[i], scores[i]);
                if (lowest >= threshold) {
                    if (session.complete(first + i)) {
                        gate.vote(session, first + i, lowest);
                    } else {
                        nodes[left] = first + i;
                        least[left++] = lowest;
                    }
                }
            }
            active = left;
        }
        return true;
    }

    private void commitLeader(Session session) {
        int leader = gate.leader();
        if (leader != Session.NONE && leader != committed) {
            committed = leader;
            session.commit(leader);
        }
    }
}

package overthink.strategies.variation;

import java.util.Arrays;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.selection.AscendingOrder;

/**
 * The candidate that several outcome verifiers like best together, the first of equals: by a weighted mean of their scores, or of the
 * ranks that they give it among all candidates so far.
 */
final class VerifierEnsemble implements Strategy {

    private final boolean ranks;
    private final double first;

    /** By verifier and candidate. */
    private double[][] scores = {};

    private double[] sorted = {};
    private double[] totals = {};
    private double[] portion = {};

    /**
     * Makes the strategy.
     *
     * @param ranks whether ranks are averaged, not scores
     * @param first the first verifier's share of the weight, in [0, 1]; the others divide the rest equally; 0 for equal shares
     */
    VerifierEnsemble(boolean ranks, double first) {
        this.ranks = ranks;
        this.first = first;
    }

    @Override
    public void run(Session session) {
        int verifiers = session.verifiers();
        int scored = 0;
        int committed = Session.NONE;
        for (int drawn = session.generate(Integer.MAX_VALUE, verifiers);
                drawn > 0;
                drawn = session.generate(Integer.MAX_VALUE, verifiers)) {
            int end = session.size();
            reserve(verifiers, end);
            if (committed == Session.NONE) {
                committed = 0;
                session.commit(0);
            }
            for (int v = 0; v < verifiers; v++) {
                session.verifier(v).verify(scored, end, portion);
                if (Double.isNaN(portion[end - scored - 1])) {
                    return;
                }
                System.arraycopy(portion, 0, scores[v], scored, end - scored);
            }
            scored = end;
            int leader = leader(verifiers, scored);
            if (leader != committed) {
                committed = leader;
                session.commit(leader);
            }
        }
    }

    private double weight(int verifier, int verifiers) {
        if (first == 0 || verifiers == 1) {
            return 1.0 / verifiers;
        }
        return verifier == 0 ? first : (1 - first) / (verifiers - 1);
    }

    private int leader(int verifiers, int count) {
        Arrays.fill(totals, 0, count, 0);
        for (int v = 0; v < verifiers; v++) {
            double weight = weight(v, verifiers);
            if (ranks) {
                System.arraycopy(scores[v], 0, sorted, 0, count);
                AscendingOrder.sort(sorted, count);
            }
            for (int i = 0; i < count; i++) {
                totals[i] += weight * (ranks ? rank(scores[v][i], count) : scores[v][i]);
            }
        }
        int leader = 0;
        for (int i = 1; i < count; i++) {
            if (totals[i] > totals[leader]) {
                leader = i;
            }
        }
        return leader;
    }

    /** How many of the sorted scores lie below one, those equal counted by half. */
    private double rank(double score, int count) {
        return 0.5 * (below(score, count, false) + below(score, count, true));
    }

    /** How many of the sorted scores lie below one, or are equal. */
    private int below(double score, int count, boolean orEqual) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score || (orEqual && sorted[middle] == score)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void reserve(int verifiers, int candidates) {
        if (scores.length < verifiers || sorted.length < candidates) {
            int room = Math.max(candidates, Math.max(64, 2 * sorted.length));
            double[][] more = new double[Math.max(verifiers, scores.length)][room];
            for (int v = 0; v < scores.length; v++) {
                System.arraycopy(scores[v], 0, more[v], 0, scores[v].length);
            }
            scores = more;
            sorted = new double[room];
            totals = new double[room];
            portion = new double[room];
        }
    }
}

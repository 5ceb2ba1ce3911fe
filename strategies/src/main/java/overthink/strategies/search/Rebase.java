package overthink.strategies.search;

import java.util.Arrays;
import overthink.core.api.Session;

/**
 * Reward balanced search (Wu et al. 2025): a width W to begin with; at each depth every finished solution lowers it by
 * one for good, and the unfinished ones, or the better of them, share it in balance with e<sup>r/temperature</sup>, r
 * their process score as a probability: in descending order, of equals the later first, each gets the share rounded up
 * of what is left. The best last score wins, the first of equals.
 */
final class Rebase extends AbstractSearch {

    /** How the shares are computed. */
    enum Arithmetic {
        /** In 64 bits, with sums that leave nothing behind: the children of a depth are as many as the width. */
        EXACT,
        /** In 32 bits, with sums that lose digits: some may get a child that the width does not hold. */
        FLOAT32
    }

    private final double temperature;
    private final double truncation;
    private final int maxDepth;
    private final Arithmetic arithmetic;
    private final Tree tree = new Tree();
    private final Ranking ranking = new Ranking();
    private int[] level = {};
    private int[] open = {};
    private double[] values = {};
    private double[] shares = {};
    private float[] singles = {};
    private int[] children = {};
    private int[] parents = {};
    private int[] finished = {};

    /**
     * Makes the search.
     *
     * @param temperature above 0
     * @param truncation the part of the unfinished solutions, rounded up, that may have children, in (0, 1]
     * @param maxDepth the depth at which no solution gets children any more; 0 for no such limit
     */
    Rebase(double temperature, double truncation, int maxDepth, Arithmetic arithmetic) {
        this.temperature = temperature;
        this.truncation = truncation;
        this.maxDepth = maxDepth;
        this.arithmetic = arithmetic;
    }

    @Override
    void search(Session session) {
        int width = solutions(session);
        tree.start();
        grow(width);
        trace().width(width);
        int wanted = first(width);
        int made = tree.grow(session, parents, wanted);
        boolean paid = made == wanted;
        int ends = 0;
        for (int depth = 1; ; depth++) {
            int from = session.size() - made;
            int unfinished = 0;
            grow(made);
            for (int node = from; node < from + made; node++) {
                if (tree.complete(node)) {
                    if (ends == finished.length) {
                        finished = Arrays.copyOf(finished, 2 * ends + 16);
                    }
                    finished[ends++] = node;
                    width--;
                } else {
                    open[unfinished++] = node;
                }
            }
            if (!paid || made == 0 || depth == maxDepth || unfinished == 0 || width <= 0) {
                break;
            }
            trace().width(width);
            wanted = share(unfinished, width);
            made = tree.grow(session, parents, wanted);
            paid = made == wanted;
        }
        choose(session, ends);
    }

    /** Lists the root as often as it gets children, like a solution with a score of 1; returns how many. */
    private int first(int width) {
        shares[0] = 1;
        allot(shares, 1, width, children);
        if (children[0] > parents.length) {
            parents = new int[children[0]];
        }
        Arrays.fill(parents, 0, children[0], Session.NONE);
        return children[0];
    }

    /** Lists the parents of the next depth, each as often as it gets children; returns how many. */
    private int share(int count, int width) {
        for (int i = 0; i < count; i++) {
            values[count - 1 - i] = tree.value(open[i]);
        }
        int[] ranked = ranking.best(values, count, count);
        int kept = (int) Math.ceil(count * truncation);
        for (int i = 0; i < kept; i++) {
            level[i] = open[count - 1 - ranked[i]];
            shares[i] = tree.probability(level[i]);
        }
        allot(shares, kept, width, children);
        int wanted = 0;
        for (int i = 0; i < kept; i++) {
            if (children[i] > 0) {
                if (wanted + children[i] > parents.length) {
                    parents = Arrays.copyOf(parents, 2 * (wanted + children[i]));
                }
                Arrays.fill(parents, wanted, wanted + children[i], level[i]);
                wanted += children[i];
            }
        }
        return wanted;
    }

    /**
     * Divides a width among solutions.
     *
     * @param scores of the solutions, as probabilities, in descending order; replaced by their weights
     * @param count how many of them
     * @param width to divide
     * @param into receives how many children each gets; one that is 0 or less gets none
     */
    void allot(double[] scores, int count, int width, int[] into) {
        grow(count);
        if (arithmetic == Arithmetic.FLOAT32) {
            allotInFloats(scores, count, width, into);
            return;
        }
        double greatest = scores[0];
        for (int i = 0; i < count; i++) {
            scores[i] = StrictMath.exp((scores[i] - greatest) / temperature);
        }
        double sum = 0;
        for (int i = count - 1; i >= 0; i--) {
            sum += scores[i];
            // the part that is due among this one and those behind it
            scores[i] /= sum;
        }
        int left = width;
        for (int i = 0; i < count; i++) {
            // what differs from a whole number by rounding alone counts as whole
            int share = (int) Math.ceil(left * scores[i] - 1e-9);
            into[i] = Math.min(left, Math.max(share, 0));
            left -= into[i];
        }
    }

    private void allotInFloats(double[] scores, int count, int width, int[] into) {
        float t = (float) temperature;
        for (int i = 0; i < count; i++) {
            singles[i] = SingleExponential.of((float) scores[i] / t);
        }
        float sum = SingleExponential.sum(singles, 0, count);
        int left = width;
        for (int i = 0; i < count; i++) {
            // a sum that has come down to 0 or below gives what is no share at all
            into[i] = (int) Math.min(width + 1L, (long) Math.ceil(left * singles[i] / sum));
            left -= into[i];
            sum -= singles[i];
        }
    }

    private void choose(Session session, int ends) {
        if (ends == 0) {
            return;
        }
        int selected = 0;
        for (int i = 1; i < ends; i++) {
            if (tree.value(finished[i]) > tree.value(finished[selected])) {
                selected = i;
            }
        }
        trace().result(finished, ends, selected);
        session.commit(finished[selected]);
    }

    private void grow(int count) {
        if (count > level.length) {
            level = new int[count];
            open = new int[count];
            values = new double[count];
            shares = new double[count];
            singles = new float[count];
            children = new int[count];
        }
        if (count > parents.length) {
            parents = new int[count];
        }
    }
}

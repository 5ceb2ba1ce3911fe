package overthink.core.exact.replay;

import java.util.Arrays;

/**
 * The expected accuracy of best-of-k when the k candidates are drawn without replacement from those recorded for a problem, the
 * greatest score wins, and equals share the win (which the first of equals in a random order does, too):
 * Σ<sub>g</sub> [C(B<sub>g</sub>, k) − C(B<sub>g−1</sub>, k)] ÷ C(n, k) · r<sub>g</sub> ÷ m<sub>g</sub> over the groups of
 * equal scores in ascending order, with m<sub>g</sub> candidates, r<sub>g</sub> of them right, and B<sub>g</sub> = m<sub>1</sub>
 * + … + m<sub>g</sub>.
 */
public final class BestOfReplay {

    private final int n;
    /** By group: candidates with at most its score. */
    private final int[] upTo;
    /** By group: the share of right ones. */
    private final double[] right;

    private final Choices choices;

    /**
     * The candidates of one problem.
     *
     * @param scores of the candidates, at least one, none NaN
     * @param correct whether each is right
     */
    public BestOfReplay(double[] scores, boolean[] correct) {
        n = scores.length;
        Integer[] byScore = new Integer[n];
        Arrays.setAll(byScore, i -> i);
        Arrays.sort(byScore, (a, b) -> Double.compare(scores[a], scores[b]));
        int[] bounds = new int[n];
        double[] shares = new double[n];
        int groups = 0;
        int from = 0;
        while (from < n) {
            int to = from;
            int good = 0;
            // compared as numbers: the two zeros are equal
            while (to < n && scores[byScore[to]] == scores[byScore[from]]) {
                good += correct[byScore[to]] ? 1 : 0;
                to++;
            }
            bounds[groups] = to;
            shares[groups++] = (double) good / (to - from);
            from = to;
        }
        upTo = Arrays.copyOf(bounds, groups);
        right = Arrays.copyOf(shares, groups);
        choices = new Choices(n);
    }

    /**
     * The accuracy of the best of {@code k}.
     *
     * @param k from 1 to the number of candidates
     * @throws IllegalArgumentException when {@code k} is outside that range
     */
    public double accuracy(int k) {
        if (k < 1 || k > n) {
            throw new IllegalArgumentException("k must be between 1 and %d, not %d".formatted(n, k));
        }
        double accuracy = 0;
        double below = 0;
        for (int group = 0; group < upTo.length; group++) {
            double atMost = choices.ratio(upTo[group], n, k);
            accuracy += (atMost - below) * right[group];
            below = atMost;
        }
        return accuracy;
    }
}

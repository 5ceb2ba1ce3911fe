package overthink.core.exact.replay;

import java.util.Arrays;

/**
 * How best-of-k grows with k on the candidates recorded for a problem: a further candidate changes the winner only when its
 * score is a strict record. With the groups of {@link BestOfReplay}, f<sub>g</sub> = r<sub>g</sub> ÷ m<sub>g</sub>, and
 * P<sub>j−1</sub>(g) the chance that the best of j − 1 is in group g, the j-th candidate gains
 *
 * <p>u<sub>j</sub> = Σ<sub>g</sub> P<sub>j−1</sub>(g)·(1 − f<sub>g</sub>)·(right ones above g) ÷ (n − j + 1) and loses
 *
 * <p>d<sub>j</sub> = Σ<sub>g</sub> P<sub>j−1</sub>(g)·f<sub>g</sub>·(wrong ones above g) ÷ (n − j + 1),
 *
 * <p>so that best-of-j − best-of-(j − 1) = u<sub>j</sub> − d<sub>j</sub>. All k together cost some 40·n·ln n operations: groups that
 * hold the best of k with a chance below 1e-18 are left out.
 */
public final class RecordRates {

    private static final double NEGLIGIBLE = 1e-18;

    private final int n;
    /** By group, ascending: candidates with at most its score. */
    private final int[] upTo;
    /** By group: the share of right ones. */
    private final double[] right;
    /** By group: right ones of greater scores. */
    private final int[] rightAbove;

    /**
     * The candidates of one problem.
     *
     * @param rightScores of its right candidates, none NaN
     * @param wrongScores of its wrong candidates, none NaN
     * @throws IllegalArgumentException when there is no candidate
     */
    public RecordRates(double[] rightScores, double[] wrongScores) {
        n = rightScores.length + wrongScores.length;
        if (n == 0) {
            throw new IllegalArgumentException("a problem needs at least 1 candidate");
        }
        double[] good = ascending(rightScores);
        double[] bad = ascending(wrongScores);
        int[] bounds = new int[n];
        double[] shares = new double[n];
        int[] above = new int[n];
        int groups = 0;
        int i = 0;
        int j = 0;
        while (i < good.length || j < bad.length) {
            double score = i == good.length ? bad[j] : j == bad.length ? good[i] : Math.min(good[i], bad[j]);
            int firstGood = i;
            int first = i + j;
            while (i < good.length && good[i] == score) {
                i++;
            }
            while (j < bad.length && bad[j] == score) {
                j++;
            }
            bounds[groups] = i + j;
            shares[groups] = (double) (i - firstGood) / (i + j - first);
            above[groups++] = good.length - i;
        }
        upTo = Arrays.copyOf(bounds, groups);
        right = Arrays.copyOf(shares, groups);
        rightAbove = Arrays.copyOf(above, groups);
    }

    private static double[] ascending(double[] scores) {
        double[] sorted = scores.clone();
        for (int i = 0; i < sorted.length; i++) {
            // the two zeros are one score
            sorted[i] += 0.0;
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** n: how many candidates there are. */
    public int candidates() {
        return n;
    }

    /** How many candidates have a score that nobody else has. */
    public int distinct() {
        int distinct = 0;
        for (int g = 0; g < upTo.length; g++) {
            distinct += upTo[g] - (g == 0 ? 0 : upTo[g - 1]) == 1 ? 1 : 0;
        }
        return distinct;
    }

    /**
     * Accuracies of best-of-k and the rates between them, for k from 1 to {@code most}.
     *
     * @param most at most n
     * @param accuracy receives best-of-k at index k
     * @param up receives u<sub>k</sub> at index k, from 2 on
     * @param down receives d<sub>k</sub> at index k, from 2 on
     * @throws IllegalArgumentException when {@code most} is outside 1 to n
     */
    public void rates(int most, double[] accuracy, double[] up, double[] down) {
        if (most < 1 || most > n) {
            throw new IllegalArgumentException("k must be between 1 and %d, not %d".formatted(n, most));
        }
        double[] atMost = new double[upTo.length];
        for (int g = 0; g < upTo.length; g++) {
            atMost[g] = (double) upTo[g] / n;
        }
        int lowest = 0;
        for (int k = 1; k <= most; k++) {
            while (atMost[lowest] < NEGLIGIBLE) {
                lowest++;
            }
            double wins = 0;
            double gains = 0;
            double losses = 0;
            double below = 0;
            for (int g = lowest; g < upTo.length; g++) {
                double chance = atMost[g] - below;
                below = atMost[g];
                wins += chance * right[g];
                gains += chance * (1 - right[g]) * rightAbove[g];
                losses += chance * right[g] * (n - upTo[g] - rightAbove[g]);
                if (k < n) {
                    // C(B, k + 1) ÷ C(n, k + 1) from C(B, k) ÷ C(n, k)
                    atMost[g] *= (double) (upTo[g] - k) / (n - k);
                }
            }
            accuracy[k] = wins;
            if (k < most) {
                up[k + 1] = gains / (n - k);
                down[k + 1] = losses / (n - k);
            }
        }
    }
}

package overthink.core.exact.replay;

import java.util.Arrays;

/**
 * The expected value of the greatest of k candidates drawn from those recorded for a problem, where equals share:
 * Σ<sub>g</sub> [W(B<sub>g</sub>) − W(B<sub>g−1</sub>)] · v<sub>g</sub> over the groups of equal scores in ascending order, with
 * v<sub>g</sub> the mean value of a group's m<sub>g</sub> candidates, B<sub>g</sub> = m<sub>1</sub> + … + m<sub>g</sub>, and W(B) the
 * {@linkplain Draws#within chance} that all k are among B. What a call takes for both score and value gives the mean time of
 * the longest of k calls.
 */
public final class GreatestOfReplay {

    private final Draws draws;
    /** By group: candidates with at most its score. */
    private final int[] upTo;
    /** By group: the mean value. */
    private final double[] value;

    /**
     * The candidates of one problem.
     *
     * @param scores of the candidates, none NaN
     * @param values of the same candidates
     * @throws IllegalArgumentException when they are not as many as can be drawn
     */
    public GreatestOfReplay(Draws draws, double[] scores, double[] values) {
        int n = draws.candidates();
        if (scores.length != n || values.length != n) {
            throw new IllegalArgumentException(
                    "there must be %d scores and values, not %d and %d".formatted(n, scores.length, values.length));
        }
        this.draws = draws;
        Integer[] byScore = new Integer[n];
        Arrays.setAll(byScore, i -> i);
        Arrays.sort(byScore, (a, b) -> Double.compare(scores[a], scores[b]));
        int[] bounds = new int[n];
        double[] means = new double[n];
        int groups = 0;
        int from = 0;
        while (from < n) {
            int to = from;
            double sum = 0;
            // compared as numbers: the two zeros are equal
            while (to < n && scores[byScore[to]] == scores[byScore[from]]) {
                sum += values[byScore[to]];
                to++;
            }
            bounds[groups] = to;
            means[groups++] = sum / (to - from);
            from = to;
        }
        upTo = Arrays.copyOf(bounds, groups);
        value = Arrays.copyOf(means, groups);
    }

    /**
     * The expected value of the greatest of {@code k}.
     *
     * @param k at least 1
     */
    public double expected(long k) {
        double expected = 0;
        double below = 0;
        for (int group = 0; group < upTo.length; group++) {
            double atMost = draws.within(upTo[group], k);
            expected += (atMost - below) * value[group];
            below = atMost;
        }
        return expected;
    }
}

package overthink.core.exact.replay;

/**
 * The expected accuracy of best-of-k when the k candidates are drawn without replacement from those recorded for a problem, the
 * greatest score wins, and equals share the win (which the first of equals in a random order does, too):
 * Σ<sub>g</sub> [C(B<sub>g</sub>, k) − C(B<sub>g−1</sub>, k)] ÷ C(n, k) · r<sub>g</sub> ÷ m<sub>g</sub> over the groups of
 * equal scores in ascending order, with m<sub>g</sub> candidates, r<sub>g</sub> of them right, and B<sub>g</sub> = m<sub>1</sub>
 * + … + m<sub>g</sub>.
 */
public final class BestOfReplay {

    private final int n;
    private final GreatestOfReplay greatest;

    /**
     * The candidates of one problem.
     *
     * @param scores of the candidates, at least one, none NaN
     * @param correct whether each is right
     */
    public BestOfReplay(double[] scores, boolean[] correct) {
        n = scores.length;
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            right[i] = correct[i] ? 1 : 0;
        }
        greatest = new GreatestOfReplay(Draws.withoutReplacement(n), scores, right);
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
        return greatest.expected(k);
    }
}

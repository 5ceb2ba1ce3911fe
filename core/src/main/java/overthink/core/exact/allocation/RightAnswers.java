package overthink.core.exact.allocation;

import overthink.core.api.WholeRange;

/**
 * Collecting right answers to a problem: candidates are drawn until k of them are right, or until as many as a cap were drawn, each
 * right with probability p. With X<sub>n</sub> the right ones among n, draw n + 1 is made when X<sub>n</sub> &lt; k, so that
 * E[drawn] = Σ<sub>n&lt;cap</sub> P(X<sub>n</sub> &lt; k), and E[right] = p·E[drawn] (Wald).
 *
 * <p>Every candidate that is paid brings p right answers, whatever the cap: an average budget is best spent on the easiest problems,
 * up to their caps. Where nobody can tell a right answer and all of the cap is drawn, E[min(k, X)] is the same for a cost of
 * the cap, with p·P(X<sub>n</sub> &lt; k) for one draw more; for k = 1 that is coverage, with p·(1 − p)<sup>n</sup>.
 *
 * @param wanted k
 * @param cap the most draws
 */
public record RightAnswers(int wanted, int cap) {

    /** How many may be wanted. */
    public static final WholeRange WANTED = new WholeRange(1, 1024);

    /** What the cap may be. */
    public static final WholeRange CAP = new WholeRange(1, 65_536);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range, or more are wanted than drawn
     */
    public RightAnswers {
        WANTED.check("the right answers wanted", wanted);
        CAP.check("the cap", cap);
        if (wanted > cap) {
            throw new IllegalArgumentException("of at most %d candidates %d cannot be right".formatted(cap, wanted));
        }
    }

    /**
     * E[drawn] under each cap from 0 to {@link #cap}, when drawing ends with the k-th right one.
     *
     * @param p in [0, 1]
     */
    public double[] drawn(double p) {
        double[] drawn = new double[cap + 1];
        double[] few = new double[wanted]; // P(X = x) for x < k
        few[0] = 1;
        for (int n = 0; n < cap; n++) {
            double open = 0;
            for (int x = wanted - 1; x >= 0; x--) {
                open += few[x];
                few[x] = few[x] * (1 - p) + (x > 0 ? few[x - 1] * p : 0);
            }
            drawn[n + 1] = drawn[n] + Math.min(1, open);
        }
        return drawn;
    }

    /**
     * E[min(k, X)], the right answers had under each cap from 0 to {@link #cap}.
     *
     * @param p in [0, 1]
     */
    public double[] right(double p) {
        double[] right = drawn(p);
        for (int n = 0; n < right.length; n++) {
            right[n] *= p;
        }
        return right;
    }
}

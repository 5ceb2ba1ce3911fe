package overthink.core.exact.selection;

import org.apache.commons.math3.special.Beta;
import overthink.core.exact.Ranges;

/**
 * Sampling until r candidates are accepted, each with probability a by itself, at most N of them. How many are drawn, K, is the
 * least of N and a negative binomial number: E[K] = Σ<sub>j=1..r</sub> P(B<sub>N</sub> ≥ j)/a, B<sub>n</sub> binomial.
 *
 * <p>Two estimates of a, j/N in both where the N candidates end with j &lt; r accepted: r/K, whose mean is too high, and
 * (r − 1)/(K − 1), whose mean is a exactly for r ≥ 2, under every N (Haldane 1945, "On a Method of Estimating Frequencies").
 *
 * @param acceptance a, in [0, 1]
 * @param accepted r, at least 1
 */
public record PassUntilLaw(double acceptance, int accepted) {

    /** The nodes of the mean of r/K, less one; even. */
    private static final int NODES = 2048;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public PassUntilLaw {
        Ranges.probability("acceptance", acceptance);
        if (accepted < 1) {
            throw new IllegalArgumentException("accepted must be at least 1, not " + accepted);
        }
    }

    /**
     * E[K].
     *
     * @param most N, at least 1
     */
    public double draws(long most) {
        if (acceptance * most < Double.MIN_NORMAL) {
            return most;
        }
        double sum = 0;
        for (int j = 1; j <= Math.min(accepted, most); j++) {
            sum += atLeast(most, acceptance, j);
        }
        return Math.min(most, sum / acceptance);
    }

    /**
     * The mean of (r − 1)/(K − 1), or of j/N: a itself; for r = 1, which has no such estimate, of r/K.
     *
     * @param most N, at least 1
     */
    public double unbiased(long most) {
        return accepted == 1 ? biased(most) : acceptance;
    }

    /**
     * The mean of r/K, or of j/N. Of the first part, 1/K = ∫<sub>0..1</sub> s<sup>K−1</sup> ds makes, with y = a/(1 − s(1 − a)),
     * (r·a/(1 − a))·∫<sub>a..1</sub> s<sup>r−1</sup>·y<sup>r−2</sup>·P(B<sub>N</sub>(a/y) ≥ r) dy, which Simpson's rule takes in
     * log y; the second is a·P(B<sub>N−1</sub> &lt; r − 1). To 1e-9, relatively.
     *
     * @param most N, at least 1
     */
    public double biased(long most) {
        if (acceptance == 0 || acceptance == 1) {
            return acceptance;
        }
        double missed = accepted < 2 ? 0 : acceptance * (1 - atLeast(most - 1, acceptance, accepted - 1L));
        if (most < accepted) {
            return missed;
        }
        double low = StrictMath.log(acceptance);
        double h = -low / NODES;
        double sum = 0;
        for (int node = 0; node <= NODES; node++) {
            double y = node == NODES ? 1 : StrictMath.exp(low + node * h);
            double s = Math.max(0, Math.min(1, (1 - acceptance / y) / (1 - acceptance)));
            double value = StrictMath.pow(s * y, accepted - 1.0) * atLeast(most, Math.min(1, acceptance / y), accepted);
            sum += (node == 0 || node == NODES ? 1 : node % 2 == 1 ? 4 : 2) * value;
        }
        return missed + accepted * acceptance / (1 - acceptance) * sum * h / 3;
    }

    /**
     * The chance that some candidate drawn is right: none is where all are wrong, and r of them accepted at the latest at the
     * end.
     *
     * @param p chance that a candidate is right, in [0, 1]
     * @param fpr f, the chance that a wrong one is accepted
     * @param most N, at least 1
     */
    public double coverage(double p, double fpr, long most) {
        double accepted = (1 - p) * fpr;
        double ends = Math.min(1, p + accepted);
        double never = StrictMath.exp(most * StrictMath.log1p(-p)) * (1 - atLeast(most, fpr, this.accepted));
        double wrong =
                accepted == 0 ? 0 : StrictMath.pow(accepted / ends, this.accepted) * atLeast(most, ends, this.accepted);
        return Math.max(0, Math.min(1, 1 - never - wrong));
    }

    /** P(B<sub>n</sub> ≥ k) of a binomial number with chance x. */
    static double atLeast(long n, double x, long k) {
        if (k <= 0) {
            return 1;
        }
        if (k > n || x == 0) {
            return 0;
        }
        if (x == 1) {
            return 1;
        }
        if (k == 1) {
            return -StrictMath.expm1(n * StrictMath.log1p(-x));
        }
        return Beta.regularizedBeta(x, k, n - k + 1.0);
    }
}

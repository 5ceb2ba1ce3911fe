package overthink.core.exact.selection;

import java.util.Arrays;
import overthink.core.exact.Approximation;
import overthink.core.exact.Exponentials;

/**
 * The integral ∫ N·p·f₁(x)·F(x)<sup>N−1</sup> dx on one problem, by the nodes of a grid. Not for use by several
 * threads: what a node needs is worked out when it is first looked at.
 */
final class MaximumIntegral {

    /** F<sup>N</sup> below e<sup>−45</sup> is nothing. */
    private static final double NEGLIGIBLE = -45;

    /** Above the panel where N·(1 − F) falls below this the rest of the integral is taken from its series. */
    private static final double SERIES = 1e-11;

    private static final double ROUNDING = 2e-14;

    private final LatentGrid grid;
    private final double p;
    /** By node: log F; NaN until it is asked for. */
    private final double[] logBelow;

    /** By node: log F<sup>N−1</sup>, and F<sup>N−1</sup>, of the N at hand. */
    private final double[] powers;

    private final double[] below;

    MaximumIntegral(LatentGrid grid, double p) {
        this.grid = grid;
        this.p = p;
        logBelow = new double[grid.nodes()];
        Arrays.fill(logBelow, Double.NaN);
        powers = new double[grid.nodes()];
        below = new double[grid.nodes()];
    }

    private double logBelow(int k) {
        double known = logBelow[k];
        if (Double.isNaN(known)) {
            known = StrictMath.log1p(-(p * grid.rightSurvival(k) + (1 - p) * grid.wrongSurvival(k)));
            logBelow[k] = known;
        }
        return known;
    }

    private double right(int k) {
        return grid.weight(k) * p * grid.rightDensity(k);
    }

    private double wrong(int k) {
        return grid.weight(k) * (1 - p) * grid.wrongDensity(k);
    }

    /**
     * The same nodes also integrate the whole density of the maximum, which is 1: how far they miss it is the estimate
     * of the error.
     *
     * @param n at least 2
     */
    Approximation at(long n) {
        return from(0, n);
    }

    /**
     * The part of the integral over the panels from {@code first} on; the whole density's is the probability that the
     * maximum lies there.
     *
     * @param n at least 2
     */
    Approximation from(int first, long n) {
        double others = n - 1;
        int order = LatentGrid.order();
        int panel = Math.max(first, firstPanel(NEGLIGIBLE / others));
        double rightSum = 0;
        double wrongSum = 0;
        int start = panel * order;
        double above = from(panel);
        while (panel < grid.panels() && n * above > SERIES) {
            panel++;
            above = from(panel);
        }
        int end = panel * order;
        for (int k = start; k < end; k++) {
            powers[k] = others * logBelow(k);
        }
        Exponentials.of(powers, start, end, below);
        for (int k = start; k < end; k++) {
            rightSum += right(k) * below[k];
            wrongSum += wrong(k) * below[k];
        }
        // ∫ f₁·(1 − S)^(N−1) over the rest, where S is next to nothing: S₁·(1 − (N−1)·S/2), exact to (N·S)².
        double series = 1 - 0.5 * others * above;
        double value = n * (rightSum + p * grid.rightFrom(panel) * series);
        double total = n * (rightSum + wrongSum + above * series);
        double expected = first == 0 ? 1 : -StrictMath.expm1(n * StrictMath.log1p(-from(first)));
        return approximation(value, total - expected);
    }

    /**
     * The part of the integral over the panels before {@code end}.
     *
     * @param n at least 2
     */
    Approximation before(int end, long n) {
        double others = n - 1;
        int order = LatentGrid.order();
        double rightSum = 0;
        double wrongSum = 0;
        for (int k = firstPanel(NEGLIGIBLE / others) * order; k < end * order; k++) {
            double below = StrictMath.exp(others * logBelow(k));
            rightSum += right(k) * below;
            wrongSum += wrong(k) * below;
        }
        double expected = end == 0 ? 0 : StrictMath.exp(n * StrictMath.log1p(-from(end)));
        return approximation(n * rightSum, n * (rightSum + wrongSum) - expected);
    }

    private static Approximation approximation(double value, double missed) {
        return new Approximation(Math.min(1, value), Math.abs(missed) + ROUNDING * Math.min(1, value));
    }

    /** P(x above the lower edge of a panel). */
    private double from(int panel) {
        return Math.min(1, p * grid.rightFrom(panel) + (1 - p) * grid.wrongFrom(panel));
    }

    /** The first panel whose last node reaches log F ≥ {@code least}. */
    private int firstPanel(double least) {
        int order = LatentGrid.order();
        int low = 0;
        int high = grid.panels() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (logBelow((middle + 1) * order - 1) >= least) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

package overthink.core.exact;

/**
 * The integral ∫ N·p·f₁(x)·F(x)<sup>N−1</sup> dx on one problem, by the nodes of a grid. Immutable.
 */
final class MaximumIntegral {

    /** F<sup>N</sup> below e<sup>−45</sup> is nothing. */
    private static final double NEGLIGIBLE = -45;

    /** Above the panel where N·(1 − F) falls below this the rest of the integral is taken from its series. */
    private static final double SERIES = 1e-11;

    private static final double ROUNDING = 2e-14;

    private final LatentGrid grid;
    private final double p;
    private final double[] right;
    private final double[] wrong;
    private final double[] logBelow;

    MaximumIntegral(LatentGrid grid, double p) {
        this.grid = grid;
        this.p = p;
        int nodes = grid.nodes();
        right = new double[nodes];
        wrong = new double[nodes];
        logBelow = new double[nodes];
        for (int k = 0; k < nodes; k++) {
            right[k] = grid.weight(k) * p * grid.rightDensity(k);
            wrong[k] = grid.weight(k) * (1 - p) * grid.wrongDensity(k);
            logBelow[k] = StrictMath.log1p(-(p * grid.rightSurvival(k) + (1 - p) * grid.wrongSurvival(k)));
        }
    }

    /**
     * The same nodes also integrate the whole density of the maximum, which is 1: how far they miss it is the estimate
     * of the error.
     *
     * @param n at least 2
     */
    Approximation at(long n) {
        double others = n - 1;
        int order = LatentGrid.order();
        int panel = firstPanel(NEGLIGIBLE / others);
        double rightSum = 0;
        double wrongSum = 0;
        double above;
        do {
            for (int k = panel * order; k < (panel + 1) * order; k++) {
                double below = StrictMath.exp(others * logBelow[k]);
                rightSum += right[k] * below;
                wrongSum += wrong[k] * below;
            }
            above = p * grid.rightAbove(panel) + (1 - p) * grid.wrongAbove(panel);
            panel++;
        } while (panel < grid.panels() && n * above > SERIES);
        // ∫ f₁·(1 − S)^(N−1) over the rest, where S is next to nothing: S₁·(1 − (N−1)·S/2), exact to (N·S)².
        double series = 1 - 0.5 * others * above;
        double value = n * (rightSum + p * grid.rightAbove(panel - 1) * series);
        double total = n * (rightSum + wrongSum + above * series);
        double error = Math.abs(total - 1) + ROUNDING * Math.min(1, value);
        return new Approximation(Math.min(1, value), error);
    }

    /** The first panel whose last node reaches log F ≥ {@code least}. */
    private int firstPanel(double least) {
        int order = LatentGrid.order();
        int low = 0;
        int high = grid.panels() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (logBelow[(middle + 1) * order - 1] >= least) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

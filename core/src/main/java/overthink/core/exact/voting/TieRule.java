package overthink.core.exact.voting;

import overthink.core.exact.GaussLegendre;

/**
 * Nodes s and weights with Σ w·s<sup>k</sup> = ∫ s<sup>k</sup> ds from 0 to 1 = 1/(1 + k) for every k up to a degree: the
 * chance to be seen first among 1 + k answers that tie. Gauss–Legendre, exact; for degrees above {@value #EXACT} on panels
 * that halve towards 1, where s<sup>k</sup> lives, to about 1e−14.
 */
final class TieRule {

    private static final int EXACT = 150;
    private static final GaussLegendre PANEL = new GaussLegendre(12);

    private static final TieRule[] BY_HALF_DEGREE = new TieRule[EXACT / 2 + 1];
    private static final TieRule[] BY_PANELS = new TieRule[64];

    static {
        for (int half = 0; half < BY_HALF_DEGREE.length; half++) {
            BY_HALF_DEGREE[half] = new TieRule(new GaussLegendre(half + 1), 1);
        }
        for (int panels = 1; panels < BY_PANELS.length; panels++) {
            BY_PANELS[panels] = new TieRule(PANEL, panels);
        }
    }

    /** (K!)<sup>4</sup>/((2K + 1)·(2K)!<sup>3</sup>), by the number of nodes K. */
    private static final double[] REMAINDER = new double[BY_HALF_DEGREE.length + 1];

    static {
        REMAINDER[0] = 1;
        for (int k = 1; k < REMAINDER.length; k++) {
            double step = 2 * k * (2.0 * k - 1);
            REMAINDER[k] = REMAINDER[k - 1] * (2 * k - 1) / (2 * k + 1) * StrictMath.pow(k, 4) / (step * step * step);
        }
    }

    private final double[] nodes;
    private final double[] weights;

    private TieRule(GaussLegendre rule, int panels) {
        nodes = new double[panels * rule.size()];
        weights = new double[nodes.length];
        for (int i = 0; i < panels; i++) {
            double lower = 1 - StrictMath.scalb(1.0, -i);
            double upper = i == panels - 1 ? 1 : 1 - StrictMath.scalb(0.5, -i);
            fill(rule, i * rule.size(), lower, upper);
        }
    }

    /**
     * The rule for ties with up to {@code degree} other answers.
     *
     * @param degree at least 0
     */
    static TieRule of(long degree) {
        if (degree <= EXACT) {
            return BY_HALF_DEGREE[(int) degree / 2];
        }
        int panels = 2;
        while (StrictMath.scalb(1.0, -panels) * degree > 1) {
            panels++;
        }
        return BY_PANELS[panels];
    }

    /**
     * The rule for a polynomial ∏(b + s·t), all b and t at least 0 and b + t at most 1, that errs by at most a tolerance. By
     * K nodes the error is (K!)<sup>4</sup>/((2K + 1)·(2K)!<sup>3</sup>) times a derivative of order 2K, which is at most
     * (Σ t/b)<sup>2K</sup>.
     *
     * @param degree the number of factors that vary with s, at least 0
     * @param ratio Σ t/b, perhaps infinite
     * @param tolerance at least 0
     */
    static TieRule of(long degree, double ratio, double tolerance) {
        double power = 1;
        for (int nodes = 1; nodes < BY_HALF_DEGREE.length && 2L * nodes <= degree; nodes++) {
            power *= ratio * ratio;
            if (power * REMAINDER[nodes] <= tolerance) {
                return BY_HALF_DEGREE[nodes - 1];
            }
        }
        return of(degree);
    }

    private void fill(GaussLegendre rule, int base, double lower, double upper) {
        double half = 0.5 * (upper - lower);
        for (int i = 0; i < rule.size(); i++) {
            nodes[base + i] = lower + half * (1 + rule.node(i));
            weights[base + i] = half * rule.weight(i);
        }
    }

    int size() {
        return nodes.length;
    }

    double node(int i) {
        return nodes[i];
    }

    double weight(int i) {
        return weights[i];
    }
}

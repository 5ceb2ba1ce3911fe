package overthink.core.exact;

import java.util.Arrays;

/**
 * Quadrature nodes in a verifier's latent x, with the densities and survival functions of right and wrong candidates there.
 * Right ones are centred at d; of the wrong ones a share (the loved) is centred elsewhere, the others at 0. Nothing depends
 * on p, so that all problems share one grid.
 *
 * <p>The nodes are those of 16-point Gauss–Legendre rules on panels, ascending; panels follow {@link NoiseDensity#panel}
 * for all three centres. Survival functions are integrated from the top down with each panel's own polynomial, which keeps
 * their relative accuracy (about 1e−13) in the extreme upper tail.
 */
final class LatentGrid {

    private static final GaussLegendre RULE = new GaussLegendre(16);
    private static final double[][] UPPER_INTEGRALS = RULE.upperIntegrals();

    private final int panels;
    private final double[] weight;
    private final double[] rightDensity;
    private final double[] wrongDensity;
    private final double[] rightSurvival;
    private final double[] wrongSurvival;
    private final double[] rightAbove;
    private final double[] wrongAbove;

    /**
     * Builds the grid.
     *
     * @param noise the noise of every candidate
     * @param d centre of right candidates
     * @param lovedShare share of wrong candidates that are loved
     * @param lovedCentre centre of loved wrong candidates
     */
    LatentGrid(NoiseDensity noise, double d, double lovedShare, double lovedCentre) {
        double[] centres = lovedShare > 0 ? new double[] {0, lovedCentre, d} : new double[] {0, d};
        double[] edges = edges(noise, centres);
        int order = RULE.size();
        panels = edges.length / 2;
        int nodes = panels * order;
        weight = new double[nodes];
        rightDensity = new double[nodes];
        wrongDensity = new double[nodes];
        rightSurvival = new double[nodes];
        wrongSurvival = new double[nodes];
        rightAbove = new double[panels];
        wrongAbove = new double[panels];
        double top = edges[edges.length - 1];
        double right = noise.tail(top - d);
        double wrong =
                (1 - lovedShare) * noise.tail(top) + (lovedShare > 0 ? lovedShare * noise.tail(top - lovedCentre) : 0);
        for (int panel = panels - 1; panel >= 0; panel--) {
            double half = 0.5 * (edges[2 * panel + 1] - edges[2 * panel]);
            int base = panel * order;
            for (int i = 0; i < order; i++) {
                double x = edges[2 * panel] + half * (1 + RULE.node(i));
                weight[base + i] = half * RULE.weight(i);
                rightDensity[base + i] = noise.density(x - d);
                wrongDensity[base + i] = (1 - lovedShare) * noise.density(x)
                        + (lovedShare > 0 ? lovedShare * noise.density(x - lovedCentre) : 0);
            }
            rightAbove[panel] = right;
            wrongAbove[panel] = wrong;
            right = accumulate(rightDensity, base, half, right, rightSurvival);
            wrong = accumulate(wrongDensity, base, half, wrong, wrongSurvival);
        }
    }

    /** Fills one panel's survival function; returns that at the panel's lower edge. */
    private static double accumulate(double[] density, int base, double half, double above, double[] into) {
        double total = 0;
        for (int k = 0; k < RULE.size(); k++) {
            double sum = 0;
            for (int j = 0; j < RULE.size(); j++) {
                sum += UPPER_INTEGRALS[k][j] * density[base + j];
            }
            into[base + k] = Math.min(1, above + half * sum);
            total += RULE.weight(k) * density[base + k];
        }
        return above + half * total;
    }

    /** Lower and upper edge of each panel, ascending; where no centre is near there is no panel. */
    private static double[] edges(NoiseDensity noise, double[] centres) {
        Arrays.sort(centres);
        double lowest = noise.lowest();
        double highest = noise.highest();
        double[] edges = new double[256];
        int size = 0;
        double x = centres[0] + lowest;
        double end = centres[centres.length - 1] + highest;
        while (x < end) {
            double width = Double.POSITIVE_INFINITY;
            double next = Double.POSITIVE_INFINITY;
            for (double centre : centres) {
                if (x < centre + lowest) {
                    next = Math.min(next, centre + lowest);
                } else if (x < centre + highest) {
                    width = Math.min(width, noise.panel(x - centre));
                }
            }
            if (width < Double.POSITIVE_INFINITY) {
                double upper = Math.min(x + width, next);
                if (size == edges.length) {
                    edges = Arrays.copyOf(edges, 2 * size);
                }
                edges[size++] = x;
                edges[size++] = upper;
                x = upper;
            } else {
                x = next;
            }
        }
        return Arrays.copyOf(edges, size);
    }

    int panels() {
        return panels;
    }

    /** Nodes in a panel. */
    static int order() {
        return RULE.size();
    }

    /** Nodes in all. */
    int nodes() {
        return weight.length;
    }

    double weight(int node) {
        return weight[node];
    }

    double rightDensity(int node) {
        return rightDensity[node];
    }

    double wrongDensity(int node) {
        return wrongDensity[node];
    }

    double rightSurvival(int node) {
        return rightSurvival[node];
    }

    double wrongSurvival(int node) {
        return wrongSurvival[node];
    }

    /** P(x above this panel | right). */
    double rightAbove(int panel) {
        return rightAbove[panel];
    }

    /** P(x above this panel | wrong). */
    double wrongAbove(int panel) {
        return wrongAbove[panel];
    }
}

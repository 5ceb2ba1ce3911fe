package overthink.core.exact;

import java.util.Arrays;

/**
 * Quadrature nodes in a verifier's latent x, with the densities and survival functions of right and wrong candidates there.
 * Right ones have noise of deviation 1 about their centre, wrong ones are a {@link LatentMixture}. Nothing depends on p, so
 * that all problems of one mixture share one grid.
 *
 * <p>The nodes are those of 16-point Gauss–Legendre rules on panels, ascending; panels follow {@link NoiseDensity#panel}
 * for all centres that are near. Survival functions are integrated from the top down with each panel's own polynomial, which
 * keeps their relative accuracy (about 1e−13) in the extreme upper tail.
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
     * @param centre of right candidates
     * @param wrong candidates' law, in units of the deviation of right ones
     */
    LatentGrid(NoiseDensity noise, double centre, LatentMixture wrong) {
        double[] edges = edges(noise, centre, wrong);
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
        double rightTail = noise.tail(top - centre);
        double wrongTail = 0;
        for (int j = 0; j < wrong.size(); j++) {
            wrongTail += wrong.weight(j) * noise.tail((top - wrong.centre(j)) / wrong.deviation(j));
        }
        double[] steps = new double[order];
        for (int panel = panels - 1; panel >= 0; panel--) {
            double lower = edges[2 * panel];
            double upper = edges[2 * panel + 1];
            double half = 0.5 * (upper - lower);
            int base = panel * order;
            for (int i = 0; i < order; i++) {
                steps[i] = half * (1 + RULE.node(i));
                weight[base + i] = half * RULE.weight(i);
            }
            add(noise, 1, lower - centre, 1, steps, base, rightDensity);
            for (int j = 0; j < wrong.size(); j++) {
                double deviation = wrong.deviation(j);
                double start = lower - wrong.centre(j);
                double end = upper - wrong.centre(j);
                if (end > noise.lowest() * deviation && start < noise.highest() * deviation) {
                    add(noise, wrong.weight(j), start, deviation, steps, base, wrongDensity);
                }
            }
            rightAbove[panel] = rightTail;
            wrongAbove[panel] = wrongTail;
            rightTail = accumulate(rightDensity, base, half, rightTail, rightSurvival);
            wrongTail = accumulate(wrongDensity, base, half, wrongTail, wrongSurvival);
        }
    }

    /**
     * Adds one copy's density at a panel's nodes.
     *
     * @param start where the panel starts, from the copy's centre: centres may be so far from 0 that only differences have
     *     the digits that count
     * @param steps of the nodes from the panel's start
     */
    private static void add(
            NoiseDensity noise, double share, double start, double deviation, double[] steps, int base, double[] into) {
        double scale = share / deviation;
        for (int i = 0; i < steps.length; i++) {
            into[base + i] += scale * noise.density((start + steps[i]) / deviation);
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

    /**
     * Lower and upper edge of each panel, ascending; where no centre is near there is no panel. A panel ends at latest where
     * the first panel of a copy that begins within it would end.
     */
    private static double[] edges(NoiseDensity noise, double right, LatentMixture wrong) {
        int copies = wrong.size() + 1;
        double[] centres = new double[copies];
        double[] deviations = new double[copies];
        double[] from = new double[copies];
        double[] to = new double[copies];
        double x = Double.POSITIVE_INFINITY;
        double end = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < copies; j++) {
            centres[j] = j == 0 ? right : wrong.centre(j - 1);
            deviations[j] = j == 0 ? 1 : wrong.deviation(j - 1);
            from[j] = centres[j] + deviations[j] * noise.lowest();
            to[j] = centres[j] + deviations[j] * noise.highest();
            x = Math.min(x, from[j]);
            end = Math.max(end, to[j]);
        }
        double first = noise.panel(noise.lowest());
        double[] edges = new double[256];
        int size = 0;
        while (x < end) {
            double width = Double.POSITIVE_INFINITY;
            double next = Double.POSITIVE_INFINITY;
            double newcomer = Double.POSITIVE_INFINITY;
            for (int j = 0; j < copies; j++) {
                if (x < from[j]) {
                    next = Math.min(next, from[j]);
                    newcomer = Math.min(newcomer, from[j] + deviations[j] * first);
                } else if (x < to[j]) {
                    width = Math.min(width, deviations[j] * noise.panel((x - centres[j]) / deviations[j]));
                }
            }
            if (width < Double.POSITIVE_INFINITY) {
                double upper = Math.min(x + width, newcomer);
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

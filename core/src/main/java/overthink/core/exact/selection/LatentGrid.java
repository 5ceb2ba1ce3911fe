package overthink.core.exact.selection;

import overthink.core.exact.DensityPanels;
import overthink.core.exact.GaussLegendre;

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

    private static final GaussLegendre RULE = DensityPanels.RULE;

    private final int panels;
    private final int cutPanel;
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
        this(noise, centre, wrong, Double.POSITIVE_INFINITY);
    }

    /**
     * Builds a grid no panel of which has a cut inside, and whose survival functions keep their relative accuracy at the cut
     * however far out it is.
     *
     * @param noise the noise of every candidate
     * @param centre of right candidates
     * @param wrong candidates' law, in units of the deviation of right ones
     * @param cut in the same units; infinite for none
     */
    LatentGrid(NoiseDensity noise, double centre, LatentMixture wrong, double cut) {
        double[] edges = NoisePanels.edges(noise, centres(centre, wrong), deviations(wrong), cut);
        int order = RULE.size();
        panels = edges.length / 2;
        cutPanel = panelsBelow(cut, edges);
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
                if (end > noise.lowest() * deviation && (start < noise.highest() * deviation || lower >= cut)) {
                    add(noise, wrong.weight(j), start, deviation, steps, base, wrongDensity);
                }
            }
            rightAbove[panel] = rightTail;
            wrongAbove[panel] = wrongTail;
            rightTail = DensityPanels.accumulate(rightDensity, base, half, rightTail, rightSurvival);
            wrongTail = DensityPanels.accumulate(wrongDensity, base, half, wrongTail, wrongSurvival);
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

    /** Of right candidates, then of the copies of wrong ones. */
    private static double[] centres(double right, LatentMixture wrong) {
        double[] centres = new double[wrong.size() + 1];
        centres[0] = right;
        for (int j = 0; j < wrong.size(); j++) {
            centres[j + 1] = wrong.centre(j);
        }
        return centres;
    }

    private static double[] deviations(LatentMixture wrong) {
        double[] deviations = new double[wrong.size() + 1];
        deviations[0] = 1;
        for (int j = 0; j < wrong.size(); j++) {
            deviations[j + 1] = wrong.deviation(j);
        }
        return deviations;
    }

    private static int panelsBelow(double cut, double[] edges) {
        int below = 0;
        while (2 * below < edges.length && edges[2 * below + 1] <= cut) {
            below++;
        }
        return below;
    }

    int panels() {
        return panels;
    }

    /** The first panel above the cut; {@link #panels()} when nothing lies above it. */
    int cutPanel() {
        return cutPanel;
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

    /** P(x above the lower edge of this panel | right); above all panels for {@link #panels()}. */
    double rightFrom(int panel) {
        return panel == 0 ? 1 : rightAbove[panel - 1];
    }

    /** P(x above the lower edge of this panel | wrong); above all panels for {@link #panels()}. */
    double wrongFrom(int panel) {
        return panel == 0 ? 1 : wrongAbove[panel - 1];
    }
}

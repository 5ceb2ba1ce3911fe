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
        Nodes at = new Nodes(edges);
        for (int i = 0; i < nodes; i++) {
            weight[i] = at.half[i / order] * RULE.weight(i % order);
        }
        at.add(noise, 1, centre, 1, 0, panels, rightDensity);
        for (int j = 0; j < wrong.size(); j++) {
            at.add(noise, wrong, j, cut, wrongDensity);
        }
        for (int panel = panels - 1; panel >= 0; panel--) {
            int base = panel * order;
            rightAbove[panel] = rightTail;
            wrongAbove[panel] = wrongTail;
            rightTail = DensityPanels.accumulate(rightDensity, base, at.half[panel], rightTail, rightSurvival);
            wrongTail = DensityPanels.accumulate(wrongDensity, base, at.half[panel], wrongTail, wrongSurvival);
        }
    }

    /**
     * Where the nodes are, and room to work out densities there. Centres may be so far from 0 that only differences have the
     * digits that count: a node is a step from where its panel starts.
     */
    private static final class Nodes {

        /** By panel: half its width. */
        final double[] half;

        private final double[] edges;
        /** By node: where its panel starts, and how far the node is from there. */
        private final double[] start;

        private final double[] step;
        private final double[] z;
        private final double[] density;

        Nodes(double[] edges) {
            this.edges = edges;
            int order = RULE.size();
            half = new double[edges.length / 2];
            start = new double[half.length * order];
            step = new double[start.length];
            z = new double[start.length];
            density = new double[start.length];
            for (int panel = 0; panel < half.length; panel++) {
                half[panel] = 0.5 * (edges[2 * panel + 1] - edges[2 * panel]);
                for (int i = 0; i < order; i++) {
                    start[panel * order + i] = edges[2 * panel];
                    step[panel * order + i] = half[panel] * (1 + RULE.node(i));
                }
            }
        }

        /** Adds the density of a copy of wrong ones' noise where it is not nothing. */
        void add(NoiseDensity noise, LatentMixture wrong, int copy, double cut, double[] into) {
            double centre = wrong.centre(copy);
            double deviation = wrong.deviation(copy);
            double from = noise.lowest() * deviation;
            double to = noise.highest() * deviation;
            int first = 0;
            for (int panel = 0; panel <= half.length; panel++) {
                boolean there = panel < half.length
                        && edges[2 * panel + 1] - centre > from
                        && (edges[2 * panel] - centre < to || edges[2 * panel] >= cut);
                if (!there) {
                    add(noise, wrong.weight(copy), centre, deviation, first, panel, into);
                    first = panel + 1;
                }
            }
        }

        /** Adds the density of a copy at the nodes of some panels. */
        void add(
                NoiseDensity noise,
                double share,
                double centre,
                double deviation,
                int firstPanel,
                int endPanel,
                double[] into) {
            int from = firstPanel * RULE.size();
            int to = endPanel * RULE.size();
            for (int i = from; i < to; i++) {
                z[i] = (start[i] - centre + step[i]) / deviation;
            }
            noise.densities(z, from, to, density);
            double scale = share / deviation;
            for (int i = from; i < to; i++) {
                into[i] += scale * density[i];
            }
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

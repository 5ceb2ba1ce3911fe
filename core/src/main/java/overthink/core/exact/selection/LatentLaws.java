package overthink.core.exact.selection;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import overthink.core.exact.DensityPanels;
import overthink.core.exact.GaussLegendre;

/**
 * Quadrature nodes in a verifier's latent x that serve several laws of latents, all mixtures of copies of one noise, with the
 * density and survival function of each there. Panels as in {@link LatentGrid}, for the copies of all laws.
 */
final class LatentLaws {

    private static final GaussLegendre RULE = DensityPanels.RULE;

    private final int panels;
    private final double[] weight;
    /** By law and node. */
    private final double[][] density;

    private final double[][] survival;
    /** By law and panel: the chance of more than its upper edge. */
    private final double[][] above;

    /**
     * Builds the nodes.
     *
     * @param noise the noise of every candidate
     * @param laws of which deviations are above 0
     */
    LatentLaws(NoiseDensity noise, List<LatentMixture> laws) {
        double[] edges = NoisePanels.edges(
                noise,
                laws.stream().flatMapToDouble(LatentLaws::centres).toArray(),
                laws.stream().flatMapToDouble(LatentLaws::deviations).toArray(),
                Double.POSITIVE_INFINITY);
        panels = edges.length / 2;
        int nodes = panels * RULE.size();
        weight = new double[nodes];
        density = new double[laws.size()][nodes];
        survival = new double[laws.size()][nodes];
        above = new double[laws.size()][panels];
        for (int panel = 0; panel < panels; panel++) {
            double half = 0.5 * (edges[2 * panel + 1] - edges[2 * panel]);
            for (int i = 0; i < RULE.size(); i++) {
                weight[panel * RULE.size() + i] = half * RULE.weight(i);
            }
        }
        for (int law = 0; law < laws.size(); law++) {
            fill(noise, laws.get(law), edges, law);
        }
    }

    private static DoubleStream centres(LatentMixture law) {
        return IntStream.range(0, law.size()).mapToDouble(law::centre);
    }

    private static DoubleStream deviations(LatentMixture law) {
        return IntStream.range(0, law.size()).mapToDouble(law::deviation);
    }

    private void fill(NoiseDensity noise, LatentMixture mixture, double[] edges, int law) {
        double top = edges[edges.length - 1];
        double tail = 0;
        for (int j = 0; j < mixture.size(); j++) {
            tail += mixture.weight(j) * noise.tail((top - mixture.centre(j)) / mixture.deviation(j));
        }
        for (int panel = panels - 1; panel >= 0; panel--) {
            double half = 0.5 * (edges[2 * panel + 1] - edges[2 * panel]);
            int base = panel * RULE.size();
            for (int j = 0; j < mixture.size(); j++) {
                double deviation = mixture.deviation(j);
                double scale = mixture.weight(j) / deviation;
                // centres may be so far from 0 that only differences have the digits that count
                double start = edges[2 * panel] - mixture.centre(j);
                for (int i = 0; i < RULE.size(); i++) {
                    double x = start + half * (1 + RULE.node(i));
                    density[law][base + i] += scale * noise.density(x / deviation);
                }
            }
            above[law][panel] = tail;
            tail = DensityPanels.accumulate(density[law], base, half, tail, survival[law]);
        }
    }

    int panels() {
        return panels;
    }

    /** Nodes in a panel. */
    static int order() {
        return RULE.size();
    }

    double weight(int node) {
        return weight[node];
    }

    double density(int law, int node) {
        return density[law][node];
    }

    /** P(x above the node). */
    double survival(int law, int node) {
        return survival[law][node];
    }

    /** P(x above the lower edge of a panel); above all panels for {@link #panels()}. */
    double from(int law, int panel) {
        return panel == 0 ? 1 : above[law][panel - 1];
    }
}

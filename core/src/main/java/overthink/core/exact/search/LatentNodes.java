package overthink.core.exact.search;

import java.util.Arrays;
import overthink.core.exact.DensityPanels;
import overthink.core.exact.GaussLegendre;
import overthink.core.exact.selection.NoiseDensity;

/**
 * Quadrature nodes in the latent x of a verifier's scores: sound nodes have noise of deviation 1 about {@code distance}, flawed
 * ones the same about 0. The nodes are those of 16-point Gauss–Legendre rules on panels, ascending; panels follow {@link
 * NoiseDensity#panel} for both, divided where integrands are narrower than densities. Chances of a greater latent are integrated
 * from the top down with each panel's own polynomial, which keeps their relative accuracy in the upper tail.
 */
final class LatentNodes {

    private static final GaussLegendre RULE = DensityPanels.RULE;

    private final double[] latent;
    private final double[] weight;
    private final double[] soundDensity;
    private final double[] flawedDensity;
    private final double[] soundAbove;
    private final double[] flawedAbove;

    /**
     * Makes the nodes.
     *
     * @param distance of the centre of sound ones from that of flawed ones, finite
     * @param parts into which each panel is divided, at least 1
     */
    LatentNodes(NoiseDensity noise, double distance, int parts) {
        this(noise, distance, parts, Double.POSITIVE_INFINITY);
    }

    /**
     * Makes nodes below a latent; the chances of a greater one end there.
     *
     * @param distance of the centre of sound ones from that of flawed ones, finite
     * @param parts into which each panel is divided, at least 1
     * @param ceiling the latent; infinite for all
     */
    LatentNodes(NoiseDensity noise, double distance, int parts, double ceiling) {
        double[] edges = edges(noise, distance, parts, ceiling);
        int order = RULE.size();
        int panels = edges.length / 2;
        weight = new double[panels * order];
        soundDensity = new double[weight.length];
        flawedDensity = new double[weight.length];
        soundAbove = new double[weight.length];
        flawedAbove = new double[weight.length];
        latent = new double[weight.length];
        double top = edges.length == 0 ? ceiling : edges[edges.length - 1];
        double sound = top < ceiling ? noise.tail(top - distance) : 0;
        double flawed = top < ceiling ? noise.tail(top) : 0;
        for (int panel = panels - 1; panel >= 0; panel--) {
            double lower = edges[2 * panel];
            double half = 0.5 * (edges[2 * panel + 1] - lower);
            int base = panel * order;
            for (int i = 0; i < order; i++) {
                double x = lower + half * (1 + RULE.node(i));
                latent[base + i] = x;
                weight[base + i] = half * RULE.weight(i);
                soundDensity[base + i] = noise.density(x - distance);
                flawedDensity[base + i] = noise.density(x);
            }
            sound = DensityPanels.accumulate(soundDensity, base, half, sound, soundAbove);
            flawed = DensityPanels.accumulate(flawedDensity, base, half, flawed, flawedAbove);
        }
    }

    /** Lower and upper edge of each panel, ascending; where neither centre is near there is none. */
    private static double[] edges(NoiseDensity noise, double distance, int parts, double ceiling) {
        double[] centres = {0, distance};
        double x = Math.min(0, distance) + noise.lowest();
        double end = Math.min(ceiling, Math.max(0, distance) + noise.highest());
        double first = noise.panel(noise.lowest()) / parts;
        double[] edges = new double[256];
        int size = 0;
        while (x < end) {
            double upper = Double.POSITIVE_INFINITY;
            double next = Double.POSITIVE_INFINITY;
            boolean near = false;
            for (double centre : centres) {
                double from = centre + noise.lowest();
                if (x < from) {
                    next = Math.min(next, from);
                    upper = Math.min(upper, from + first);
                } else if (x < centre + noise.highest()) {
                    near = true;
                    upper = Math.min(upper, x + noise.panel(x - centre) / parts);
                }
            }
            if (near) {
                upper = Math.min(upper, ceiling);
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

    /** How many there are. */
    int size() {
        return weight.length;
    }

    /** x of a node. */
    double latent(int node) {
        return latent[node];
    }

    /** The weight of a node in ∫ dx. */
    double weight(int node) {
        return weight[node];
    }

    /** The density of a sound one's latent. */
    double soundDensity(int node) {
        return soundDensity[node];
    }

    /** The density of a flawed one's latent. */
    double flawedDensity(int node) {
        return flawedDensity[node];
    }

    /** The chance that a sound one's latent is greater. */
    double soundAbove(int node) {
        return soundAbove[node];
    }

    /** The chance that a flawed one's latent is greater. */
    double flawedAbove(int node) {
        return flawedAbove[node];
    }
}

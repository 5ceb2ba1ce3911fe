package overthink.core.exact.selection;

import java.util.Arrays;

/** The panels by which quadrature steps through the latents of several copies of one noise. */
final class NoisePanels {

    /** A cut at more deviations is beyond everything. */
    static final double BEYOND = 1e100;

    /** Above a cut where less than this is left of a copy, its panels go on past where they end otherwise. */
    private static final double FAR = 1e-10;

    /** Until so little is left of what lies above the cut. */
    private static final double FAR_TAIL = 1e-17;

    /** What lies above a cut where less than this is left is nothing. */
    private static final double NOTHING = 1e-290;

    private NoisePanels() {}

    /**
     * Lower and upper edge of each panel, ascending; where no centre is near there is no panel. A panel ends at latest where
     * the first panel of a copy that begins within it would end, and at the cut.
     *
     * @param centres of the copies
     * @param deviations of the copies
     * @param cut infinite for none
     */
    static double[] edges(NoiseDensity noise, double[] centres, double[] deviations, double cut) {
        int copies = centres.length;
        double[] from = new double[copies];
        double[] to = new double[copies];
        double[] far = new double[copies];
        double x = Double.POSITIVE_INFINITY;
        double end = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < copies; j++) {
            from[j] = centres[j] + deviations[j] * noise.lowest();
            to[j] = centres[j] + deviations[j] * noise.highest();
            far[j] = far(noise, centres[j], deviations[j], cut);
            x = Math.min(x, from[j]);
            end = Math.max(end, Math.max(to[j], far[j]));
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
                } else if (x < cut && x >= to[j] && far[j] > cut) {
                    next = Math.min(next, cut);
                } else if (x < to[j] || x < far[j]) {
                    width = Math.min(width, deviations[j] * noise.panel((x - centres[j]) / deviations[j]));
                }
            }
            if (width < Double.POSITIVE_INFINITY) {
                double upper = Math.min(x + width, newcomer);
                if (x < cut) {
                    upper = Math.min(upper, cut);
                }
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

    /** Where the panels of a copy end above a cut far out in its tail; −∞ when the cut is not, or nothing lies above it. */
    private static double far(NoiseDensity noise, double centre, double deviation, double cut) {
        double z = (cut - centre) / deviation;
        if (!(z > 4 && z < BEYOND)) {
            return Double.NEGATIVE_INFINITY;
        }
        double tail = noise.tail(z);
        if (tail > FAR || tail < NOTHING) {
            return Double.NEGATIVE_INFINITY;
        }
        double end = z;
        while (noise.tail(end) > FAR_TAIL * tail) {
            end *= 1.05;
        }
        return centre + deviation * end;
    }
}

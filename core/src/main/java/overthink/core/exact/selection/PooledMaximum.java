package overthink.core.exact.selection;

import java.util.Arrays;
import overthink.core.exact.Approximation;

/**
 * The accuracy of the highest of n<sub>1</sub> candidates of one kind, n<sub>2</sub> of another, and so on, whose scores have
 * densities:
 *
 * <p>∫ Σ<sub>m</sub> n<sub>m</sub>·p<sub>m</sub>·f<sub>m1</sub>(x)·F<sub>m</sub>(x)<sup>n<sub>m</sub>−1</sup>·Π<sub>l≠m</sub>
 * F<sub>l</sub>(x)<sup>n<sub>l</sub></sup> dx, F<sub>m</sub> = p<sub>m</sub>F<sub>m1</sub> + (1 − p<sub>m</sub>)F<sub>m0</sub>,
 *
 * <p>by the nodes of {@link LatentLaws}, of which law m is that of kind m's right candidates, and the last that of all wrong ones.
 * Not for use by several threads: what a node needs is worked out when it is first looked at.
 */
final class PooledMaximum {

    /** Π F<sup>n</sup> below e<sup>−45</sup> is nothing. */
    private static final double NEGLIGIBLE = -45;

    /** Above the panel where Σ n·(1 − F) falls below this nothing else is as high. */
    private static final double ALONE = 1e-11;

    /** The least F that has an inverse and a logarithm. */
    private static final double LEAST = 1e-200;

    private static final double ROUNDING = 2e-14;

    private final LatentLaws laws;
    private final double[] p;
    private final int kinds;

    // by node, and at a node by kind

    /** log F; NaN until it is asked for. */
    private final double[] logBelow;

    private final double[] inverse;
    /** Density of right candidates, and of all. */
    private final double[] right;

    private final double[] all;

    PooledMaximum(LatentLaws laws, double[] p) {
        this.laws = laws;
        this.p = p;
        kinds = p.length;
        int size = laws.panels() * LatentLaws.order() * kinds;
        logBelow = new double[size];
        Arrays.fill(logBelow, Double.NaN);
        inverse = new double[size];
        right = new double[size];
        all = new double[size];
    }

    private void look(int node) {
        for (int kind = 0; kind < kinds; kind++) {
            int at = node * kinds + kind;
            double more = p[kind] * laws.survival(kind, node) + (1 - p[kind]) * laws.survival(kinds, node);
            double below = Math.max(LEAST, 1 - more);
            logBelow[at] = below == LEAST ? StrictMath.log(LEAST) : StrictMath.log1p(-more);
            inverse[at] = 1 / below;
            right[at] = p[kind] * laws.density(kind, node);
            all[at] = right[at] + (1 - p[kind]) * laws.density(kinds, node);
        }
    }

    /** log Π F<sup>n</sup> at a node. */
    private double logAllBelow(int node, double[] counts) {
        int base = node * kinds;
        if (Double.isNaN(logBelow[base])) {
            look(node);
        }
        double sum = 0;
        for (int kind = 0; kind < counts.length; kind++) {
            sum += counts[kind] * logBelow[base + kind];
        }
        return sum;
    }

    /**
     * The accuracy; the same nodes also integrate the whole density of the maximum, which is 1: how far they miss it is the
     * estimate of the error.
     *
     * @param numbers by kind, of which one is above 0
     */
    Approximation at(long[] numbers) {
        double[] counts = Arrays.stream(numbers).asDoubleStream().toArray();
        int order = LatentLaws.order();
        int panel = firstPanel(counts);
        double rightSum = 0;
        double total = 0;
        while (panel < laws.panels() && from(panel, counts, true) + from(panel, counts, false) > ALONE) {
            for (int node = panel * order; node < (panel + 1) * order; node++) {
                double below = laws.weight(node) * StrictMath.exp(logAllBelow(node, counts));
                double rightOnes = 0;
                double allOnes = 0;
                for (int kind = 0; kind < counts.length; kind++) {
                    int at = node * kinds + kind;
                    double others = counts[kind] * inverse[at];
                    rightOnes += others * right[at];
                    allOnes += others * all[at];
                }
                rightSum += below * rightOnes;
                total += below * allOnes;
            }
            panel++;
        }
        rightSum += from(panel, counts, true);
        total += from(panel, counts, true) + from(panel, counts, false);
        double value = Math.min(1, rightSum);
        return new Approximation(value, Math.abs(total - 1) + ROUNDING * value);
    }

    /** How many right or wrong candidates are above the lower edge of a panel, on average. */
    private double from(int panel, double[] counts, boolean ofRight) {
        double sum = 0;
        for (int kind = 0; kind < counts.length; kind++) {
            sum += counts[kind]
                    * (ofRight ? p[kind] * laws.from(kind, panel) : (1 - p[kind]) * laws.from(kinds, panel));
        }
        return sum;
    }

    /** The first panel at whose last node something of Π F<sup>n</sup> is left. */
    private int firstPanel(double[] counts) {
        int order = LatentLaws.order();
        int low = 0;
        int high = laws.panels() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (logAllBelow((middle + 1) * order - 1, counts) >= NEGLIGIBLE) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

package overthink.core.random;

/**
 * Standard normal numbers from words: the ziggurat of 1,024 layers (Marsaglia and Tsang 2000, as corrected by Doornik 2005:
 * layer and abscissa come from different bits of one word). 99.6 % of the words need one table look-up and one
 * multiplication; the others draw further words, which nothing else uses. At the edge of a layer the
 * density is compared with its chord first, so that exponentials are rare. Tables and the rare path use {@link StrictMath},
 * so a word gives the same number everywhere.
 */
public final class Gaussian {

    private static final int LAYERS = 1024;
    /** Where the tail begins. */
    private static final double TAIL = 4.038849846109504523;
    /** The area of each layer. */
    private static final double AREA = 0.001226324646353088073;

    /** No word stands for a number beyond ±this: what lies beyond the tail's beginning is −log(u)/{@code TAIL}, u ≥ 2<sup>−53</sup>. */
    public static final double GREATEST = 14;

    /** Exponent bits that make a double in [1, 2) of 52 bits. */
    private static final long ONE = 0x3FF0000000000000L;

    private static final double MIDDLE = 1.5;

    /**
     * By layer, side by side so that both come with one line of the cache: half the share of its width that lies under the
     * density throughout, and its full width, to be multiplied with a number in [−½, ½).
     */
    private static final double[] SHAPE = new double[2 * LAYERS];
    /** The density at the outer end of each layer, and at 0. */
    private static final double[] DENSITY = new double[LAYERS + 1];
    /** More than the density differs from its chord over the edge of a layer. */
    private static final double[] BULGE = new double[LAYERS];

    static {
        double[] x = new double[LAYERS + 1];
        double density = StrictMath.exp(-0.5 * TAIL * TAIL);
        x[0] = AREA / density;
        x[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            density += AREA / x[i - 1];
            x[i] = StrictMath.sqrt(-2 * StrictMath.log(density));
        }
        x[LAYERS] = 0;
        for (int i = 0; i < LAYERS; i++) {
            SHAPE[2 * i] = 0.5 * x[i + 1] / x[i];
            SHAPE[2 * i + 1] = 2 * x[i];
            DENSITY[i] = StrictMath.exp(-0.5 * x[i] * x[i]);
            // the second derivative of exp(−x²/2) is nowhere beyond ±1
            BULGE[i] = 1e-15 + (x[i] - x[i + 1]) * (x[i] - x[i + 1]) / 8;
        }
        DENSITY[LAYERS] = 1;
    }

    private Gaussian() {}

    /** The standard normal number that a word stands for. */
    public static double of(long word) {
        int layer = (int) word & (LAYERS - 1);
        // made of bits, not converted: the conversion of a long waits for the one before it
        double abscissa = Double.longBitsToDouble((word >>> 12) | ONE) - MIDDLE;
        return Math.abs(abscissa) < SHAPE[2 * layer] ? abscissa * SHAPE[2 * layer + 1] : outside(word, layer, abscissa);
    }

    private static double outside(long word, int firstLayer, double firstAbscissa) {
        int layer = firstLayer;
        double abscissa = firstAbscissa;
        long drawn = 0;
        while (true) {
            double u = Address.uniform(Address.further(word, ++drawn));
            if (layer == 0) {
                double beyond = -StrictMath.log(u) / TAIL;
                double height = -StrictMath.log(Address.uniform(Address.further(word, ++drawn)));
                if (height + height >= beyond * beyond) {
                    return abscissa < 0 ? -TAIL - beyond : TAIL + beyond;
                }
                continue;
            }
            if (underDensity(layer, abscissa, u)) {
                return abscissa * SHAPE[2 * layer + 1];
            }
            long next = Address.further(word, ++drawn);
            layer = (int) next & (LAYERS - 1);
            abscissa = Double.longBitsToDouble((next >>> 12) | ONE) - MIDDLE;
            if (Math.abs(abscissa) < SHAPE[2 * layer]) {
                return abscissa * SHAPE[2 * layer + 1];
            }
        }
    }

    /** Whether the point at height {@code u} of a layer's edge lies under the density. */
    private static boolean underDensity(int layer, double abscissa, double u) {
        double rise = DENSITY[layer + 1] - DENSITY[layer];
        double chord = (0.5 - Math.abs(abscissa)) / (0.5 - SHAPE[2 * layer]);
        double above = (chord - u) * rise;
        if (Math.abs(above) > BULGE[layer]) {
            return above > 0;
        }
        double x = abscissa * SHAPE[2 * layer + 1];
        return DENSITY[layer] + u * rise < StrictMath.exp(-0.5 * x * x);
    }
}

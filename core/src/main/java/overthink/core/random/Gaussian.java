package overthink.core.random;

/**
 * Standard normal numbers from words: the ziggurat of 256 layers (Marsaglia and Tsang 2000, as corrected by Doornik 2005:
 * layer and abscissa come from different bits of one word). 98.5 % of the words need one table look-up and one
 * multiplication; the others draw further words from the address that the first word makes. Tables and the rare path use
 * {@link StrictMath}, so a word gives the same number everywhere.
 */
public final class Gaussian {

    private static final int LAYERS = 256;
    /** Where the tail begins. */
    private static final double TAIL = 3.6541528853610088;
    /** The area of each layer. */
    private static final double AREA = 0.00492867323399;

    private static final double ABSCISSA_RANGE = 0x1p55;

    private static final double[] WIDTH = new double[LAYERS];
    private static final long[] INSIDE = new long[LAYERS];
    private static final double[] DENSITY = new double[LAYERS + 1];

    static {
        double[] x = new double[LAYERS + 1];
        double density = StrictMath.exp(-0.5 * TAIL * TAIL);
        x[0] = AREA / density;
        x[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            x[i] = StrictMath.sqrt(-2 * StrictMath.log(AREA / x[i - 1] + StrictMath.exp(-0.5 * x[i - 1] * x[i - 1])));
        }
        x[LAYERS] = 0;
        for (int i = 0; i < LAYERS; i++) {
            WIDTH[i] = x[i] / ABSCISSA_RANGE;
            INSIDE[i] = (long) (x[i + 1] / x[i] * ABSCISSA_RANGE);
            DENSITY[i] = StrictMath.exp(-0.5 * x[i] * x[i]);
        }
        DENSITY[LAYERS] = 1;
    }

    private Gaussian() {}

    /** The standard normal number that a word stands for. */
    public static double of(long word) {
        int layer = (int) word & (LAYERS - 1);
        long abscissa = word >> 8;
        return Math.abs(abscissa) < INSIDE[layer] ? abscissa * WIDTH[layer] : outside(word, layer, abscissa);
    }

    private static double outside(long word, int layer, long abscissa) {
        long state = word;
        while (true) {
            state += Address.GOLDEN;
            double u = Address.uniform(Address.mix(state));
            if (layer == 0) {
                double beyond = -StrictMath.log(u) / TAIL;
                state += Address.GOLDEN;
                double height = -StrictMath.log(Address.uniform(Address.mix(state)));
                if (height + height >= beyond * beyond) {
                    return abscissa < 0 ? -TAIL - beyond : TAIL + beyond;
                }
                continue;
            }
            double x = abscissa * WIDTH[layer];
            if (DENSITY[layer] + u * (DENSITY[layer + 1] - DENSITY[layer]) < StrictMath.exp(-0.5 * x * x)) {
                return x;
            }
            state += Address.GOLDEN;
            long next = Address.mix(state);
            layer = (int) next & (LAYERS - 1);
            abscissa = next >> 8;
            if (Math.abs(abscissa) < INSIDE[layer]) {
                return abscissa * WIDTH[layer];
            }
        }
    }
}

package overthink.core.random;

/**
 * Gamma numbers of scale 1 (Marsaglia and Tsang 2000, "A simple method for generating gamma variables"; shapes below 1 by their
 * power of a uniform). Only products, sums, square roots and {@link StrictMath}, so that a stream gives the same numbers
 * everywhere.
 */
public final class GammaDraw {

    private static final double SQUEEZE = 0.0331;

    private GammaDraw() {}

    /**
     * A gamma number.
     *
     * @param shape above 0
     * @param stream where its words come from
     * @return at least 0; 0 only where the number is too small for a double
     */
    public static double of(double shape, CounterStream stream) {
        if (shape < 1) {
            double u = Address.uniform(stream.nextLong());
            return of(shape + 1, stream) * StrictMath.exp(StrictMath.log(u) / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = Gaussian.of(stream.nextLong());
            double root = 1 + c * x;
            if (root <= 0) {
                continue;
            }
            double v = root * root * root;
            double u = Address.uniform(stream.nextLong());
            double square = x * x;
            if (u < 1 - SQUEEZE * square * square
                    || StrictMath.log(u) < 0.5 * square + d * (1 - v + StrictMath.log(v))) {
                return d * v;
            }
        }
    }
}

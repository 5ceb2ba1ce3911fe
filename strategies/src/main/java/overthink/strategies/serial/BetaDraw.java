package overthink.strategies.serial;

import org.apache.commons.rng.UniformRandomProvider;

/** Draws from Beta laws whose shapes are at least 1. */
final class BetaDraw {

    private BetaDraw() {}

    /** A number between 0 and 1 of Beta(α, β), as X/(X + Y) of two gamma numbers. */
    static double of(double alpha, double beta, UniformRandomProvider random) {
        double x = gamma(alpha, random);
        return x / (x + gamma(beta, random));
    }

    /** A gamma number of shape α ≥ 1 (Marsaglia and Tsang 2000). */
    private static double gamma(double alpha, UniformRandomProvider random) {
        double d = alpha - 1 / 3.0;
        double c = 1 / (3 * Math.sqrt(d));
        while (true) {
            double z = normal(random);
            double t = 1 + c * z;
            if (t > 0) {
                double v = t * t * t;
                double u = 1 - random.nextDouble();
                if (StrictMath.log(u) < 0.5 * z * z + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }

    /** A standard normal number (Marsaglia's polar method). */
    private static double normal(UniformRandomProvider random) {
        while (true) {
            double x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * Math.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }
}

package overthink.strategies.adaptive;

/** The regularised lower incomplete gamma function, without allocating. */
final class LowerGamma {

    private static final double NEGLIGIBLE = 0x1p-56;
    private static final double TINY = 1e-300;

    private LowerGamma() {}

    /**
     * P(shape, x): by its power series for x below shape + 1, else by the continued fraction of the upper part (Press et al.,
     * Numerical Recipes, section 6.2, by Lentz's method).
     *
     * @param shape above 0
     * @param logGamma the logarithm of the gamma function at the shape
     * @param x above 0
     */
    static double share(double shape, double logGamma, double x) {
        double scale = StrictMath.exp(shape * StrictMath.log(x) - x - logGamma);
        return x < shape + 1 ? scale * series(shape, x) : 1 - scale * fraction(shape, x);
    }

    private static double series(double shape, double x) {
        double term = 1 / shape;
        double sum = term;
        for (double n = shape + 1; term > sum * NEGLIGIBLE; n++) {
            term *= x / n;
            sum += term;
        }
        return sum;
    }

    private static double fraction(double shape, double x) {
        double b = x + 1 - shape;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        double factor = 0;
        for (int n = 1; Math.abs(factor - 1) > NEGLIGIBLE && n < 100_000; n++) {
            double a = n * (shape - n);
            b += 2;
            d = 1 / nonzero(b + a * d);
            c = nonzero(b + a / c);
            factor = c * d;
            value *= factor;
        }
        return value;
    }

    private static double nonzero(double number) {
        return Math.abs(number) < TINY ? TINY : number;
    }
}

package overthink.core.law.difficulty;

import org.apache.commons.math3.special.Beta;

/**
 * The quantile of a beta law on the scale of logits, where neither end of [0, 1] crowds. There the logarithm of the
 * distribution function is concave, with slope α far to the left, so Newton's method runs to the root from any start.
 */
final class BetaQuantile {

    /** Where the first term of the series in x leaves a relative error below this, it is the answer. */
    private static final double NEGLIGIBLE = 1e-13;

    private static final double CLOSE = 1e-14;
    private static final int MOST_ITERATIONS = 200;
    private static final int MOST_FRACTIONS = 100_000;
    private static final double TINY = 1e-300;

    private BetaQuantile() {}

    /** logit x of the x with I<sub>x</sub>(α, β) = u, for u in (0, 1). */
    static double logit(double alpha, double beta, double u) {
        // near 0, I_x(a, b) = x^a/(a·B(a, b))·(1 + O((1 + b)·x))
        double left = (StrictMath.log(u) + logScaledBeta(alpha, beta)) / alpha;
        if ((1 + beta) * StrictMath.exp(left) < NEGLIGIBLE) {
            return left;
        }
        double right = (StrictMath.log1p(-u) + logScaledBeta(beta, alpha)) / beta;
        if ((1 + alpha) * StrictMath.exp(right) < NEGLIGIBLE) {
            return -right;
        }
        return u <= 0.5
                ? newton(alpha, beta, StrictMath.log(u), left)
                : -newton(beta, alpha, StrictMath.log1p(-u), right);
    }

    /**
     * The y at which the logarithm of the distribution function is {@code target}.
     *
     * @param left where the tangent at −∞ reaches the target: at or below the root
     */
    private static double newton(double a, double b, double target, double left) {
        double low = left;
        double high = Math.max(left, StrictMath.log(a / b));
        double step = 1;
        while (logLower(a, b, high) < target) {
            low = high;
            high += step;
            step *= 2;
        }
        double logScale = logScaledBeta(a, b);
        double y = high;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double lower = logLower(a, b, y);
            if (lower < target) {
                low = y;
            } else {
                high = y;
            }
            // the slope is x^a·(1 − x)^b/(B(a, b)·I_x(a, b))
            double slope = a * StrictMath.exp(a * Logistic.log(y) + b * Logistic.log(-y) - logScale - lower);
            double next = y - (lower - target) / slope;
            if (!(next >= low && next <= high)) {
                next = 0.5 * (low + high);
            }
            double move = Math.abs(next - y);
            y = next;
            if (move <= CLOSE * (1 + Math.abs(y))) {
                break;
            }
        }
        return y;
    }

    /** log I<sub>σ(y)</sub>(a, b). */
    static double logLower(double a, double b, double y) {
        if (Logistic.of(y) <= (a + 1) / (a + b + 2)) {
            return logFraction(a, b, y);
        }
        return StrictMath.log1p(-StrictMath.exp(logFraction(b, a, -y)));
    }

    /** log(a·B(a, b)), without the pole at a = 0: a·B(a, b) = (a + b)/b·(a + b + 1)·B(a + 1, b + 1). */
    private static double logScaledBeta(double a, double b) {
        return StrictMath.log((a + b) / b * (a + b + 1)) + Beta.logBeta(a + 1, b + 1);
    }

    /**
     * log I<sub>x</sub>(a, b) at x = σ(y) by its continued fraction (DLMF 8.17.22, evaluated from the front by Lentz's
     * method), which converges fast for x below (a + 1)/(a + b + 2).
     */
    private static double logFraction(double a, double b, double y) {
        double x = Logistic.of(y);
        double c = 1;
        double d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
        double fraction = d;
        for (int m = 1; m <= MOST_FRACTIONS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / awayFromZero(1 + even * d);
            c = awayFromZero(1 + even / c);
            fraction *= c * d;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / awayFromZero(1 + odd * d);
            c = awayFromZero(1 + odd / c);
            double factor = c * d;
            fraction *= factor;
            if (Math.abs(factor - 1) < 1e-15) {
                break;
            }
        }
        return a * Logistic.log(y) + b * Logistic.log(-y) - logScaledBeta(a, b) + StrictMath.log(fraction);
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}

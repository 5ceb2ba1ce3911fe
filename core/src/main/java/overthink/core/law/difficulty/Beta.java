package overthink.core.law.difficulty;

import java.util.function.DoubleUnaryOperator;
import overthink.core.api.RealRange;

/**
 * A beta law on an interval: p = low + (high − low)·q, where q has density
 * q<sup>α−1</sup>(1 − q)<sup>β−1</sup>/B(α, β) on [0, 1]. On [0, 1] what n candidates leave unsolved is
 * B(α, β + n)/B(α, β), which falls as n<sup>−α</sup>.
 *
 * @param alpha α, in [1e-6, 1e6]; the smaller, the more problems are near {@code low}
 * @param beta β, in [1e-6, 1e6]
 * @param low at least 0
 * @param high above {@code low}, at most 1
 */
public record Beta(double alpha, double beta, double low, double high) implements DifficultyLaw {

    /** What α and β may be; beyond, the law is atoms or a point for every purpose here. */
    public static final RealRange SHAPE = Domain.SHAPE;

    /** Up to this n the ratio of beta functions is multiplied out. */
    private static final int MULTIPLIED = 64;
    /** Above this α the logarithms of beta functions are too large to subtract. */
    private static final double SUBTRACTABLE = 100;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when α or β is outside [1e-6, 1e6], or unless 0 ≤ low &lt; high ≤ 1
     */
    public Beta {
        SHAPE.check("beta: alpha", alpha);
        SHAPE.check("beta: beta", beta);
        Domain.checkInterval("beta", low, high);
    }

    /**
     * The beta law on [0, 1].
     *
     * @throws IllegalArgumentException when α or β is outside [1e-6, 1e6]
     */
    public Beta(double alpha, double beta) {
        this(alpha, beta, 0, 1);
    }

    @Override
    public double quantile(double u) {
        Domain.checkLatent(u);
        return Math.min(high, low + (high - low) * Logistic.of(BetaQuantile.logit(alpha, beta, u)));
    }

    /**
     * {@link #quantile(double)} of a beta law on [0, 1] that is not made for it.
     *
     * @param alpha α, in {@link #SHAPE}
     * @param beta β, in {@link #SHAPE}
     * @param u in (0, 1)
     */
    public static double quantile(double alpha, double beta, double u) {
        return Logistic.of(BetaQuantile.logit(alpha, beta, u));
    }

    @Override
    public double mean() {
        return low + (high - low) * (alpha / (alpha + beta));
    }

    @Override
    public double expectation(DoubleUnaryOperator f) {
        double width = high - low;
        return latent().expectation(q -> f.applyAsDouble(Math.min(high, low + width * q)));
    }

    /**
     * E[(1 − p)<sup>n</sup>]: for high = 1 it is (1 − low)<sup>n</sup>·B(α, β + n)/B(α, β), else
     * (1 − low)<sup>n</sup>·E[(1 − c·q)<sup>n</sup>] with c = (high − low)/(1 − low), by quadrature.
     */
    @Override
    public double failure(long n) {
        Domain.checkCandidates(n);
        double below = Point.failure(low, n);
        if (high < 1) {
            return below * latent().failure(n);
        }
        if (n <= MULTIPLIED) {
            double product = 1;
            for (int i = 0; i < n; i++) {
                product *= (beta + i) / (alpha + beta + i);
            }
            return below * product;
        }
        if (alpha > SUBTRACTABLE) {
            return below * latent().failure(n);
        }
        double ratio = org.apache.commons.math3.special.Beta.logBeta(alpha, beta + n)
                - org.apache.commons.math3.special.Beta.logBeta(alpha, beta);
        return below * Math.min(1, StrictMath.exp(ratio));
    }

    /** q on the latent line of δ = logit q − logit E[q], whose mode is 0; its 1 − p is 1 − c·q. */
    LatentDensity latent() {
        double mean = alpha / (alpha + beta);
        double rest = beta / (alpha + beta);
        double slope = (high - low) / (1 - low);
        double beyond = (1 - high) / (1 - low);
        DoubleUnaryOperator share = delta -> delta < 0
                ? mean * StrictMath.exp(delta) / (rest + mean * StrictMath.exp(delta))
                : mean / (rest * StrictMath.exp(-delta) + mean);
        return new LatentDensity(
                delta -> -alpha * logMix(mean, rest, -delta) - beta * logMix(rest, mean, delta),
                share,
                delta -> {
                    double q = share.applyAsDouble(delta);
                    if (slope * q < 0.5) {
                        return StrictMath.log1p(-slope * q);
                    }
                    double logRest = StrictMath.log(rest) - logMix(rest, mean, delta);
                    return beyond == 0 ? logRest : StrictMath.log(StrictMath.exp(logRest) + beyond * q);
                },
                0,
                1);
    }

    /** log(p + q·e<sup>x</sup>) for p + q = 1, with small relative error. */
    private static double logMix(double p, double q, double x) {
        if (Math.abs(x) < 1) {
            return StrictMath.log1p(q * StrictMath.expm1(x));
        }
        return x > 0 ? x + StrictMath.log(q + p * StrictMath.exp(-x)) : StrictMath.log(p + q * StrictMath.exp(x));
    }
}

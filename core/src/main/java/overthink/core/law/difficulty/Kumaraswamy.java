package overthink.core.law.difficulty;

import overthink.core.api.RealRange;

/**
 * Kumaraswamy's law: P(p ≤ x) = 1 − (1 − x<sup>a</sup>)<sup>b</sup>, with mean b·B(1 + 1/a, b) (Kumaraswamy 1980).
 *
 * @param a in [1e-6, 1e6]; the density near 0 goes as x<sup>a−1</sup>
 * @param b in [1e-6, 1e6]; the density near 1 goes as (1 − x)<sup>b−1</sup>
 */
public record Kumaraswamy(double a, double b) implements LatentLaw {

    /** What a and b may be; beyond, the law is atoms or a point for every purpose here. */
    public static final RealRange SHAPE = Domain.SHAPE;

    private static final double LOG_HALF = -0.6931471805599453;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when {@code a} or {@code b} is outside [1e-6, 1e6]
     */
    public Kumaraswamy {
        SHAPE.check("kumaraswamy: a", a);
        SHAPE.check("kumaraswamy: b", b);
    }

    /** (1 − (1 − u)<sup>1/b</sup>)<sup>1/a</sup>. */
    @Override
    public double quantile(double u) {
        Domain.checkLatent(u);
        double logPower = logOneMinusExp(StrictMath.log1p(-u) / b);
        return StrictMath.exp(logPower / a);
    }

    /** p on the latent line of logit p<sup>a</sup>: p<sup>a</sup> has the law Beta(1, b). */
    @Override
    public LatentDensity latent() {
        return new LatentDensity(
                y -> Logistic.log(y) + b * Logistic.log(-y),
                y -> StrictMath.exp(Logistic.log(y) / a),
                y -> logOneMinusExp(Logistic.log(y) / a),
                -StrictMath.log(b),
                1);
    }

    /** log(1 − e<sup>x</sup>) for x below 0. */
    private static double logOneMinusExp(double x) {
        return x > LOG_HALF ? StrictMath.log(-StrictMath.expm1(x)) : StrictMath.log1p(-StrictMath.exp(x));
    }
}

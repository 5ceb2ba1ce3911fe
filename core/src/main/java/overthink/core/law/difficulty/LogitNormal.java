package overthink.core.law.difficulty;

import overthink.core.api.RealRange;
import overthink.core.random.NormalQuantile;

/**
 * A logit-normal law: log(p/(1 − p)) is normal.
 *
 * @param mu mean of the logit, in [−100, 100]
 * @param sigma standard deviation of the logit, in [1e-9, 30]; a smaller one is a point for every purpose here
 */
public record LogitNormal(double mu, double sigma) implements LatentLaw {

    /** What mu may be: p = σ(±100) is within 4e-44 of 0 or 1. */
    public static final RealRange MU = RealRange.within(100);

    /** What sigma may be. With it p is at least σ(−100 − 30·8.3), far above the least double. */
    public static final RealRange SIGMA = new RealRange(1e-9, 30);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public LogitNormal {
        MU.check("logit-normal: mu", mu);
        SIGMA.check("logit-normal: sigma", sigma);
    }

    /** σ(mu + sigma·Φ⁻¹(u)), σ the logistic function. */
    @Override
    public double quantile(double u) {
        Domain.checkLatent(u);
        return Logistic.of(mu + sigma * NormalQuantile.of(u));
    }

    @Override
    public LatentDensity latent() {
        return new LatentDensity(
                z -> -0.5 * z * z,
                z -> Logistic.of(mu + sigma * z),
                z -> Logistic.log(-mu - sigma * z),
                0,
                Math.min(1, 1 / sigma));
    }
}

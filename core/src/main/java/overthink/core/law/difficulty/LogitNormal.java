package overthink.core.law.difficulty;

import java.util.function.DoubleUnaryOperator;
import overthink.core.random.NormalQuantile;

/**
 * A logit-normal law: log(p/(1 − p)) is normal.
 *
 * @param mu mean of the logit, in [−100, 100]
 * @param sigma standard deviation of the logit, above 0 and at most 30
 */
public record LogitNormal(double mu, double sigma) implements DifficultyLaw {

    private static final double GREATEST_MU = 100;
    private static final double GREATEST_SIGMA = 30;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public LogitNormal {
        if (!(Math.abs(mu) <= GREATEST_MU)) {
            throw new IllegalArgumentException("logit-normal: mu must be between -100 and 100, not " + mu);
        }
        if (!(sigma > 0 && sigma <= GREATEST_SIGMA)) {
            throw new IllegalArgumentException("logit-normal: sigma must be above 0 and at most 30, not " + sigma);
        }
    }

    /** σ(mu + sigma·Φ⁻¹(u)), σ the logistic function. */
    @Override
    public double quantile(double u) {
        Domain.checkLatent(u);
        return Logistic.of(mu + sigma * NormalQuantile.of(u));
    }

    @Override
    public double mean() {
        return expectation(p -> p);
    }

    @Override
    public double expectation(DoubleUnaryOperator f) {
        return latent().expectation(f);
    }

    @Override
    public double failure(long n) {
        Domain.checkCandidates(n);
        return latent().failure(n);
    }

    private LatentDensity latent() {
        return new LatentDensity(
                z -> -0.5 * z * z,
                z -> Logistic.of(mu + sigma * z),
                z -> Logistic.log(-mu - sigma * z),
                0,
                Math.min(1, 1 / sigma));
    }
}

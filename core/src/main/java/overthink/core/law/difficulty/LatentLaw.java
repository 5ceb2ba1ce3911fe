package overthink.core.law.difficulty;

import java.util.function.DoubleUnaryOperator;

/** A law of which everything but its quantiles is an integral over a {@linkplain LatentDensity latent line}. */
public sealed interface LatentLaw extends DifficultyLaw permits Kumaraswamy, LogitNormal {

    /** p on the latent line. */
    LatentDensity latent();

    @Override
    default double mean() {
        return expectation(p -> p);
    }

    @Override
    default double expectation(DoubleUnaryOperator f) {
        return latent().expectation(f);
    }

    @Override
    default double failure(long n) {
        Domain.checkCandidates(n);
        return latent().failure(n);
    }
}

package overthink.core.law.difficulty;

import java.util.function.DoubleUnaryOperator;

/**
 * Every p from {@code low} to {@code high} alike.
 *
 * @param low at least 0
 * @param high above {@code low}, at most 1
 */
public record UniformDifficulty(double low, double high) implements DifficultyLaw {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException unless 0 ≤ low &lt; high ≤ 1
     */
    public UniformDifficulty {
        Domain.checkInterval("uniform", low, high);
    }

    @Override
    public double quantile(double u) {
        Domain.checkLatent(u);
        return Math.min(high, low + (high - low) * u);
    }

    @Override
    public double mean() {
        return 0.5 * (low + high);
    }

    @Override
    public double expectation(DoubleUnaryOperator f) {
        return new Beta(1, 1, low, high).expectation(f);
    }

    /** ((1 − low)<sup>n+1</sup> − (1 − high)<sup>n+1</sup>) / ((n + 1)·(high − low)). */
    @Override
    public double failure(long n) {
        Domain.checkCandidates(n);
        double exponent = n + 1.0;
        double width = high - low;
        double ratio = exponent * StrictMath.log1p(-width / (1 - low));
        return Math.min(
                1, -StrictMath.exp(exponent * StrictMath.log1p(-low)) * StrictMath.expm1(ratio) / (exponent * width));
    }
}

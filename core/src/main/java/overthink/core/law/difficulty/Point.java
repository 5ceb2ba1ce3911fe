package overthink.core.law.difficulty;

import java.util.function.DoubleUnaryOperator;
import overthink.core.api.RealRange;

/**
 * Every problem is alike.
 *
 * @param p in [0, 1]
 */
public record Point(double p) implements DifficultyLaw {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when {@code p} is outside [0, 1]
     */
    public Point {
        RealRange.PROBABILITY.check("point: p", p);
    }

    @Override
    public double quantile(double u) {
        Domain.checkLatent(u);
        return p;
    }

    @Override
    public double mean() {
        return p;
    }

    @Override
    public double expectation(DoubleUnaryOperator f) {
        return f.applyAsDouble(p);
    }

    @Override
    public double failure(long n) {
        return failure(p, n);
    }

    /** (1 − p)<sup>n</sup> as exp(n·log1p(−p)). */
    static double failure(double p, long n) {
        Domain.checkCandidates(n);
        return n == 0 ? 1 : StrictMath.exp(n * StrictMath.log1p(-p));
    }
}

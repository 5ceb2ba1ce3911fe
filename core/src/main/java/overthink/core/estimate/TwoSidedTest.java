package overthink.core.estimate;

import org.apache.commons.math3.distribution.NormalDistribution;
import overthink.core.api.RealRange;

/**
 * A test of no difference against a difference of either sign: Student's t on the problems' mean differences (their means,
 * where nothing is shared), each problem weighing the same.
 *
 * <p>Its power is that of the normal test of the same level on n − c problems, c = z²<sub>1−α/2</sub>/2 for one sample of n
 * differences and z²<sub>1−α/2</sub>/4 for two samples of n each (Guenther 1981, The American Statistician 35:243):
 * Φ(λ − z) + Φ(−λ − z) with λ = |δ|·√((n − c)/V), z = z<sub>1−α/2</sub>, V = {@link DifferenceVariance#each}. It rests on a mean
 * of n problems being nearly normal.
 *
 * @param alpha the chance of finding a difference where there is none, both signs together
 * @param power the chance of finding the difference that there is
 */
public record TwoSidedTest(double alpha, double power) {

    /** What the level may be. */
    public static final RealRange ALPHA = new RealRange(1e-9, 0.5);

    /** What the power asked for may be; below a half the other tail counts as well. */
    public static final RealRange POWER = new RealRange(0.5, 0.999999);

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /** The fewest problems of which a variance can be known. */
    private static final double FEWEST = 2;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a value is outside its range
     */
    public TwoSidedTest {
        ALPHA.check("alpha", alpha);
        POWER.check("power", power);
    }

    /**
     * The least number of problems, for each strategy, on which a difference is found with the power asked for: the least n ≥ 2
     * with n ≥ (z<sub>1−α/2</sub> + z<sub>power</sub>)²·V/δ² + c. Infinite when the difference is 0.
     *
     * @param samples of each problem
     */
    public double problems(DifferenceVariance variance, double difference, double samples) {
        if (difference == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double errors = (level() + quantile()) / difference;
        return Math.max(FEWEST, Math.ceil(errors * errors * variance.each(samples) + few(variance)));
    }

    /** The chance that a difference is found on so many problems for each strategy; the level when it is 0. */
    public double chance(DifferenceVariance variance, double difference, double problems, double samples) {
        double counted = problems - few(variance);
        if (counted <= 0) {
            return alpha;
        }
        double errors = Math.abs(difference) / Math.sqrt(variance.each(samples) / counted);
        return Double.isNaN(errors)
                ? alpha // no difference and no variance
                : NORMAL.cumulativeProbability(errors - level()) + NORMAL.cumulativeProbability(-errors - level());
    }

    /**
     * The least difference that so many problems for each strategy find with the power asked for, were the variance as it is:
     * (z<sub>1−α/2</sub> + z<sub>power</sub>)·√(V/(n − c)). Infinite when there are too few problems for any.
     */
    public double detectable(DifferenceVariance variance, double problems, double samples) {
        double counted = problems - few(variance);
        return counted <= 0
                ? Double.POSITIVE_INFINITY
                : (level() + quantile()) * Math.sqrt(variance.each(samples) / counted);
    }

    /**
     * The problems that McNemar's test needs, of one sample each on shared candidates: (z<sub>1−α/2</sub>·√ψ +
     * z<sub>power</sub>·√(ψ − δ²))²/δ² (Connor 1987, Biometrics 43:207). Infinite when the difference is 0.
     *
     * @param discordance ψ, the share of trials in which one strategy alone is right; at least |difference|
     */
    public double mcNemar(double discordance, double difference) {
        if (difference == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double errors = level() * Math.sqrt(discordance)
                + quantile() * Math.sqrt(Math.max(0, discordance - difference * difference));
        return Math.max(FEWEST, Math.ceil(errors * errors / (difference * difference)));
    }

    private double level() {
        return NORMAL.inverseCumulativeProbability(1 - alpha / 2);
    }

    private double quantile() {
        return NORMAL.inverseCumulativeProbability(power);
    }

    private double few(DifferenceVariance variance) {
        return level() * level() / 2 / variance.pairing().problems();
    }
}

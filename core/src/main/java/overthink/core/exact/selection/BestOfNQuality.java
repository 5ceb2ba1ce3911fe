package overthink.core.exact.selection;

import java.util.Optional;
import overthink.core.law.quality.QualityScale;
import overthink.core.law.quality.QualityVerifier;
import overthink.core.law.verifier.NoiseLaw;

/**
 * The latent of the candidate that a {@link QualityVerifier} of Gaussian noise scores highest among N. What it selects by is y = ρ·s +
 * √(1 − ρ²)·ε less the noise of the problem, or shift + ε of a loved one, with density f and distribution function F; so the mean
 * of s is ∫ N·F<sup>N−1</sup>·f·E[s | y] dy. Without loved ones that is r·E[max of N standard normal numbers], r the correlation of
 * s and y. The integral is the trapezoidal rule's, whose error is far below rounding for smooth integrands that vanish at both
 * ends.
 */
public final class BestOfNQuality {

    /** By how much rounding may have moved a value. */
    public static final double ROUNDING = 1e-12;

    private static final int POINTS_PER_DEVIATION = 16;
    private static final double BELOW = 10;
    private static final double ABOVE = 14;

    private final double step;
    private final double[] y;
    /** The logarithm of F, and of f, by point. */
    private final double[] logBelow;

    private final double[] logDensity;
    /** The part of f that is not loved, by point. */
    private final double[] unloved;

    /** E[s | y, not loved]/y. */
    private final double slope;
    /** The correlation of s and y of one that is not loved. */
    private final double correlation;

    /**
     * The law of a verifier.
     *
     * @throws IllegalArgumentException when there is an {@link #obstacle}
     */
    public BestOfNQuality(QualityVerifier verifier) {
        obstacle(verifier).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        double own = 1 - verifier.shares().problem();
        double rho = verifier.correlation();
        double blur = verifier.blur();
        double deviation = StrictMath.sqrt(rho * rho + blur * blur * own);
        correlation = deviation == 0 ? 0 : rho / deviation;
        slope = deviation == 0 ? 0 : rho / (deviation * deviation);
        double love = verifier.hack().share();
        double lovedDeviation = 1;
        double shift = verifier.hack().shift();
        double spread = deviation == 0 ? 1 : deviation;
        step = Math.min(spread, lovedDeviation) / POINTS_PER_DEVIATION;
        double low = love == 0 ? -BELOW * spread : Math.min(-BELOW * spread, shift - BELOW * lovedDeviation);
        double high = love == 0 ? ABOVE * spread : Math.max(ABOVE * spread, shift + ABOVE * lovedDeviation);
        int points = (int) Math.ceil((high - low) / step) + 1;
        y = new double[points];
        logBelow = new double[points];
        logDensity = new double[points];
        unloved = new double[points];
        for (int i = 0; i < points; i++) {
            y[i] = low + i * step;
            double above = (1 - love) * QualityScale.cumulative(-y[i] / spread);
            double below = (1 - love) * QualityScale.cumulative(y[i] / spread);
            double logUnloved = StrictMath.log1p(-love) + logNormal(y[i] / spread, spread);
            double logLoved = Double.NEGATIVE_INFINITY;
            if (love > 0) {
                above += love * QualityScale.cumulative((shift - y[i]) / lovedDeviation);
                below += love * QualityScale.cumulative((y[i] - shift) / lovedDeviation);
                logLoved = StrictMath.log(love) + logNormal((y[i] - shift) / lovedDeviation, lovedDeviation);
            }
            logBelow[i] = above < 0.5 ? StrictMath.log1p(-above) : StrictMath.log(below);
            double greater = Math.max(logUnloved, logLoved);
            logDensity[i] =
                    greater + StrictMath.log(StrictMath.exp(logUnloved - greater) + StrictMath.exp(logLoved - greater));
            unloved[i] = StrictMath.exp(logUnloved - logDensity[i]);
        }
    }

    private static double logNormal(double z, double deviation) {
        return -0.5 * z * z - 0.5 * StrictMath.log(2 * Math.PI) - StrictMath.log(deviation);
    }

    /** Why the law of the greatest score is not known. */
    public static Optional<String> obstacle(QualityVerifier verifier) {
        if (!(verifier.noise() instanceof NoiseLaw.Gaussian)) {
            return Optional.of("the quality of the highest score is known for gaussian noise");
        }
        return verifier.hack().share() > 0 && verifier.shares().problem() > 0
                ? Optional.of("the problem's noise moves loved candidates otherwise than the others")
                : Optional.empty();
    }

    /** A function of y, and of how likely it is that what shows y is not loved. */
    @FunctionalInterface
    private interface Given {
        double at(double y, double unloved);
    }

    private double expected(long candidates, Given given) {
        double logCount = StrictMath.log(candidates);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < y.length; i++) {
            double log = logCount + logDensity[i] + (candidates - 1) * logBelow[i];
            if (log > -60) {
                double weight = StrictMath.exp(log);
                sum += weight * given.at(y[i], unloved[i]);
                total += weight;
            }
        }
        return sum / total;
    }

    /**
     * The mean latent of what the verifier looks at, of the best.
     *
     * @param candidates N, at least 1
     */
    public double latent(long candidates) {
        return expected(candidates, (at, sober) -> sober * slope * at);
    }

    /**
     * The chance that another latent of the best is at least so much.
     *
     * @param candidates N, at least 1
     * @param alike the correlation of that latent with the one that the verifier looks at
     * @param least which it is to reach
     */
    public double reaches(long candidates, double alike, double least) {
        double base = QualityScale.cumulative(-least);
        double kept = alike * correlation;
        double left = StrictMath.sqrt(Math.max(0, 1 - kept * kept));
        return expected(candidates, (at, sober) -> {
            double centre = alike * slope * at;
            double chance = left == 0 ? (centre >= least ? 1 : 0) : QualityScale.cumulative((centre - least) / left);
            return sober * chance + (1 - sober) * base;
        });
    }
}

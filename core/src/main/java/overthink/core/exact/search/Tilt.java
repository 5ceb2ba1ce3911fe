package overthink.core.exact.search;

/**
 * What weights make of a share of sound nodes: with the mean weight of a sound one by that of a flawed one, E[w | sound]/E[w | flawed]
 * = e<sup>λ</sup>, a share x becomes x·e<sup>λ</sup>/(x·e<sup>λ</sup> + 1 − x).
 *
 * @param logRatio λ
 * @param spreadOfSound E[w² | sound]/E[w | sound]², at least 1
 * @param spreadOfFlawed E[w² | flawed]/E[w | flawed]², at least 1
 */
public record Tilt(double logRatio, double spreadOfSound, double spreadOfFlawed) {

    /**
     * Weights that are powers of the odds of graded scores with Gaussian noise: w = e<sup>c·x</sup>, x the latent.
     *
     * @param logRatio c times the distance of sound latents from flawed ones
     * @param deviation c times the deviation of the noise
     */
    public static Tilt graded(double logRatio, double deviation) {
        double spread = StrictMath.exp(deviation * deviation);
        return new Tilt(logRatio, spread, spread);
    }

    /**
     * Weights of verdicts.
     *
     * @param tpr chance that a sound one is accepted
     * @param fpr chance that a flawed one is
     * @param logOdds the logarithm of an accepted one's weight by a rejected one's
     */
    public static Tilt verdicts(double tpr, double fpr, double logOdds) {
        if (logOdds < 0) {
            return verdicts(1 - tpr, 1 - fpr, -logOdds);
        }
        double rejected = StrictMath.exp(-logOdds);
        return new Tilt(
                StrictMath.log(mean(tpr, rejected)) - StrictMath.log(mean(fpr, rejected)),
                spread(tpr, rejected),
                spread(fpr, rejected));
    }

    private static double mean(double rate, double rejected) {
        return rate + (1 - rate) * rejected;
    }

    private static double spread(double rate, double rejected) {
        double mean = mean(rate, rejected);
        return mean == 0 ? 1 : mean(rate, rejected * rejected) / (mean * mean);
    }

    /** What becomes of a share. */
    public double of(double share) {
        if (share == 0 || share == 1) {
            return share;
        }
        return 1 / (1 + (1 - share) / share * StrictMath.exp(-logRatio));
    }

    /** How fast it changes with the share, which is neither 0 nor 1. */
    double slope(double share) {
        double tilted = of(share);
        return tilted * (1 - tilted) / (share * (1 - share));
    }

    /** How fast its slope does: with e = e<sup>λ</sup>, −2·(e − 1)/(x·e + 1 − x) times it. */
    double curvature(double share) {
        double less = StrictMath.expm1(logRatio);
        return -2 * less / (share * less + 1) * slope(share);
    }

    /** N times the bias of the tilted share of N independent nodes: a ratio of sums. */
    double bias(double share) {
        double y = of(share);
        return y * (1 - y) * ((1 - y) / (1 - share) * spreadOfFlawed - y / share * spreadOfSound);
    }

    /** N times its variance. */
    double variance(double share) {
        double y = of(share);
        return y * y * (1 - y) * (1 - y) * (spreadOfSound / share + spreadOfFlawed / (1 - share));
    }
}

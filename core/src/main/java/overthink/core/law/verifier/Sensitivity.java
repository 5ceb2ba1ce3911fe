package overthink.core.law.verifier;

import overthink.core.random.NormalQuantile;

/**
 * How far a verifier tells good from bad: d, the mean latent of good ones less that of bad ones in standard deviations of
 * the noise. It may vary with the problem: d(p) = hard + (easy − hard)·p. Below 0 the verifier is below chance: bad ones have
 * the greater latents.
 *
 * @param hard d at p = 0
 * @param easy d at p = 1
 */
public record Sensitivity(double hard, double easy) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when either is not finite
     */
    public Sensitivity {
        if (!Double.isFinite(hard) || !Double.isFinite(easy)) {
            throw new IllegalArgumentException("d must be finite, not " + (Double.isFinite(hard) ? easy : hard));
        }
    }

    /** The same d for all problems. */
    public static Sensitivity of(double d) {
        return new Sensitivity(d, d);
    }

    /**
     * The d whose area under the ROC curve is {@code auc} under Gaussian noise that is each candidate's own: √2·Φ⁻¹(auc), below
     * 0 for an area below ½.
     *
     * @param auc in (0, 1)
     */
    public static double fromAuc(double auc) {
        if (!(auc > 0 && auc < 1)) {
            throw new IllegalArgumentException("auc must be above 0 and below 1, not " + auc);
        }
        return StrictMath.sqrt(2) * NormalQuantile.of(auc);
    }

    /** d for a problem on which one candidate is correct with probability {@code p}. */
    public double at(double p) {
        return hard == easy ? hard : hard + (easy - hard) * p;
    }
}

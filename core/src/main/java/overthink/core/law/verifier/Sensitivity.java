package overthink.core.law.verifier;

import overthink.core.api.RealRange;
import overthink.core.random.NormalQuantile;

/**
 * How far a verifier tells good from bad: d, the mean latent of good ones less that of bad ones in standard deviations of
 * the noise. It may vary with the problem: d(p) = hard + (easy − hard)·p. Below 0 the verifier is below chance: bad ones have
 * the greater latents.
 *
 * @param hard d at p = 0, in [−100, 100]
 * @param easy d at p = 1, in [−100, 100]
 */
public record Sensitivity(double hard, double easy) {

    /** What d may be: at 100 no Gaussian noise that is drawn makes a bad one look better than a good one. */
    public static final RealRange D = RealRange.within(100);

    /** What an area may be; its d is within ±8.5. */
    public static final RealRange AUC = new RealRange(1e-9, 1 - 1e-9);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when either is outside its range
     */
    public Sensitivity {
        D.check("d", hard);
        D.check("d", easy);
    }

    /** The same d for all problems. */
    public static Sensitivity of(double d) {
        return new Sensitivity(d, d);
    }

    /**
     * The d whose area under the ROC curve is {@code auc} under Gaussian noise that is each candidate's own: √2·Φ⁻¹(auc), below
     * 0 for an area below ½.
     *
     * @param auc in [1e-9, 1 − 1e-9]
     * @throws IllegalArgumentException when it is outside its range
     */
    public static double fromAuc(double auc) {
        AUC.check("auc", auc);
        return StrictMath.sqrt(2) * NormalQuantile.of(auc);
    }

    /** d for a problem on which one candidate is correct with probability {@code p}. */
    public double at(double p) {
        return hard == easy ? hard : hard + (easy - hard) * p;
    }
}

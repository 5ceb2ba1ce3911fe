package overthink.core.law.verifier;

import overthink.core.random.NormalQuantile;

/**
 * How far a verifier tells good from bad: d, the distance between the two latent means in standard deviations of the
 * noise. It may vary with the problem: d(p) = hard + (easy − hard)·p.
 *
 * @param hard d at p = 0, at least 0
 * @param easy d at p = 1, at least 0
 */
public record Sensitivity(double hard, double easy) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when either is negative or not finite
     */
    public Sensitivity {
        if (!(hard >= 0 && hard < Double.POSITIVE_INFINITY && easy >= 0 && easy < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("d must be at least 0 and finite, not " + (hard >= 0 ? easy : hard));
        }
    }

    /** The same d for all problems. */
    public static Sensitivity of(double d) {
        return new Sensitivity(d, d);
    }

    /**
     * The d whose area under the ROC curve is {@code auc} under Gaussian noise: √2·Φ⁻¹(auc).
     *
     * @param auc in [½, 1)
     */
    public static double fromAuc(double auc) {
        if (!(auc >= 0.5 && auc < 1)) {
            throw new IllegalArgumentException("auc must be at least 0.5 and below 1, not " + auc);
        }
        return StrictMath.sqrt(2) * NormalQuantile.of(auc);
    }

    /** d for a problem on which one candidate is correct with probability {@code p}. */
    public double at(double p) {
        return hard == easy ? hard : hard + (easy - hard) * p;
    }
}

package overthink.core.law.verifier;

import overthink.core.api.RealRange;

/**
 * Wrong answers that the verifier loves: each wrong answer of a problem is one with probability {@code share}, the same in
 * all trials, and then the latent x of every candidate that gives it is raised by {@code shift}. Scores follow the latent
 * whatever d is: a verifier that cannot tell good from bad may still love wrong answers.
 *
 * @param share in [0, 1]
 * @param shift in standard deviations of the noise, in [−100, 100]
 */
public record Hack(double share, double shift) {

    /** What the shift may be: as far as good and bad may lie apart. */
    public static final RealRange SHIFT = RealRange.within(Sensitivity.D.most());

    /** No answer is loved. */
    public static final Hack NONE = new Hack(0, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public Hack {
        RealRange.PROBABILITY.check("hack: share", share);
        SHIFT.check("hack: shift", shift);
    }
}

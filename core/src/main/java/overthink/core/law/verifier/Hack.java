package overthink.core.law.verifier;

/**
 * Wrong answers that the verifier loves: each wrong answer of a problem is one with probability {@code share}, the same in
 * all trials, and then the latent x of every candidate that gives it is raised by {@code shift}. Scores follow the latent
 * whatever d is: a verifier that cannot tell good from bad may still love wrong answers.
 *
 * @param share in [0, 1]
 * @param shift in standard deviations of the noise
 */
public record Hack(double share, double shift) {

    /** No answer is loved. */
    public static final Hack NONE = new Hack(0, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when {@code share} is outside [0, 1] or {@code shift} is not finite
     */
    public Hack {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("hack: share must be between 0 and 1, not " + share);
        }
        if (!Double.isFinite(shift)) {
            throw new IllegalArgumentException("hack: shift must be finite, not " + shift);
        }
    }
}

package overthink.core.law.verifier;

/** The law of each component of a verifier's noise; every component has mean 0 and variance 1. */
public sealed interface NoiseLaw {

    /** Standard normal noise. */
    record Gaussian() implements NoiseLaw {}

    /**
     * Student's t, scaled to variance 1.
     *
     * @param degreesOfFreedom ν, above 2 (at 2 and below the variance is infinite)
     */
    record StudentT(double degreesOfFreedom) implements NoiseLaw {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when ν is not above 2
         */
        public StudentT {
            if (!(degreesOfFreedom > 2 && degreesOfFreedom < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "student-t: the degrees of freedom must be above 2, not " + degreesOfFreedom);
            }
        }
    }
}

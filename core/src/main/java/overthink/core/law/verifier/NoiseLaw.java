package overthink.core.law.verifier;

import overthink.core.api.RealRange;

/** The law of each component of a verifier's noise; every component has mean 0 and variance 1. */
public sealed interface NoiseLaw {

    /** Standard normal noise. */
    record Gaussian() implements NoiseLaw {}

    /**
     * Student's t, scaled to variance 1.
     *
     * @param degreesOfFreedom ν, in [2.001, 1e6]; at 2 and below the variance is infinite
     */
    record StudentT(double degreesOfFreedom) implements NoiseLaw {

        /**
         * What ν may be: at 2.001 the farthest noise that is drawn is some 10⁷ standard deviations out; at 1e6 the law is
         * Gaussian to six digits.
         */
        public static final RealRange DEGREES_OF_FREEDOM = new RealRange(2.001, 1e6);

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when ν is outside its range
         */
        public StudentT {
            DEGREES_OF_FREEDOM.check("student-t: degrees-of-freedom", degreesOfFreedom);
        }
    }
}

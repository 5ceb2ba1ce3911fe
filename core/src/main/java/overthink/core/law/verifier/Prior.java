package overthink.core.law.verifier;

import overthink.core.api.RealRange;

/** π₀: the probability of a good one that a graded score starts from, before the verifier looks. */
public sealed interface Prior {

    /** Good and bad are equally likely. */
    Prior HALF = new Fixed(0.5);

    /**
     * In log-odds.
     *
     * @param p probability that one candidate of the problem is correct
     */
    double logOdds(double p);

    /**
     * The same for all problems.
     *
     * @param probability in [1e-9, 1 − 1e-9]
     */
    record Fixed(double probability) implements Prior {

        /** What π₀ may be: its log-odds are within ±20.8. */
        public static final RealRange PROBABILITY = new RealRange(1e-9, 1 - 1e-9);

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code probability} is outside its range
         */
        public Fixed {
            PROBABILITY.check("prior", probability);
        }

        @Override
        public double logOdds(double p) {
            return logit(probability);
        }
    }

    /**
     * The problem's own p, so that a score of sharpness 1 and without bias is a calibrated probability whatever the problem (of a
     * process verifier the score after the last step); its log-odds are clipped at ±40.
     */
    record OfProblem() implements Prior {

        /** The greatest log-odds, those of a certain verdict. */
        private static final double MOST = 40;

        @Override
        public double logOdds(double p) {
            return Math.max(-MOST, Math.min(MOST, logit(p)));
        }
    }

    private static double logit(double probability) {
        return StrictMath.log(probability) - StrictMath.log1p(-probability);
    }
}

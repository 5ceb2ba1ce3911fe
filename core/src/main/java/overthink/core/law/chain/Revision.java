package overthink.core.law.chain;

import overthink.core.api.RealRange;

/**
 * What comes of a candidate that is revised. With probability φ the revision keeps the old answer; else it is drawn afresh,
 * and then right with log-odds {@link #freshLogOdds}, less what drifts away with every revision ({@link ChainLaw#drift}).
 */
public sealed interface Revision {

    /** φ on a problem, in [0, 1]. */
    double anchoring(double p);

    /** The log-odds that what is drawn afresh is right on a problem; infinite where it always or never is. */
    double freshLogOdds(double p);

    /**
     * By a tendency to keep the answer, and by what is gained of having seen it: the log-odds are ln(p/(1 − p)) + γ.
     *
     * @param anchoring φ, in [0, 1]
     * @param gain γ, in {@link #GAIN}
     */
    record Tendency(ByDifficulty anchoring, ByDifficulty gain) implements Revision {

        /** What the gain may be: e²⁰ times the odds is certainty or its contrary. */
        public static final RealRange GAIN = RealRange.within(20);

        /** A revision is a fresh sample: φ = γ = 0. */
        public static final Tendency FRESH = new Tendency(ByDifficulty.of(0), ByDifficulty.of(0));

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when one is outside its range on some difficulty
         */
        public Tendency {
            anchoring.check("anchoring", RealRange.PROBABILITY);
            gain.check("gain", GAIN);
        }

        @Override
        public double anchoring(double p) {
            return anchoring.at(p);
        }

        @Override
        public double freshLogOdds(double p) {
            return logOdds(p) + gain.at(p);
        }
    }

    /**
     * By the two rates: a = (1 − φ)(1 − f) of the right ones are lost and b = (1 − φ)f of the wrong ones mended, so that
     * φ = 1 − a − b and f = b/(a + b).
     *
     * @param rightToWrong a, in [0, 1]
     * @param wrongToRight b, in [0, 1 − a]
     */
    record Rates(ByDifficulty rightToWrong, ByDifficulty wrongToRight) implements Revision {

        /** Where a sum may lie above 1 by rounding. */
        private static final double ROUNDING = 1e-12;

        /**
         * Checks the ranges, at both ends of the difficulties, where rates are extreme.
         *
         * @throws IllegalArgumentException when a rate, or the sum of both, is outside [0, 1] on some difficulty
         */
        public Rates {
            rightToWrong.check("right-to-wrong", RealRange.PROBABILITY);
            wrongToRight.check("wrong-to-right", RealRange.PROBABILITY);
            for (double p : new double[] {0, 1}) {
                double sum = rightToWrong.at(p) + wrongToRight.at(p);
                if (sum > 1 + ROUNDING) {
                    throw new IllegalArgumentException(
                            ("right-to-wrong (%s) and wrong-to-right (%s) must add up to at most 1 on every difficulty, and do"
                                            + " not on a problem of p = %d: what is kept is 1 less their sum")
                                    .formatted(
                                            RealRange.text(rightToWrong.at(p)),
                                            RealRange.text(wrongToRight.at(p)),
                                            (int) p));
                }
            }
        }

        @Override
        public double anchoring(double p) {
            return Math.max(0, 1 - rightToWrong.at(p) - wrongToRight.at(p));
        }

        @Override
        public double freshLogOdds(double p) {
            double mended = wrongToRight.at(p);
            double lost = rightToWrong.at(p);
            return mended == 0 && lost == 0 ? logOdds(p) : StrictMath.log(mended) - StrictMath.log(lost);
        }
    }

    private static double logOdds(double p) {
        return StrictMath.log(p) - StrictMath.log1p(-p);
    }
}

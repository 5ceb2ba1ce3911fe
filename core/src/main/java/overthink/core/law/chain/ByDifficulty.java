package overthink.core.law.chain;

import overthink.core.api.RealRange;

/** A number of a law that may follow the difficulty of the problem, p being the chance that one candidate is correct. */
public sealed interface ByDifficulty {

    /** Its value on a problem. */
    double at(double p);

    /** The same on all problems. */
    static ByDifficulty of(double value) {
        return new Linear(value, value);
    }

    /** Whether it is the same on all problems. */
    default boolean constant() {
        return at(0) == at(1);
    }

    /**
     * Checks that it stays within a range on every difficulty; both kinds have their extremes at p = 0 and p = 1.
     *
     * @throws IllegalArgumentException when it does not
     */
    default void check(String name, RealRange range) {
        if (constant()) {
            range.check(name, at(0));
            return;
        }
        for (int p = 0; p <= 1; p++) {
            if (!range.contains(at(p))) {
                throw new IllegalArgumentException(
                        "%s must stay within %s and %s on every difficulty, and is %s on a problem of p = %d"
                                .formatted(
                                        name,
                                        RealRange.text(range.least()),
                                        RealRange.text(range.most()),
                                        RealRange.text(at(p)),
                                        p));
            }
        }
    }

    /**
     * hard + (easy − hard)·p.
     *
     * @param hard at p = 0
     * @param easy at p = 1
     */
    record Linear(double hard, double easy) implements ByDifficulty {

        @Override
        public double at(double p) {
            return hard == easy ? hard : hard + (easy - hard) * p;
        }
    }

    /**
     * even + perLogit·ln(p/(1 − p)), p kept within [1e-9, 1 − 1e-9]: from even − 20.7·perLogit to even + 20.7·perLogit.
     *
     * @param even at p = ½
     * @param perLogit by how much it rises when the odds of p rise by a factor e
     */
    record Logit(double even, double perLogit) implements ByDifficulty {

        private static final double LEAST_P = 1e-9;

        @Override
        public double at(double p) {
            double kept = Math.max(LEAST_P, Math.min(1 - LEAST_P, p));
            return even + perLogit * (StrictMath.log(kept) - StrictMath.log1p(-kept));
        }
    }
}

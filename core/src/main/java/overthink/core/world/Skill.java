package overthink.core.world;

import overthink.core.api.RealRange;
import overthink.core.law.difficulty.DifficultyLaw;

/** How good one of several policies is: where p, the probability that a candidate of its is correct, comes from. */
public sealed interface Skill {

    /**
     * A law of its own. Where both it and that of the world's problems list p, as many of them, they list the same problems in
     * the same order.
     *
     * @param law of p
     */
    record Own(DifficultyLaw law) implements Skill {}

    /**
     * Derived from others, problem by problem: logit p = logit p<sub>from</sub> + κ·(logit p<sub>tuned</sub> − logit
     * p<sub>base</sub>). A large model is steered by what tuning did to a small one (proxy tuning, Liu et al. 2024; emulated
     * fine-tuning, Mitchell et al. 2023); every token is a token of all three.
     *
     * @param from the number of the policy that is steered
     * @param tuned that of the small one after tuning
     * @param base that of the small one before
     * @param transfer κ in {@link #TRANSFER}
     */
    record Shifted(int from, int tuned, int base, double transfer) implements Skill {

        /** What κ may be. */
        public static final RealRange TRANSFER = new RealRange(0, 10);

        /** Nearer to 0 or 1 no p is taken for the shift. */
        private static final double LEAST = 1e-9;

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when κ is outside its range
         */
        public Shifted {
            TRANSFER.check("transfer", transfer);
        }

        /** p of a problem from those of the three; a policy that never or always succeeds is not steered. */
        public double p(double ofFrom, double ofTuned, double ofBase) {
            double shift = transfer * (logit(ofTuned) - logit(ofBase));
            if (ofFrom == 0 || ofFrom == 1 || shift == 0) {
                return ofFrom;
            }
            double odds = StrictMath.log(ofFrom) - StrictMath.log1p(-ofFrom) + shift;
            return 1 / (1 + StrictMath.exp(-odds));
        }

        private static double logit(double p) {
            double kept = Math.max(LEAST, Math.min(1 - LEAST, p));
            return StrictMath.log(kept) - StrictMath.log1p(-kept);
        }
    }
}

package overthink.core.law.verifier;

/** How a verifier turns its latent into a score in log-odds. */
public sealed interface Scoring {

    /**
     * A graded score: κ·(logit π₀ + d·x − d²/2) + bias with x = d·[good] + ε. For κ = 1 and bias 0 its odds are the
     * likelihood ratio times the prior odds.
     *
     * @param sensitivity d
     * @param prior π₀, in (0, 1)
     * @param sharpness κ, above 0
     * @param bias added to the log-odds, finite
     */
    record Graded(Sensitivity sensitivity, double prior, double sharpness, double bias) implements Scoring {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when one is outside its range
         */
        public Graded {
            if (!(prior > 0 && prior < 1)) {
                throw new IllegalArgumentException("prior must be above 0 and below 1, not " + prior);
            }
            if (!(sharpness > 0 && sharpness < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("sharpness must be above 0, not " + sharpness);
            }
            if (!Double.isFinite(bias)) {
                throw new IllegalArgumentException("bias must be finite, not " + bias);
            }
        }

        /** Prior ½, sharpness 1, no bias. */
        public static Graded of(double d) {
            return new Graded(Sensitivity.of(d), 0.5, 1, 0);
        }
    }

    /**
     * A verdict: accept iff ε &lt; Φ⁻¹(tpr) if good, else iff ε &lt; Φ⁻¹(fpr). Its score is the verdict's log likelihood
     * ratio, clipped at ±40; above 0 means accepted.
     *
     * @param tpr probability that a good one is accepted, in (0, 1]
     * @param fpr probability that a bad one is accepted, in [0, tpr)
     */
    record Verdict(double tpr, double fpr) implements Scoring {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException unless 0 ≤ fpr &lt; tpr ≤ 1
         */
        public Verdict {
            if (!(fpr >= 0 && fpr < tpr && tpr <= 1)) {
                throw new IllegalArgumentException(
                        "a Boolean verifier needs 0 <= fpr < tpr <= 1, not tpr %s and fpr %s".formatted(tpr, fpr));
            }
        }

        /** The score of an accepted one: ln(tpr/fpr), at most 40. */
        public double accepted() {
            return Math.min(40, StrictMath.log(tpr) - StrictMath.log(fpr));
        }

        /** The score of a rejected one: ln((1 − tpr)/(1 − fpr)), at least −40. */
        public double rejected() {
            return Math.max(-40, StrictMath.log1p(-tpr) - StrictMath.log1p(-fpr));
        }
    }
}

package overthink.core.exact;

import overthink.core.law.step.StepChain;

/**
 * What a particle filter samples as the number of particles grows: the policy's law of paths, reweighted by the product of
 * the weights that each step got, and normalised (Puri et al. 2025; Feynman–Kac).
 *
 * <p>A step's weight is odds<sup>1/temperature</sup> of its process score. When scores are independent given each node's
 * soundness (persistence 0, no noise of the problem), only the ratio r = E[weight | sound]/E[weight | flawed] matters, and
 * the law of soundness follows by a forward recursion: α<sub>t</sub>(state) = Σ α<sub>t−1</sub>(parent)·P(parent → state)·
 * (r if sound, else 1).
 */
public final class ParticleLaw {

    private ParticleLaw() {}

    /**
     * r of graded Gaussian scores of sharpness 1: E[e<sup>(|d|·x − d²/2)/τ</sup>] for x ~ N(d, 1) over that for x ~ N(0, 1),
     * which is e<sup>d·|d|/τ</sup>.
     *
     * @param d sensitivity
     * @param temperature τ, above 0
     */
    public static double gaussianRatio(double d, double temperature) {
        return StrictMath.exp(d * Math.abs(d) / temperature);
    }

    /**
     * r of verdicts, whose log-odds are {@code accepted} or {@code rejected}.
     *
     * @param tpr chance that a sound node is accepted
     * @param fpr chance that a flawed one is
     * @param accepted score of an accepted node, in log-odds
     * @param rejected score of a rejected node, in log-odds
     * @param temperature τ, above 0
     */
    public static double verdictRatio(double tpr, double fpr, double accepted, double rejected, double temperature) {
        // Relative to the rejected, so that neither weight overflows.
        double excess = StrictMath.expm1(-(accepted - rejected) / temperature);
        return (1 + (1 - tpr) * excess) / (1 + (1 - fpr) * excess);
    }

    /**
     * P(sound after the last step) in the limit, where the first {@code weighted} steps count by their weights. A filter
     * that resamples before each later step has T − 1 weighted steps when one of its last particles is drawn evenly, and T
     * when it is drawn by the odds of its last score.
     *
     * @param chain soundness of the policy's solutions
     * @param ratio r, at least 0
     * @param weighted 0 to T
     * @throws IllegalArgumentException when an argument is outside its range
     */
    public static double sound(StepChain chain, double ratio, int weighted) {
        if (!(ratio >= 0 && ratio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the ratio of weights must be at least 0 and finite, not " + ratio);
        }
        if (weighted < 0 || weighted > chain.steps()) {
            throw new IllegalArgumentException(
                    "the weighted steps must be between 0 and %d, not %d".formatted(chain.steps(), weighted));
        }
        double sound = 1;
        for (int t = 1; t <= chain.steps(); t++) {
            double next = sound * chain.stays(t) + (1 - sound) * chain.recovers(t);
            sound = t <= weighted && next > 0 ? next * ratio / (next * ratio + (1 - next)) : next;
        }
        return sound;
    }

    /**
     * P(the particle with the best last score is sound) in the limit, for scores with finitely many values: among those with
     * the highest value that occurs, a verdict of acceptance when anything is ever accepted.
     *
     * @param chain soundness of the policy's solutions
     * @param tpr chance that a sound node is accepted
     * @param fpr chance that a flawed one is
     * @param ratio r of {@link #verdictRatio}
     */
    public static double soundAmongAccepted(StepChain chain, double tpr, double fpr, double ratio) {
        double sound = sound(chain, ratio, chain.steps() - 1);
        double accepted = sound * tpr + (1 - sound) * fpr;
        return accepted == 0 ? sound : sound * tpr / accepted;
    }
}

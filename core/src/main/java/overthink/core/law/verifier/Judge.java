package overthink.core.law.verifier;

/**
 * A pairwise judge: prefers i, named first, to j with probability σ(β·(q<sub>i</sub> − q<sub>j</sub>) + position bias),
 * where q = d·[correct] + ε is the candidate's latent score under the judge's own noise. Asking again draws the
 * preference anew.
 *
 * @param latent what it sees of one candidate; its scoring must be graded
 * @param beta how decided it is, at least 0
 * @param positionBias log-odds that it gives to the one named first
 */
public record Judge(Verifier latent, double beta, double positionBias) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when the latent is a verdict, β is negative, or the bias is not finite
     */
    public Judge {
        if (!(latent.scoring() instanceof Scoring.Graded)) {
            throw new IllegalArgumentException("a judge compares graded latents: give d or auc, not tpr and fpr");
        }
        if (!(beta >= 0 && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("beta must be at least 0, not " + beta);
        }
        if (!Double.isFinite(positionBias)) {
            throw new IllegalArgumentException("position-bias must be finite, not " + positionBias);
        }
    }
}

package overthink.core.law.verifier;

import overthink.core.api.RealRange;

/**
 * A pairwise judge: prefers i, named first, to j with probability σ(β·(q<sub>i</sub> − q<sub>j</sub>) + position bias),
 * where q = d·[correct] + ε is the candidate's latent score under the judge's own noise. Asking again draws the
 * preference anew.
 *
 * @param latent what it sees of one candidate; its scoring must be graded
 * @param beta how decided it is, in [0, 1e6]
 * @param positionBias log-odds that it gives to the one named first, in [−100, 100]
 */
public record Judge(Verifier latent, double beta, double positionBias) {

    /** What β may be; at 1e6 the better latent wins unless they differ by less than 1e-4. */
    public static final RealRange BETA = new RealRange(0, 1e6);

    /** What the position bias may be: at ±100 it is one chance in 10⁴³ that the other one wins for it. */
    public static final RealRange POSITION_BIAS = RealRange.within(100);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when the latent is a verdict, or β or the bias is outside its range
     */
    public Judge {
        if (!(latent.scoring() instanceof Scoring.Graded)) {
            throw new IllegalArgumentException("a judge compares graded latents: give d or auc, not tpr and fpr");
        }
        BETA.check("beta", beta);
        POSITION_BIAS.check("position-bias", positionBias);
    }
}

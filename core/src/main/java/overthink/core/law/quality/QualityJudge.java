package overthink.core.law.quality;

import overthink.core.law.verifier.Judge;

/**
 * A pairwise judge of quality: prefers i, named first, to j with probability σ(β·(x<sub>i</sub> − x<sub>j</sub>) + position bias),
 * x what it sees of a candidate.
 *
 * @param view what it sees
 * @param beta how decided it is, in [0, 1e6]
 * @param positionBias log-odds that it gives to the one named first, in [−100, 100]
 */
public record QualityJudge(QualityVerifier view, double beta, double positionBias) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public QualityJudge {
        Judge.BETA.check("beta", beta);
        Judge.POSITION_BIAS.check("position-bias", positionBias);
    }
}

package overthink.strategies.pipeline;

import overthink.core.api.LogOdds;
import overthink.core.api.Session;

/**
 * Leaves those that a verifier accepts.
 *
 * @param verifier that is asked
 * @param threshold what a score must reach as a probability; {@link #VERDICT}: the verdict of a Boolean verifier
 * @param drops whether nothing is left where it accepts none; else all are
 */
record Filter(String verifier, double threshold, boolean drops) implements PipelineStage {

    /** In place of a threshold: accepted is what the verifier itself accepts. */
    static final double VERDICT = 0;

    @Override
    public void extend(Extent extent, StageScale scale) {
        extent.judge(extent.size(), extent.size());
    }

    @Override
    public void apply(CandidateSet set, Session session, StageScale scale) {
        double[] scores = set.score(Parts.verifier(session, verifier));
        int[] left = set.next(set.size());
        int count = 0;
        for (int i = 0; i < set.size(); i++) {
            if (accepts(scores[i])) {
                left[count++] = set.member(i);
            }
        }
        if (count > 0 || drops) {
            set.swap(count);
        }
    }

    private boolean accepts(double score) {
        return threshold == VERDICT ? score > 0 : LogOdds.probability(score) >= threshold;
    }
}

package overthink.strategies.pipeline;

import overthink.core.api.Session;

/**
 * Leaves the one that scores best, the first of equals.
 *
 * @param verifier that is asked
 */
record Best(String verifier) implements PipelineStage {

    @Override
    public void extend(Extent extent, StageScale scale) {
        extent.judge(extent.size(), 1);
    }

    @Override
    public void apply(CandidateSet set, Session session, StageScale scale) {
        set.keepBest(set.score(Parts.verifier(session, verifier)), 1);
    }
}

package overthink.strategies.pipeline;

import overthink.core.api.Session;

/**
 * Leaves those that score best, the first of equals, in their order.
 *
 * @param verifier that is asked
 * @param n how many are left
 */
record Keep(String verifier, int n) implements PipelineStage {

    @Override
    public void extend(Extent extent, StageScale scale) {
        extent.judge(extent.size(), Math.min(extent.size(), n));
    }

    @Override
    public void apply(CandidateSet set, Session session, StageScale scale) {
        set.keepBest(set.score(Parts.verifier(session, verifier)), n);
    }
}

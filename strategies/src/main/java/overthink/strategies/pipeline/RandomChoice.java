package overthink.strategies.pipeline;

import overthink.core.api.Session;

/** Leaves any one, each with the same chance. */
record RandomChoice() implements PipelineStage {

    @Override
    public void extend(Extent extent, StageScale scale) {
        extent.judge(0, 1);
    }

    @Override
    public void apply(CandidateSet set, Session session, StageScale scale) {
        if (set.size() > 1) {
            set.reduceTo((int) (session.random().nextDouble() * set.size()));
        }
    }
}

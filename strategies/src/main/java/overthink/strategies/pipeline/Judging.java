package overthink.strategies.pipeline;

import overthink.core.api.Session;

/**
 * Leaves the one that wins a knockout before the judge: each round pairs neighbours among those left, in order; the winners go on,
 * and of an odd number the last goes on without a match. What the budget does not pay for ends it, and the first of those left
 * has won.
 */
record Judging() implements PipelineStage {

    @Override
    public void extend(Extent extent, StageScale scale) {
        extent.judge(Math.max(0, extent.size() - 1), 1);
    }

    @Override
    public void apply(CandidateSet set, Session session, StageScale scale) {
        while (set.size() > 1) {
            int matches = set.size() / 2;
            session.together(matches);
            for (int i = 0; i < matches; i++) {
                int verdict = session.judge(set.member(2 * i), set.member(2 * i + 1));
                if (verdict == Session.NONE) {
                    set.reduceTo(0);
                    return;
                }
                set.replace(i, set.member(verdict == 1 ? 2 * i : 2 * i + 1));
            }
            if (set.size() % 2 == 1) {
                set.replace(matches, set.member(set.size() - 1));
            }
            set.truncate((set.size() + 1) / 2);
        }
    }
}

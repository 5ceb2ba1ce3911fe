package overthink.strategies.pipeline;

import overthink.core.api.Session;
import overthink.strategies.voting.Recount;

/** Leaves the first candidate of the answer that most give, of equals the one seen first. */
final class Vote implements PipelineStage {

    private final Recount recount = new Recount();

    @Override
    public void extend(Extent extent, StageScale scale) {
        extent.judge(0, 1);
    }

    @Override
    public void apply(CandidateSet set, Session session, StageScale scale) {
        recount.clear();
        for (int i = 0; i < set.size(); i++) {
            recount.add(session, set.member(i));
        }
        if (set.size() > 0) {
            int winner = recount.winner();
            set.replace(0, winner == Session.NONE ? set.member(0) : winner);
            set.reduceTo(0);
        }
    }
}

package overthink.strategies.pipeline;

import overthink.core.api.Session;

/**
 * Adds candidates, side by side.
 *
 * @param n how many
 * @param policy that makes them
 */
record Generate(int n, String policy) implements PipelineStage {

    @Override
    public void extend(Extent extent, StageScale scale) {
        extent.generate(scale.of(n));
    }

    @Override
    public int scaled() {
        return n;
    }

    @Override
    public void apply(CandidateSet set, Session session, StageScale scale) {
        Session maker = Parts.policy(session, policy);
        int left = scale.of(n);
        while (left > 0) {
            int paid = maker.generate(left);
            if (paid == 0) {
                return;
            }
            set.add(session.size() - paid, paid);
            session.commit(set.member(0));
            left -= paid;
        }
    }
}

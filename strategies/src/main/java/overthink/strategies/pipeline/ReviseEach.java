package overthink.strategies.pipeline;

import overthink.core.api.Session;

/**
 * Has a policy revise each candidate, which its revision replaces.
 *
 * @param rounds how often
 * @param told whether the policy is told each time that the candidate is wrong
 * @param policy that revises
 */
record ReviseEach(int rounds, boolean told, String policy) implements PipelineStage {

    @Override
    public void extend(Extent extent, StageScale scale) {
        extent.make(extent.size() * rounds, extent.size());
    }

    @Override
    public void apply(CandidateSet set, Session session, StageScale scale) {
        Session maker = Parts.policy(session, policy);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < set.size(); i++) {
                int revised = maker.revise(set.member(i), told);
                if (revised == Session.NONE) {
                    return;
                }
                set.replace(i, revised);
            }
        }
    }
}

package overthink.strategies.pipeline;

import overthink.core.api.Session;

/**
 * Leaves those that score best, the first of equals, in their order.
 *
 * @param verifier that is asked
 * @param n how many are left
 */
record Keep(String verifier, int n) implements Stage {

    @Override
    public void extend(Extent extent, Scale scale) {
        extent.judge(extent.size(), Math.min(extent.size(), n));
    }

    @Override
    public void apply(CandidateSet set, Session session, Scale scale) {
        set.keepBest(set.score(Parts.verifier(session, verifier)), n);
    }
}

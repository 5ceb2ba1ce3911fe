package overthink.strategies.pipeline;

import overthink.core.api.Session;

/**
 * Leaves the one that scores best, the first of equals.
 *
 * @param verifier that is asked
 */
record Best(String verifier) implements Stage {

    @Override
    public void extend(Extent extent, Scale scale) {
        extent.judge(extent.size(), 1);
    }

    @Override
    public void apply(CandidateSet set, Session session, Scale scale) {
        set.keepBest(set.score(Parts.verifier(session, verifier)), 1);
    }
}

package overthink.strategies.pipeline;

import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.api.Session;

/**
 * Has a policy make candidates of several each, which replace them.
 *
 * @param n how many are made
 * @param group of how many each is made, drawn without replacement; {@link #ALL} of all
 * @param policy that merges
 */
record Merge(int n, int group, String policy) implements PipelineStage {

    /** In place of the size of a group: all that there are. */
    static final int ALL = 0;

    @Override
    public void extend(Extent extent, StageScale scale) {
        extent.make(n, n);
    }

    @Override
    public void apply(CandidateSet set, Session session, StageScale scale) {
        if (set.size() == 0) {
            return;
        }
        Session maker = Parts.policy(session, policy);
        int each = group == ALL ? set.size() : Math.min(group, set.size());
        int[] made = set.next(n);
        int count = 0;
        while (count < n) {
            if (each < set.size()) {
                draw(set, each, session.random());
            }
            int merged = maker.merge(set.members(), each);
            if (merged == Session.NONE) {
                break;
            }
            made[count++] = merged;
        }
        if (count > 0) {
            set.swap(count);
        }
    }

    /** Shuffles a group, each with the same chance, to the front of the members (Fisher and Yates). */
    private static void draw(CandidateSet set, int group, UniformRandomProvider random) {
        int[] members = set.members();
        for (int i = 0; i < group; i++) {
            int other = i + (int) (random.nextDouble() * (set.size() - i));
            int member = members[i];
            members[i] = members[other];
            members[other] = member;
        }
    }
}

package overthink.strategies.merging;

import java.util.Arrays;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.policies.AskedPolicies;

/**
 * Layers of candidates: the first is sampled, each candidate of a later one is merged of all of the layer before, and the last
 * layer is one candidate, which answers (Wang et al. 2024, mixture of agents). Where policies are named they share each layer
 * evenly, and one of them makes the last. Two layers are a sample and its aggregate.
 *
 * <p>What does not pay for every layer answers with the first of the last layer begun.
 */
public final class MixtureOfAgents implements Strategy {

    private final int layers;
    private final int width;
    private final AskedPolicies roster;
    private final String aggregator;
    private int[] members = new int[16];
    private int[] next = new int[16];

    /**
     * Makes it.
     *
     * @param layers at least 2, the last one included
     * @param width candidates of each other layer at most; 0 for all that the budget pays
     * @param aggregator the policy that makes the last
     */
    MixtureOfAgents(int layers, int width, AskedPolicies roster, String aggregator) {
        this.layers = layers;
        this.roster = roster;
        this.aggregator = aggregator;
        this.width = width == 0 ? Integer.MAX_VALUE : width;
    }

    @Override
    public void run(Session session) {
        long paid = (session.limit(Resource.GENERATIONS) - 1) / (layers - 1);
        int each = (int) Math.max(1, Math.min(width, Math.min(paid, Integer.MAX_VALUE)));
        roster.begin(session);
        int count = 0;
        while (count < each) {
            int some = roster.ofMember(session, count, each).generate(roster.block(count, each));
            if (some == 0) {
                break;
            }
            count += some;
        }
        if (count == 0) {
            AskedPolicies.answerUnrouted(session);
            return;
        }
        grow(count);
        for (int i = 0; i < count; i++) {
            members[i] = i;
        }
        session.commit(0);
        for (int layer = 2; layer <= layers; layer++) {
            int made = merge(session, count, layer == layers ? 1 : count);
            if (made == 0) {
                return;
            }
            session.commit(members[0]);
            count = made;
        }
    }

    /** Makes up to {@code wanted} of all members, which they then are; returns how many were paid. */
    private int merge(Session session, int count, int wanted) {
        int made = 0;
        Session last = wanted == 1 ? AskedPolicies.named(session, aggregator) : session;
        while (made < wanted) {
            Session agent = wanted == 1 ? last : roster.ofMember(session, made, wanted);
            int merged = agent.merge(members, count);
            if (merged == Session.NONE) {
                break;
            }
            next[made++] = merged;
        }
        if (made > 0) {
            int[] old = members;
            members = next;
            next = old;
        }
        return made;
    }

    private void grow(int room) {
        if (members.length < room) {
            members = Arrays.copyOf(members, room);
            next = Arrays.copyOf(next, room);
        }
    }
}

package overthink.strategies.merging;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.policies.AskedPolicies;
import overthink.strategies.voting.Recount;

/**
 * A population of candidates that is made anew round by round: each new one is merged of a group of the old, drawn without
 * replacement. What stands after the last whole round answers, by vote or by its first. Where groups are the whole population it
 * is a debate (Du et al. 2023), else recursive self-aggregation (Venkatraman et al. 2025).
 *
 * <p>While the population is sampled, those that there are answer.
 */
public final class MergingPopulation implements Strategy {

    /** Which of a population answers. */
    enum By {
        /** The first of the answer that most give, of equals the one seen first. */
        VOTE,
        /** The first. */
        FIRST;

        static ParameterSpec parameter() {
            return ParameterSpec.choice(
                    "select", List.of("vote", "first"), "which of the last round answers: by vote, or its first");
        }

        static By of(Parameters parameters) {
            return parameters.choice("select").equals("vote") ? VOTE : FIRST;
        }
    }

    private final int size;
    private final int group;
    private final int rounds;
    private final By by;
    private final AskedPolicies roster;
    private final Recount recount = new Recount();
    private int[] members = new int[16];
    private int[] next = new int[16];

    /**
     * Makes it.
     *
     * @param size of the population
     * @param group how many are merged into one; all, where it is no less than the size
     * @param rounds of merging; 0 for all that the budget pays
     * @param roster who they are, of each policy named as many as of another
     */
    MergingPopulation(int size, int group, int rounds, By by, AskedPolicies roster) {
        this.roster = roster;
        this.size = size;
        this.group = Math.min(size, group);
        this.rounds = rounds;
        this.by = by;
    }

    /** The law of a population, where it is claimed. */
    static Optional<Law> law(Parameters parameters, long size, long group) {
        long rounds = parameters.integer("rounds");
        return By.of(parameters) == By.FIRST
                ? Optional.of(new Law.MergedInRounds(
                        (int) size, (int) Math.min(size, group), rounds == 0 ? Law.UNBOUNDED : rounds))
                : Optional.empty();
    }

    /** What a population needs. */
    static Set<Capability> needs(Parameters parameters) {
        return By.of(parameters) == By.FIRST ? Set.of(Capability.MERGE) : Set.of(Capability.MERGE, Capability.ANSWERS);
    }

    @Override
    public void run(Session session) {
        roster.begin(session);
        recount.clear();
        int sampled = 0;
        while (sampled < size) {
            int some = roster.ofMember(session, sampled, size).generate(roster.block(sampled, size));
            if (some == 0) {
                AskedPolicies.answerUnrouted(session);
                return;
            }
            grow(sampled + some);
            for (int i = 0; i < some; i++) {
                members[sampled + i] = sampled + i;
                add(session, sampled + i);
            }
            sampled += some;
            session.commit(chosen());
        }
        for (int round = 0; rounds == 0 || round < rounds; round++) {
            if (!merge(session)) {
                return;
            }
            recount.clear();
            for (int i = 0; i < size; i++) {
                add(session, members[i]);
            }
            session.commit(chosen());
        }
    }

    /** Makes the population anew; false when the budget does not pay for all of it. */
    private boolean merge(Session session) {
        for (int i = 0; i < size; i++) {
            if (group < size) {
                draw(session.random());
            }
            next[i] = roster.ofMember(session, i, size).merge(members, group);
            if (next[i] == Session.NONE) {
                return false;
            }
        }
        int[] old = members;
        members = next;
        next = old;
        return true;
    }

    /** Shuffles a group, each with the same chance, to the front of the members (Fisher and Yates). */
    private void draw(UniformRandomProvider random) {
        for (int i = 0; i < group; i++) {
            int other = i + (int) (random.nextDouble() * (size - i));
            int member = members[i];
            members[i] = members[other];
            members[other] = member;
        }
    }

    private void add(Session session, int candidate) {
        if (by == By.VOTE) {
            recount.add(session, candidate);
        }
    }

    private int chosen() {
        return recount.winner() == Session.NONE ? members[0] : recount.winner();
    }

    private void grow(int room) {
        if (members.length < room) {
            members = Arrays.copyOf(members, Math.max(room, 2 * members.length));
            next = Arrays.copyOf(next, members.length);
        }
    }
}

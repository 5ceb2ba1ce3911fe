package overthink.strategies.search;

import java.util.Arrays;
import overthink.core.api.LogOdds;
import overthink.core.api.Session;

/**
 * The nodes of one trial, by handle, with the values of their process scores, and the best candidate among them, which
 * is committed as soon as it is known, unless the search chooses among fewer. A score that the budget does not pay for counts as negative infinity.
 */
final class Tree {

    private final Aggregate aggregate;
    private final boolean commits;
    private int best = Session.NONE;
    private double[] values = {};
    private boolean[] complete = {};
    private double[] fresh = {};
    private int[] parents = {};

    Tree(Aggregate aggregate) {
        this(aggregate, true);
    }

    /**
     * A tree.
     *
     * @param commits whether the best candidate is committed as soon as it is known
     */
    Tree(Aggregate aggregate, boolean commits) {
        this.aggregate = aggregate;
        this.commits = commits;
    }

    /** A tree whose nodes are compared by their latest score. */
    Tree() {
        this(Aggregate.LAST);
    }

    /** Begins a trial. */
    void start() {
        best = Session.NONE;
    }

    /**
     * Extends nodes by one step each, together, and scores the new ones.
     *
     * @param nodes incomplete ones, or {@link Session#NONE} for a first step
     * @param count how many of them
     * @return how many were paid, from the first on; the children are the last handles before the session's size, in
     *     order
     */
    int grow(Session session, int[] nodes, int count) {
        int paid = extend(session, nodes, count);
        int end = session.size();
        score(session, end - paid, end, nodes);
        return paid;
    }

    /** Extends nodes by one step each, together, without scoring the new ones, whose value is negative infinity. */
    int extend(Session session, int[] nodes, int count) {
        return enter(session, session.extend(nodes, count));
    }

    /** Enters the last nodes that were made, without scores, and returns how many they are. */
    private int enter(Session session, int paid) {
        int end = session.size();
        reserve(end);
        for (int node = end - paid; node < end; node++) {
            values[node] = Double.NEGATIVE_INFINITY;
            complete[node] = session.complete(node);
            if (complete[node] && best == Session.NONE) {
                best = node;
                commit(session);
            }
        }
        return paid;
    }

    /**
     * Extends nodes to the end, together and step by step.
     *
     * @param nodes any, or {@link Session#NONE} for an empty solution; receives the last node of each
     * @param count how many of them
     * @param scored whether each step is scored
     * @return whether the budget paid for all of it
     */
    boolean finish(Session session, int[] nodes, int count, boolean scored) {
        boolean paid = true;
        while (paid && pending(nodes, count) > 0) {
            paid = advance(session, nodes, count, scored);
        }
        return paid;
    }

    /**
     * Extends those of some nodes that are not complete by one step each, together.
     *
     * @param nodes receives the child of each that was extended
     * @param count how many of them
     * @param scored whether the children are scored
     * @return whether the budget paid for all of it
     */
    boolean advance(Session session, int[] nodes, int count, boolean scored) {
        int pending = pending(nodes, count);
        int paid = scored ? grow(session, parents, pending) : extend(session, parents, pending);
        descend(session, nodes, count, paid);
        return paid == pending;
    }

    /**
     * Extends those of some nodes that are not complete by the likeliest step each, together, without scoring the new ones.
     *
     * @param nodes receives the child of each that was extended
     * @param count how many of them
     * @return whether the budget paid for all of it
     */
    boolean advanceGreedily(Session session, int[] nodes, int count) {
        int pending = pending(nodes, count);
        int paid = enter(session, session.extendGreedily(parents, pending));
        descend(session, nodes, count, paid);
        return paid == pending;
    }

    /** Puts the last {@code paid} nodes in the places of their parents. */
    private void descend(Session session, int[] nodes, int count, int paid) {
        int end = session.size();
        int child = end - paid;
        for (int i = 0; i < count && child < end; i++) {
            if (unfinished(nodes[i])) {
                nodes[i] = child++;
            }
        }
    }

    private int pending(int[] nodes, int count) {
        if (count > parents.length) {
            parents = new int[count];
        }
        int pending = 0;
        for (int i = 0; i < count; i++) {
            if (unfinished(nodes[i])) {
                parents[pending++] = nodes[i];
            }
        }
        return pending;
    }

    /** Scores a node that was extended without. */
    void score(Session session, int node) {
        double score = session.score(node);
        if (!Double.isNaN(score)) {
            int parent = session.parent(node);
            int committed = best;
            set(node, aggregate.value(parent == Session.NONE ? aggregate.start() : values[parent], score));
            if (best != committed) {
                commit(session);
            }
        }
    }

    private void score(Session session, int from, int to, int[] parents) {
        if (from == to) {
            return;
        }
        if (to - from > fresh.length) {
            fresh = new double[Math.max(to - from, 2 * fresh.length)];
        }
        session.score(from, to, fresh);
        int committed = best;
        for (int node = from; node < to; node++) {
            double score = fresh[node - from];
            if (!Double.isNaN(score)) {
                int parent = parents[node - from];
                set(node, aggregate.value(parent == Session.NONE ? aggregate.start() : values[parent], score));
            }
        }
        if (best != committed) {
            commit(session);
        }
    }

    private void commit(Session session) {
        if (commits) {
            session.commit(best);
        }
    }

    private void set(int node, double value) {
        values[node] = value;
        if (complete[node] && value > values[best]) {
            best = node;
        }
    }

    /** The value of a node: on the scale of {@link Aggregate#value}. */
    double value(int node) {
        return values[node];
    }

    /** The value of a node on the scale of probabilities: r = 1/(1 + e<sup>−s</sup>), or a product of those. */
    double probability(int node) {
        double value = values[node];
        return aggregate == Aggregate.PRODUCT ? StrictMath.exp(value) : 1 / (1 + StrictMath.exp(-value));
    }

    /** The logarithm of {@link #probability}, which keeps apart what is next to 0. */
    double logProbability(int node) {
        return aggregate == Aggregate.PRODUCT ? values[node] : LogOdds.logProbability(values[node]);
    }

    /** Whether a score of a node was paid for. */
    boolean scored(int node) {
        return values[node] != Double.NEGATIVE_INFINITY;
    }

    /** Whether a node is a candidate. */
    boolean complete(int node) {
        return complete[node];
    }

    /** Whether a node can be extended; {@link Session#NONE}, the empty solution, can. */
    boolean unfinished(int node) {
        return node == Session.NONE || !complete[node];
    }

    /** The candidate with the greatest value, the first of equals; {@link Session#NONE} when there is none. */
    int best() {
        return best;
    }

    private void reserve(int size) {
        if (size > values.length) {
            int length = Math.max(size, 2 * values.length);
            values = Arrays.copyOf(values, length);
            complete = Arrays.copyOf(complete, length);
        }
    }
}

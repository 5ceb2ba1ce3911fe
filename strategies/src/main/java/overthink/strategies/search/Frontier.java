package overthink.strategies.search;

import java.util.Arrays;
import overthink.core.api.Session;

/**
 * The solutions that a search works on: each in a slot, with its latest process score. All unfinished ones advance
 * together; a finished one keeps its slot and its score and is not extended.
 */
final class Frontier {

    private int size;
    private boolean committed;
    /** How many slots hold a finished solution; while none does, {@code finished} is false throughout. */
    private int finishedCount;

    private int[] nodes = {};
    private double[] scores = {};
    private boolean[] finished = {};
    private int[] otherNodes = {};
    private double[] otherScores = {};
    private boolean[] otherFinished = {};
    private int[] parents = {};
    private double[] fresh = {};

    /** Begins a trial with {@code count} empty solutions. */
    void start(int count) {
        grow(count);
        size = count;
        committed = false;
        finishedCount = 0;
        Arrays.fill(nodes, 0, count, Session.NONE);
        Arrays.fill(scores, 0, count, 0);
        Arrays.fill(finished, 0, count, false);
    }

    /**
     * Extends every unfinished solution by one step and scores it; those that the budget does not pay for are dropped,
     * and a score that it does not pay for is negative infinity. The first candidate that comes up is committed before
     * its score is asked for.
     *
     * @return whether the budget paid for all of it and something is left to extend
     */
    boolean advance(Session session) {
        if (finishedCount == size) {
            return false;
        }
        return finishedCount == 0 ? advanceAll(session) : advanceUnfinished(session);
    }

    /** {@link #advance} when nothing is finished: slots and new nodes run side by side. */
    private boolean advanceAll(Session session) {
        int paid = session.extend(nodes, size);
        boolean allPaid = paid == size;
        int first = session.size() - paid;
        size = paid;
        look(session, first);
        if (paid > 0) {
            session.score(first, first + paid, scores);
            ruleOutUnpaid(scores, paid);
        }
        return allPaid && finishedCount < size;
    }

    /** Puts new nodes into the slots, in order. */
    private void look(Session session, int first) {
        int complete = session.complete(first, first + size, finished, 0);
        for (int slot = 0; slot < size; slot++) {
            nodes[slot] = first + slot;
        }
        finishedCount = complete;
        for (int slot = 0; slot < size && complete > 0 && !committed; slot++) {
            commitFirst(session, slot);
        }
    }

    private void commitFirst(Session session, int slot) {
        if (finished[slot] && !committed) {
            session.commit(nodes[slot]);
            committed = true;
        }
    }

    /** Scores that are not paid for come last. */
    private static void ruleOutUnpaid(double[] scores, int count) {
        for (int i = count - 1; i >= 0 && Double.isNaN(scores[i]); i--) {
            scores[i] = Double.NEGATIVE_INFINITY;
        }
    }

    private boolean advanceUnfinished(Session session) {
        int pending = 0;
        for (int slot = 0; slot < size; slot++) {
            if (!finished[slot]) {
                parents[pending++] = nodes[slot];
            }
        }
        int paid = session.extend(parents, pending);
        int first = session.size() - paid;
        place(session, first, paid);
        if (paid > 0) {
            session.score(first, first + paid, fresh);
            ruleOutUnpaid(fresh, paid);
        }
        for (int slot = 0; slot < size; slot++) {
            if (nodes[slot] >= first) {
                scores[slot] = fresh[nodes[slot] - first];
            }
        }
        return paid == pending && finishedCount < size;
    }

    /** Puts the new nodes into the slots of their parents, in order, and closes the gaps that unpaid ones leave. */
    private void place(Session session, int first, int count) {
        int next = first;
        int kept = 0;
        for (int slot = 0; slot < size; slot++) {
            if (finished[slot]) {
                nodes[kept] = nodes[slot];
                scores[kept] = scores[slot];
                finished[kept++] = true;
            } else if (next < first + count) {
                finished[kept] = session.complete(next);
                nodes[kept] = next++;
                finishedCount += finished[kept] ? 1 : 0;
                commitFirst(session, kept++);
            }
        }
        size = kept;
    }

    /**
     * Refills the frontier with {@code count} solutions: copies in turn of what the slots listed hold.
     *
     * @param kept slots
     * @param keptCount how many of {@code kept}, from index 0
     */
    void refill(int[] kept, int keptCount, int count) {
        grow(count);
        int distinct = Math.min(keptCount, count);
        for (int i = 0; i < distinct; i++) {
            otherNodes[i] = nodes[kept[i]];
        }
        int[] oldNodes = nodes;
        nodes = otherNodes;
        otherNodes = oldNodes;
        // each copy doubles what there is, so that it stays a multiple of what is repeated
        for (int filled = distinct; filled < count; filled *= 2) {
            System.arraycopy(nodes, 0, nodes, filled, Math.min(filled, count - filled));
        }
        size = count;
        if (finishedCount > 0) {
            refillScores(kept, distinct);
        }
    }

    /** The part of {@link #refill} that matters to finished solutions alone: others are scored when they advance. */
    private void refillScores(int[] kept, int distinct) {
        finishedCount = 0;
        for (int slot = 0, source = 0; slot < size; slot++) {
            otherScores[slot] = scores[kept[source]];
            otherFinished[slot] = finished[kept[source]];
            finishedCount += otherFinished[slot] ? 1 : 0;
            source = source + 1 == distinct ? 0 : source + 1;
        }
        double[] oldScores = scores;
        boolean[] oldFinished = finished;
        scores = otherScores;
        finished = otherFinished;
        otherScores = oldScores;
        otherFinished = oldFinished;
    }

    /** The slot of the finished solution with the highest score, the first of equals, or {@link Session#NONE}. */
    int best() {
        int best = Session.NONE;
        for (int slot = 0; slot < size && finishedCount > 0; slot++) {
            if (finished[slot] && (best == Session.NONE || scores[slot] > scores[best])) {
                best = slot;
            }
        }
        return best;
    }

    /** Whether some slot holds a finished solution. */
    boolean someFinished() {
        return finishedCount > 0;
    }

    /** Whether a slot holds a finished solution, where some slot does. */
    boolean isFinished(int slot) {
        return finished[slot];
    }

    /** How many slots there are. */
    int size() {
        return size;
    }

    /** The node in a slot. */
    int node(int slot) {
        return nodes[slot];
    }

    /** The latest process scores by slot, in log-odds; not to be written to. */
    double[] scores() {
        return scores;
    }

    private void grow(int count) {
        if (count > nodes.length) {
            nodes = Arrays.copyOf(nodes, count);
            scores = Arrays.copyOf(scores, count);
            finished = Arrays.copyOf(finished, count);
            otherNodes = new int[count];
            otherScores = new double[count];
            otherFinished = new boolean[count];
            parents = new int[count];
            fresh = new double[count];
        }
    }
}

package overthink.strategies.search;

import java.util.Arrays;
import overthink.core.api.Session;

/**
 * Beam search as OpenR defines it: {@code width} steps below the root; at each level every node of the frontier brings
 * its k best children forward, the k best of all go on, and each of those gets {@code width} children in a round of its
 * own. A node on the frontier that is finished, or {@code maxDepth} steps long, is kept and lowers k by one for good; k
 * starts as N/width. The first of the best scores among the kept wins.
 */
final class OpenrBeamSearch extends AbstractSearch {

    /** The depth that the tool's scripts allow. */
    static final int MAX_DEPTH = 50;

    private final int width;
    private final int maxDepth;
    private final Tree tree = new Tree();
    private final Ranking ranking = new Ranking();
    private final BinaryHeap heap = new BinaryHeap();
    private int[] frontier = {};
    private int[] ended = {};
    private int[] parents = {};
    private double[] values = {};
    /** By node: its first child; the children are consecutive. */
    private int[] firstChild = {};
    /** Of the nodes that are expanded. */
    private int depth;

    OpenrBeamSearch(int width, int maxDepth) {
        this.width = width;
        this.maxDepth = maxDepth;
    }

    @Override
    void search(Session session) {
        int n = solutions(session);
        int beams = Math.max(1, n / width);
        int children = Math.min(width, n);
        grow(beams, children);
        tree.start();
        int ends = 0;
        int k = beams;
        int count = 0;
        depth = 0;
        int root = expand(session, Session.NONE, children);
        if (root != Session.NONE) {
            heap.clear();
            bringForward(root, children, k);
            depth = 1;
            count = goOn(session, k, children);
        }
        for (int level = 1; level <= maxDepth && count != 0; level++) {
            heap.clear();
            for (int i = 0; i < count; i++) {
                int node = frontier[i];
                if (ended(session, node)) {
                    ended[ends++] = node;
                    k--;
                } else if (k > 0) {
                    bringForward(firstChild[node], children, k);
                }
            }
            depth = level + 1;
            count = goOn(session, k, children);
        }
        choose(session, ends);
    }

    /** Puts the {@code k} best of some siblings onto the heap, best first, of equals the earlier first. */
    private void bringForward(int first, int children, int k) {
        for (int i = 0; i < children; i++) {
            values[i] = tree.value(first + i);
        }
        int kept = Math.min(k, children);
        int[] ranked = ranking.best(values, children, kept);
        for (int i = 0; i < kept; i++) {
            heap.push(first + ranked[i], values[ranked[i]]);
        }
    }

    /** Takes the {@code k} best as the new frontier and expands them; returns how many, 0 when the budget is spent. */
    private int goOn(Session session, int k, int children) {
        int count = heap.best(k, frontier);
        for (int i = 0; i < count; i++) {
            if (!ended(session, frontier[i]) && expand(session, frontier[i], children) == Session.NONE) {
                return 0;
            }
        }
        return count;
    }

    private boolean ended(Session session, int node) {
        return tree.complete(node) || session.depth(node) >= maxDepth;
    }

    /** Gives a node its children; returns the first, {@link Session#NONE} when the budget does not pay for all. */
    private int expand(Session session, int node, int children) {
        if (tree.best() == Session.NONE && runsOutOfRounds(session, depth)) {
            answersUnscored(session);
            return Session.NONE;
        }
        Arrays.fill(parents, 0, children, node);
        int paid = tree.grow(session, parents, children);
        if (paid < children) {
            return Session.NONE;
        }
        int size = session.size();
        if (size > firstChild.length) {
            firstChild = Arrays.copyOf(firstChild, Math.max(size, 2 * firstChild.length));
        }
        if (node != Session.NONE) {
            firstChild[node] = size - paid;
        }
        return size - paid;
    }

    private void choose(Session session, int ends) {
        if (ends == 0) {
            return;
        }
        int selected = 0;
        for (int i = 1; i < ends; i++) {
            if (tree.value(ended[i]) > tree.value(ended[selected])) {
                selected = i;
            }
        }
        trace().result(ended, ends, selected);
        if (tree.complete(ended[selected])) {
            session.commit(ended[selected]);
        }
    }

    private void grow(int beams, int children) {
        if (beams > frontier.length) {
            frontier = new int[beams];
            ended = new int[beams];
        }
        if (children > parents.length) {
            parents = new int[children];
            values = new double[children];
        }
    }
}

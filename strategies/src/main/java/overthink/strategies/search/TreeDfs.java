package overthink.strategies.search;

import java.util.Arrays;
import overthink.core.api.Session;

/**
 * Depth-first search over steps (Yao et al. 2023): each node visited gets {@code width} children; the worst of them are
 * pruned, those with a process score below the threshold are not entered, and the others are visited in descending
 * order, each with all that lies below it before the next. It ends after so many finished solutions visited, or with the
 * budget; a tree that is done before is followed by another. Of the finished solutions visited that with the best last
 * score wins, the first of equals; one that is pruned or below the threshold is no answer. When the budget pays for no more
 * scores, it goes on unguided until there is a candidate.
 */
final class TreeDfs extends AbstractSearch {

    private final int width;
    private final double threshold;
    private final double prune;
    private final int paths;
    private final Tree tree = new Tree(Aggregate.LAST, false);
    private final Ranking ranking = new Ranking();
    private int[] parents = {};
    private double[] values = {};
    private int[] stack = {};

    /**
     * Makes the search.
     *
     * @param width children of a node
     * @param threshold the least process score entered, in log-odds
     * @param prune the part of the children, rounded down, that is pruned, in [0, 1)
     * @param paths finished solutions after which to end; 0 for no end before the budget's
     */
    TreeDfs(int width, double threshold, double prune, int paths) {
        this.width = width;
        this.threshold = threshold;
        this.prune = prune;
        this.paths = paths;
    }

    @Override
    void search(Session session) {
        int children = Math.min(width, solutions(session));
        if (children > parents.length) {
            parents = new int[children];
            values = new double[children];
        }
        tree.start();
        int best = Session.NONE;
        int found = 0;
        int top = 0;
        while (true) {
            int node = top == 0 ? Session.NONE : stack[--top];
            if (tree.unfinished(node)) {
                Arrays.fill(parents, 0, children, node);
                boolean paid = tree.grow(session, parents, children) == children;
                boolean scored = paid && tree.scored(session.size() - 1);
                if (!paid || (!scored && best != Session.NONE)) {
                    return;
                }
                top = enter(session.size() - children, children, top);
            } else {
                if (best == Session.NONE || tree.value(node) > tree.value(best)) {
                    best = node;
                    session.commit(best);
                }
                if (++found == paths) {
                    return;
                }
            }
        }
    }

    /** Puts the children to visit on the stack, the best on top; returns its height. */
    private int enter(int first, int children, int top) {
        for (int i = 0; i < children; i++) {
            values[i] = tree.value(first + i);
        }
        int entered = Math.max(1, children - (int) (prune * children));
        int[] ranked = ranking.best(values, children, entered);
        if (top + entered > stack.length) {
            stack = Arrays.copyOf(stack, 2 * (top + entered));
        }
        int height = top;
        for (int i = entered - 1; i >= 0; i--) {
            int child = first + ranked[i];
            if (tree.value(child) >= threshold || !tree.scored(child)) {
                stack[height++] = child;
            }
        }
        return height;
    }
}

package overthink.strategies.search;

import java.util.Arrays;
import overthink.core.api.Session;

/**
 * Monte Carlo tree search over steps. A simulation walks from the root to a node without children, at each node to the
 * child with the greatest mean value plus bonus. There it makes {@code width} children, values each and backs the
 * values up as so many visits; with process scores as values it goes on below the best child until that is finished. A
 * simulation that arrives at a finished solution at once backs its value up once more, at no cost; after {@code
 * patience} of those in a row the search ends, as it does with the budget. The choice walks from the root to the child
 * with the most visits, of equals the greatest mean value, then the first; if that ends at an unfinished node, or
 * values are to decide, the candidate with the greatest value is chosen.
 */
final class Mcts extends AbstractSearch {

    /** The bonus for a child that was visited n times, of a parent visited N times. */
    enum Policy {
        /** c·√(ln N/n) (Kocsis and Szepesvári 2006). */
        UCT,
        /** c·P·√N/(1 + n) with equal priors P (Silver et al. 2017). */
        PUCT
    }

    /** What a new node is worth. */
    enum Evaluation {
        /** Its process score as a probability. */
        VALUE,
        /** The outcome score of a candidate rolled out from it. */
        ROLLOUT_OUTCOME,
        /** The last process score of a candidate rolled out from it. */
        ROLLOUT_PROCESS
    }

    private final int width;
    private final Policy policy;
    private final double exploration;
    private final Evaluation evaluation;
    private final int patience;
    private final boolean byVisits;
    private final Tree tree = new Tree();
    private int[] parents = {};
    private int[] rolled = {};
    private int[] walked = {};
    private int best;
    /** The score of the best, in log-odds, which keep apart what are equal values next to 1. */
    private double bestScore;

    // by node, the root before the first: index node + 1
    private int[] visits = {};
    private double[] sums = {};
    private int[] firstChild = {};

    Mcts(int width, Policy policy, double exploration, Evaluation evaluation, int patience, boolean byVisits) {
        this.width = width;
        this.policy = policy;
        this.exploration = exploration;
        this.evaluation = evaluation;
        this.patience = patience;
        this.byVisits = byVisits;
    }

    @Override
    void search(Session session) {
        int children = Math.min(width, solutions(session));
        if (children > parents.length) {
            parents = new int[children];
            rolled = new int[children];
        }
        tree.start();
        reserve(0);
        visits[0] = 0;
        sums[0] = 0;
        firstChild[0] = Session.NONE;
        best = Session.NONE;
        bestScore = Double.NEGATIVE_INFINITY;
        int idle = 0;
        boolean paid = true;
        while (paid && idle < patience) {
            int length = walk(children);
            int leaf = walked[length - 1];
            if (tree.unfinished(leaf)) {
                idle = 0;
                paid = simulate(session, children, length);
            } else {
                idle++;
                backUp(length, 1, sums[leaf + 1] / visits[leaf + 1]);
            }
        }
        choose(session, children);
    }

    /** Walks down to a node without children; returns how many nodes {@code walked} holds, the root first. */
    private int walk(int children) {
        int length = step(0, Session.NONE);
        while (firstChild[walked[length - 1] + 1] != Session.NONE) {
            length = step(length, promising(walked[length - 1], children));
        }
        return length;
    }

    private int step(int length, int node) {
        if (length == walked.length) {
            walked = Arrays.copyOf(walked, 2 * length + 16);
        }
        walked[length] = node;
        return length + 1;
    }

    /** Grows the tree below the last node walked to; returns whether the budget paid for it. */
    private boolean simulate(Session session, int children, int length) {
        int leaf = walked[length - 1];
        boolean paid = expand(session, leaf, children, length);
        for (int deep = length; paid && evaluation == Evaluation.VALUE; ) {
            int child = favourite(firstChild[leaf + 1], children);
            if (tree.complete(child)) {
                break;
            }
            leaf = child;
            deep = step(deep, leaf);
            paid = expand(session, leaf, children, deep);
        }
        return paid;
    }

    private int promising(int parent, int children) {
        int total = visits[parent + 1];
        double scale = policy == Policy.UCT
                ? exploration * Math.sqrt(StrictMath.log(total))
                : exploration / children * Math.sqrt(total);
        int first = firstChild[parent + 1];
        int leader = first;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int child = first; child < first + children; child++) {
            int n = visits[child + 1];
            double bonus = policy == Policy.UCT ? scale / Math.sqrt(n) : scale / (1 + n);
            double bound = sums[child + 1] / n + bonus;
            if (bound > greatest) {
                greatest = bound;
                leader = child;
            }
        }
        return leader;
    }

    /** Gives the last node walked to its children; returns whether the budget paid for them and their values. */
    private boolean expand(Session session, int leaf, int children, int length) {
        Arrays.fill(parents, 0, children, leaf);
        boolean rollout = evaluation != Evaluation.VALUE;
        int made = rollout ? tree.extend(session, parents, children) : tree.grow(session, parents, children);
        int first = session.size() - made;
        if (made < children) {
            noteCandidates(session, first, made);
            return false;
        }
        reserve(session.size());
        for (int i = 0; i < children; i++) {
            rolled[i] = first + i;
        }
        boolean paid = !rollout || tree.finish(session, rolled, children, false);
        if (rollout && paid) {
            session.together(children);
        }
        double sum = 0;
        for (int i = 0; i < children && paid; i++) {
            double score = score(session, rolled[i]);
            paid = !Double.isNaN(score);
            note(session, rolled[i], score);
            double value = 1 / (1 + StrictMath.exp(-score));
            int child = first + i;
            visits[child + 1] = 1;
            sums[child + 1] = value;
            firstChild[child + 1] = Session.NONE;
            sum += value;
        }
        if (paid) {
            firstChild[leaf + 1] = first;
            backUp(length, children, sum);
        }
        return paid;
    }

    private double score(Session session, int node) {
        if (evaluation == Evaluation.ROLLOUT_OUTCOME) {
            return session.verify(node);
        }
        if (!tree.scored(node)) {
            tree.score(session, node);
        }
        return tree.scored(node) ? tree.value(node) : Double.NaN;
    }

    private void noteCandidates(Session session, int first, int count) {
        for (int node = first; node < first + count; node++) {
            if (evaluation == Evaluation.VALUE && tree.scored(node)) {
                note(session, node, tree.value(node));
            }
        }
    }

    /** Commits a candidate that is better than those before. */
    private void note(Session session, int node, double score) {
        if (tree.complete(node) && score > bestScore) {
            best = node;
            bestScore = score;
            session.commit(node);
        }
    }

    private void backUp(int length, int count, double sum) {
        for (int i = 0; i < length; i++) {
            visits[walked[i] + 1] += count;
            sums[walked[i] + 1] += sum;
        }
    }

    private void choose(Session session, int children) {
        if (tree.best() == Session.NONE) {
            // no more values are paid for, but perhaps the steps to some candidate
            rolled[0] = session.size() == 0 ? Session.NONE : session.size() - 1;
            tree.finish(session, rolled, 1, false);
            return;
        }
        int node = Session.NONE;
        while (byVisits && firstChild[node + 1] != Session.NONE) {
            node = favourite(firstChild[node + 1], children);
        }
        if (node != Session.NONE && tree.complete(node)) {
            session.commit(node);
        } else if (best != Session.NONE) {
            session.commit(best);
        }
    }

    private int favourite(int first, int children) {
        int leader = first;
        for (int child = first + 1; child < first + children; child++) {
            int lead = visits[child + 1] - visits[leader + 1];
            if (lead > 0
                    || (lead == 0 && sums[child + 1] / visits[child + 1] > sums[leader + 1] / visits[leader + 1])) {
                leader = child;
            }
        }
        return leader;
    }

    private void reserve(int nodes) {
        if (nodes + 1 > visits.length) {
            int length = Math.max(nodes + 1, 2 * visits.length);
            visits = Arrays.copyOf(visits, length);
            sums = Arrays.copyOf(sums, length);
            firstChild = Arrays.copyOf(firstChild, length);
        }
    }
}

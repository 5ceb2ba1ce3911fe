package overthink.strategies.search;

import java.util.Arrays;
import overthink.core.api.Session;
import overthink.strategies.voting.AnswerWeights;

/**
 * Diverse verifier tree search: n/width trees that do not compete with one another; at each step each gets {@code
 * width} children of its one node and goes on with the best, the first of equals, until that is complete. The best last
 * score over all trees wins, the first of equals, or the answer with the greatest sum of last scores.
 */
final class Dvts extends AbstractSearch {

    private final int width;
    private final int iterations;
    private final boolean vote;
    private final boolean allCandidates;
    private final Tree tree;
    private final AnswerWeights weights = new AnswerWeights();
    private int[] tips = {};
    private int[] growing = {};
    private int[] generation = {};
    private int[] last = {};
    private int[] result = {};

    /**
     * Makes the search.
     *
     * @param width children of each node
     * @param iterations in the last of which solutions are generated to their end; 0 for no such limit
     * @param vote whether the answers of the trees vote
     * @param allCandidates whether all children in a tree's last step are its result, not the best alone
     * @param aggregate how step scores make values
     */
    Dvts(int width, int iterations, boolean vote, boolean allCandidates, Aggregate aggregate) {
        this.width = width;
        this.iterations = iterations;
        this.vote = vote;
        this.allCandidates = allCandidates;
        tree = new Tree(aggregate);
    }

    @Override
    void search(Session session) {
        int n = solutions(session);
        int trees = Math.max(1, n / width);
        int children = Math.min(width, n);
        grow(trees, children);
        tree.start();
        Arrays.fill(tips, 0, trees, Session.NONE);
        Arrays.fill(last, 0, trees * children, Session.NONE);
        boolean paid = true;
        for (int iteration = 1; paid; iteration++) {
            int alive = 0;
            for (int t = 0; t < trees; t++) {
                if (tree.unfinished(tips[t])) {
                    growing[alive] = t;
                    Arrays.fill(generation, alive * children, (alive + 1) * children, tips[t]);
                    alive++;
                }
            }
            if (alive == 0 || (iterations > 0 && iteration > iterations)) {
                break;
            }
            paid = iteration == iterations
                    ? tree.finish(session, generation, alive * children, true)
                    : tree.advance(session, generation, alive * children, true);
            for (int g = 0; paid && g < alive; g++) {
                keepBest(growing[g], g * children, children);
            }
        }
        choose(session, trees, children);
    }

    private void keepBest(int t, int from, int children) {
        int best = generation[from];
        for (int i = 0; i < children; i++) {
            int node = generation[from + i];
            last[t * children + i] = node;
            if (tree.value(node) > tree.value(best)) {
                best = node;
            }
        }
        tips[t] = best;
    }

    private void choose(Session session, int trees, int children) {
        int count = 0;
        if (allCandidates) {
            for (int i = 0; i < trees * children; i++) {
                if (last[i] != Session.NONE) {
                    result[count++] = last[i];
                }
            }
        } else {
            for (int t = 0; t < trees; t++) {
                if (tips[t] != Session.NONE) {
                    result[count++] = tips[t];
                }
            }
        }
        if (count == 0) {
            return;
        }
        int selected = 0;
        for (int i = 1; i < count; i++) {
            if (tree.value(result[i]) > tree.value(result[selected])) {
                selected = i;
            }
        }
        trace().result(result, count, selected);
        if (vote) {
            vote(session, count);
        } else if (tree.complete(result[selected])) {
            session.commit(result[selected]);
        }
    }

    private void vote(Session session, int count) {
        weights.start();
        for (int i = 0; i < count; i++) {
            if (tree.complete(result[i])) {
                weights.add(session, result[i], tree.logProbability(result[i]));
            }
        }
        if (weights.winner() != Session.NONE) {
            session.commit(weights.winner());
        }
    }

    private void grow(int trees, int children) {
        if (trees > tips.length) {
            tips = new int[trees];
            growing = new int[trees];
        }
        if (trees * children > generation.length) {
            generation = new int[trees * children];
            last = new int[trees * children];
            result = new int[trees * children];
        }
    }
}

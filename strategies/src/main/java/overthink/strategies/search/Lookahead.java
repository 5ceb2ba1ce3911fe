package overthink.strategies.search;

import java.util.Arrays;
import java.util.Locale;
import overthink.core.api.Parameters;
import overthink.core.api.Session;

/**
 * Lookahead search (Snell et al. 2025): beam search in which each new node is scored by the process score of a path
 * rolled k steps on from it, or to its end, by sampled steps or by the likeliest. Steps rolled are charged and discarded. With n = N/(1 + k) nodes a step, N
 * how many whole solutions the budget pays for and k at most N − 1, the max(1, n/width) best, of equals the earlier,
 * get n children in turn; after the last step the best score wins, the first of equals, or the solutions vote.
 */
final class Lookahead extends AbstractSearch {

    /** How paths are rolled on. */
    enum Rollout {
        /** By steps that are sampled. */
        SAMPLED,
        /** By the likeliest steps. */
        GREEDY;

        static Rollout of(Parameters parameters) {
            return valueOf(parameters.choice("rollout").toUpperCase(Locale.ROOT));
        }
    }

    private final int width;
    private final int steps;
    private final Rollout rollout;
    private final FinalChoice.Rule rule;
    private final FinalChoice choice;
    private final Tree tree = new Tree();
    private final Ranking ranking = new Ranking();
    private int[] nodes = {};
    private int[] kept = {};
    private int[] rolled = {};
    private double[] values = {};

    /**
     * Makes the search.
     *
     * @param width children of each node that is kept
     * @param steps rolled ahead, at least 0
     * @param rollout how paths are rolled on
     * @param rule by which the answer is chosen
     */
    Lookahead(int width, int steps, Rollout rollout, FinalChoice.Rule rule) {
        this.rule = rule;
        choice = new FinalChoice(rule);
        this.width = width;
        this.steps = steps;
        this.rollout = rollout;
    }

    @Override
    void search(Session session) {
        int solutions = solutions(session);
        int ahead = Math.min(steps, solutions - 1);
        int count = solutions / (1 + ahead);
        int beams = Math.max(1, count / width);
        grow(count);
        tree.start();
        Arrays.fill(nodes, 0, count, Session.NONE);
        boolean growing = true;
        for (int level = 1; growing; level++) {
            boolean paid = reaches(session, level) && tree.advance(session, nodes, count, ahead == 0);
            if (!paid || !look(session, count, level, ahead)) {
                return;
            }
            int[] ranked = ranking.best(values, count, beams);
            growing = false;
            for (int i = 0; i < beams; i++) {
                kept[i] = nodes[ranked[i]];
                growing |= tree.unfinished(kept[i]);
            }
            if (!growing) {
                session.commit(rule == FinalChoice.Rule.ARGMAX ? kept[0] : choice(session, count));
            }
            for (int i = 0; i < count; i++) {
                nodes[i] = kept[i % beams];
            }
        }
    }

    /** Of all nodes of the last step, not of those kept alone. */
    private int choice(Session session, int count) {
        choice.start();
        for (int i = 0; i < count; i++) {
            if (tree.complete(nodes[i])) {
                choice.add(session, nodes[i], values[i]);
            }
        }
        return choice.choice();
    }

    /** Whether there are rounds for a level, and for what comes next; answers without scores where there are not. */
    private boolean reaches(Session session, int level) {
        if (tree.best() == Session.NONE && runsOutOfRounds(session, level - 1)) {
            answersUnscored(session);
            return false;
        }
        return true;
    }

    private boolean roll(Session session, int count) {
        return rollout == Rollout.GREEDY
                ? tree.advanceGreedily(session, rolled, count)
                : tree.advance(session, rolled, count, false);
    }

    /** Sets the values of the nodes to those at the ends of their rollouts; returns whether the budget paid for it. */
    private boolean look(Session session, int count, int level, int ahead) {
        System.arraycopy(nodes, 0, rolled, 0, count);
        for (int step = 1; step <= ahead; step++) {
            if (!reaches(session, level + step) || !roll(session, count)) {
                return false;
            }
        }
        int asked = 0;
        for (int i = 0; i < count && ahead > 0; i++) {
            asked += tree.scored(rolled[i]) ? 0 : 1;
        }
        session.together(asked);
        for (int i = 0; i < count; i++) {
            if (ahead > 0 && !tree.scored(rolled[i])) {
                tree.score(session, rolled[i]);
            }
            values[i] = tree.value(rolled[i]);
        }
        return true;
    }

    private void grow(int count) {
        if (count > nodes.length) {
            nodes = new int[count];
            kept = new int[count];
            rolled = new int[count];
            values = new double[count];
        }
    }
}

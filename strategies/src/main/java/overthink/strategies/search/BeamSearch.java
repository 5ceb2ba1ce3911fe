package overthink.strategies.search;

import overthink.core.api.Session;

/**
 * N nodes a step: after each step the max(1, N/width) best by their latest process score, of equals the earlier ones,
 * get N children in turn; after the last step the best score wins, the first of equals, or the solutions vote. N is how many whole solutions
 * the budget pays for when each step is scored.
 */
public final class BeamSearch extends AbstractSearch {

    private final int width;
    private final Frontier frontier = new Frontier();
    private final Ranking ranking = new Ranking();
    private final FinalChoice choice;

    /** A search that ends with the best score. */
    BeamSearch(int width) {
        this(width, FinalChoice.Rule.ARGMAX);
    }

    BeamSearch(int width, FinalChoice.Rule rule) {
        this.width = width;
        choice = new FinalChoice(rule);
    }

    @Override
    void search(Session session) {
        int nodes = solutions(session);
        int beams = Math.max(1, nodes / width);
        frontier.start(nodes);
        while (frontier.advance(session)) {
            commitChoice(session);
            frontier.refill(ranking.best(frontier, beams), beams, nodes);
        }
        commitChoice(session);
    }

    private void commitChoice(Session session) {
        if (!frontier.someFinished()) {
            return;
        }
        choice.start();
        for (int slot = 0; slot < frontier.size(); slot++) {
            if (frontier.isFinished(slot)) {
                choice.add(session, frontier.node(slot), frontier.scores()[slot]);
            }
        }
        if (choice.choice() != Session.NONE) {
            session.commit(choice.choice());
        }
    }
}

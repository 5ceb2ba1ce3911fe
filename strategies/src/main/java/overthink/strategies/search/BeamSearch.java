package overthink.strategies.search;

import overthink.core.api.Session;

/**
 * N nodes a step: after each step the max(1, N/width) best by their latest process score, of equals the earlier ones,
 * get N children in turn; after the last step the best score wins, the first of equals. N is how many whole solutions
 * the budget pays for when each step is scored.
 */
public final class BeamSearch extends AbstractSearch {

    private final int width;
    private final Frontier frontier = new Frontier();
    private final Ranking ranking = new Ranking();

    BeamSearch(int width) {
        this.width = width;
    }

    @Override
    void search(Session session) {
        int nodes = solutions(session);
        int beams = Math.max(1, nodes / width);
        frontier.start(nodes);
        while (frontier.advance(session)) {
            commitBest(session);
            frontier.refill(ranking.best(frontier, beams), beams, nodes);
        }
        commitBest(session);
    }

    private void commitBest(Session session) {
        int best = frontier.best();
        if (best != Session.NONE) {
            session.commit(frontier.node(best));
        }
    }
}

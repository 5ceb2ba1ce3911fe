package overthink.strategies.decomposition;

import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.voting.AnswerWeights;

/**
 * Contraction: the first parts are worked into the question that is left, one after the other, and what is left is solved step by step.
 * One such solution, or one after the other and a vote of them.
 */
final class Atoms implements Strategy {

    private final long merges;
    private final boolean votes;
    private final AnswerWeights weights = new AnswerWeights();

    /**
     * Makes the strategy.
     *
     * @param merges contractions of one solution at most
     * @param votes whether solutions are made as long as the budget pays for them, and vote
     */
    Atoms(long merges, boolean votes) {
        this.merges = merges;
        this.votes = votes;
    }

    @Override
    public void run(Session session) {
        weights.start();
        int parts = session.parts();
        do {
            int solution = solve(session, parts);
            if (solution == Session.NONE) {
                return;
            }
            if (votes) {
                weights.add(session, solution, 0);
                solution = weights.winner();
            }
            session.commit(solution);
        } while (votes);
    }

    private int solve(Session session, int parts) {
        long contracted = Math.min(merges, parts - 1);
        int node = Session.NONE;
        int steps = 0;
        do {
            node = steps++ < contracted ? session.contract(node) : session.extend(node);
        } while (node != Session.NONE && !session.complete(node));
        return node;
    }
}

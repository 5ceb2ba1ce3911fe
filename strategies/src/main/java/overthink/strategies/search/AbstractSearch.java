package overthink.strategies.search;

import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;

/**
 * A search by the scores of steps. Where the budget pays for a candidate but not for the scores of all its steps, there is
 * nothing to search by: the answer is then one candidate, generated whole and not scored. So it is where a search that takes
 * more rounds than a candidate has steps has one round left and no candidate.
 */
abstract class AbstractSearch implements Strategy {

    private SearchTrace trace = SearchTrace.NONE;

    /** Shows what happens from now on to {@code other}; for tests. */
    final void show(SearchTrace other) {
        trace = other;
    }

    final SearchTrace trace() {
        return trace;
    }

    /** How many whole solutions grown side by side the limit pays for when each step is scored, at least 1. */
    static int solutions(Session session) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE / 2, session.solutions(1, 0)));
    }

    @Override
    public final void run(Session session) {
        if (session.solutions(1, 0) > 0 || !answersUnscored(session)) {
            search(session);
        }
    }

    /**
     * Whether the round at hand is the last, and may end without a candidate: a search that took no more rounds than the nodes
     * that it goes on from have steps has enough of them, as the {@linkplain #solutions limit} says; others may not.
     *
     * @param depth of the deepest node that is gone on from, 0 when there is none
     */
    static boolean runsOutOfRounds(Session session, int depth) {
        long limit = session.limit(Resource.ROUNDS);
        if (limit == Long.MAX_VALUE) {
            return false;
        }
        long spent = session.spent(Resource.ROUNDS);
        return spent > depth && limit - spent == 1;
    }

    /** Answers with one candidate, where the budget pays for it but not for the scores of its steps, or not for their rounds. */
    static boolean answersUnscored(Session session) {
        int candidate = session.generate();
        if (candidate != Session.NONE) {
            session.commit(candidate);
        }
        return candidate != Session.NONE;
    }

    /** Searches. */
    abstract void search(Session session);
}

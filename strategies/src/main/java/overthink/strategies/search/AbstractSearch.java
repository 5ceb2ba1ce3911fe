package overthink.strategies.search;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/** A search on a {@link Tree}, which commits the best candidate so far as it goes. */
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
}

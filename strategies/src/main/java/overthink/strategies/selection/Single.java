package overthink.strategies.selection;

import overthink.core.api.Session;
import overthink.core.api.Strategy;

/** One candidate, whatever the budget. */
public final class Single implements Strategy {

    @Override
    public void run(Session session) {
        int candidate = session.generate();
        if (candidate != Session.NONE) {
            session.commit(candidate);
        }
    }
}

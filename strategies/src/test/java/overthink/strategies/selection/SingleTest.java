package overthink.strategies.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;

class SingleTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new SingleProvider();
    }

    @Test
    void run_largeBudget_oneCandidate() {
        ScriptedSession session = new ScriptedSession(Script.counterPolicy(), 10);
        create().run(session);
        assertEquals(List.of(0), session.commitments());
        assertEquals(List.of(0, 1, 2, 3, 4), session.path(0));
        assertEquals(1, session.spent(Resource.GENERATIONS));
        assertEquals(0, session.spent(Resource.VERIFIER_CALLS));
    }

    @Test
    void run_nothingPaid_noAnswer() {
        ScriptedSession session = new ScriptedSession(Script.counterPolicy(), 10).withLimit(Resource.STEPS, 4);
        create().run(session);
        assertEquals(Session.NONE, session.committed());
        assertEquals(0, session.size());
    }
}

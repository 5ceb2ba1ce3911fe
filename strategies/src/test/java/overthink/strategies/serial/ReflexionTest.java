package overthink.strategies.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class ReflexionTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new ReflexionProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Untold extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("tell", false, "most", 4);
        }
    }

    private static ScriptedSession played(Map<String, ?> parameters, int budget, double[] scores, int... answers) {
        ScriptedSession session = new ScriptedSession(Script.candidates(scores, answers), budget);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void chain_ofVerdicts_endsAtTheFirstAccepted() {
        ScriptedSession session = played(Map.of(), 9, new double[] {-1, -1, 1, 1}, 0, 1, 2, 3);
        assertEquals(2, session.committed());
        assertEquals(3, session.size());
        assertEquals(
                1,
                played(Map.of("most", 2), 9, new double[] {-1, -1, 1}, 0, 1, 2).committed());
    }
}

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

class SelfRefineTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new SelfRefineProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Stopping extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("tell", true, "stop-above", 0.9);
        }
    }

    private static ScriptedSession played(Map<String, ?> parameters, int budget, double[] scores, int... answers) {
        ScriptedSession session = new ScriptedSession(Script.candidates(scores, answers), budget);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void gate_ofScores_keepsTheBest() {
        double[] scores = {0, -1, 2, 2, 1};
        ScriptedSession session = played(Map.of(), 5, scores, 0, 1, 2, 3, 4);
        assertEquals(2, session.committed(), "the first of equals");
        assertEquals(5, session.size());
        assertEquals(
                3, played(Map.of("stop-above", 0.8), 5, scores, 0, 1, 2, 3, 4).size(), "2 is 0.88");
    }
}

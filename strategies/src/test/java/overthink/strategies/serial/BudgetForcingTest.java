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

class BudgetForcingTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new BudgetForcingProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Twice extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("waits", 2);
        }
    }

    @Nested
    class Capped extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("most", 7);
        }
    }

    private static ScriptedSession played(Map<String, ?> parameters, int budget, double[] scores, int... answers) {
        ScriptedSession session = new ScriptedSession(Script.candidates(scores, answers), budget);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    /** The scripted policy is done with candidates 1, 2 and 4. */
    @Test
    void waits_ofAPolicyThatIsDone_goOnSoManyTimes() {
        double[] scores = {-1, 1, 1, -1, 1, -1};
        assertEquals(5, played(Map.of(), 6, scores, 0, 1, 2, 3, 4, 5).committed());
        assertEquals(2, played(Map.of("waits", 1), 6, scores, 0, 1, 2, 3, 4, 5).committed());
        assertEquals(4, played(Map.of("waits", 2), 6, scores, 0, 1, 2, 3, 4, 5).committed());
        assertEquals(2, played(Map.of("most", 3), 6, scores, 0, 1, 2, 3, 4, 5).committed());
    }
}

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

class UntilFinishedTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new UntilFinishedProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Capped extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("most", 3);
        }
    }

    private static ScriptedSession played(Map<String, ?> parameters, int budget, double[] scores, int... answers) {
        ScriptedSession session = new ScriptedSession(Script.candidates(scores, answers), budget);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void chain_ofAPolicy_endsWhereItIsDone() {
        double[] scores = {-1, -1, 1, 1};
        assertEquals(2, played(Map.of(), 4, scores, 0, 1, 2, 3).committed());
        assertEquals(1, played(Map.of(), 2, scores, 0, 1, 2, 3).committed());
        assertEquals(1, played(Map.of("most", 2), 4, scores, 0, 1, 2, 3).size() - 1);
    }
}

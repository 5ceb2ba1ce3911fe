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

class AbMctsTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new AbMctsProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Sceptical extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("prior", 4);
        }
    }

    private static ScriptedSession played(Map<String, ?> parameters, int budget, double[] scores, int... answers) {
        ScriptedSession session = new ScriptedSession(Script.candidates(scores, answers), budget);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void best_ofScores_isTheFirstOfEquals() {
        assertEquals(
                1,
                played(Map.of(), 5, new double[] {0, 3, 1, 3, -1}, 0, 1, 2, 3, 4)
                        .committed());
    }
}

package overthink.strategies.merging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.RecordingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class AggregateTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new AggregateProvider();

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
            return Map.of("samples", 3);
        }
    }

    private static RecordingSession played(Map<String, ?> parameters, int... answers) {
        RecordingSession session = new RecordingSession(
                new ScriptedSession(Script.candidates(new double[answers.length], answers), answers.length));
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void budget_ofFive_mergesFour() {
        assertEquals(
                List.of("merge([0, 1, 2, 3]) = 4"),
                played(Map.of(), 7, 7, 8, 8, 9).calls("merge"));
        assertEquals(
                List.of("merge([0, 1]) = 2"),
                played(Map.of("samples", 2), 7, 7, 8, 8).calls("merge"));
        assertEquals(List.of("commit(0)"), played(Map.of(), 7).calls("commit").subList(0, 1));
    }
}

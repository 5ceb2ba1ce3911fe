package overthink.strategies.merging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class DebateTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new DebateProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class OfPolicies extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("agents", 3L, "policies", List.of("cheaper", "usual"));
        }
    }

    @Nested
    class First extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("select", "first");
        }
    }

    @Nested
    class Five extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("agents", 5, "rounds", 2);
        }
    }

    private static RecordingSession played(Map<String, ?> parameters, int... answers) {
        RecordingSession session = new RecordingSession(
                new ScriptedSession(Script.candidates(new double[answers.length], answers), answers.length));
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    /** Under a budget that does not pay for the cheaper one's candidate, the usual one answers; a greater budget goes on with it. */
    @Test
    void anytime_whereTheWorldsFirstIsNotAskedFirst_isNotClaimed() {
        assertFalse(PROVIDER.anytime(
                Parameters.of(PROVIDER.parameters(), Map.of("policies", List.of("cheaper", "usual")))));
        assertTrue(PROVIDER.anytime(Parameters.of(PROVIDER.parameters(), Map.of())));
    }

    @Test
    void rounds_ofAgents_readAll() {
        RecordingSession session = played(Map.of("agents", 2), 7, 8, 8, 8, 7);
        assertEquals(
                List.of("merge([0, 1]) = 2", "merge([0, 1]) = 3", "merge([2, 3]) = 4", "merge([2, 3]) = -1"),
                session.calls("merge"));
        assertEquals(List.of("commit(0)", "commit(2)"), session.calls("commit"));
    }
}

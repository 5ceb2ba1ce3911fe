package overthink.strategies.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.RecordingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class IterativeRetrievalTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new IterativeRetrievalProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Tag("slow")
    @Nested
    class UntilAccepted extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("until-accepted", true, "demonstrations", 2);
        }
    }

    private static RecordingSession played(Map<String, ?> parameters, double... scores) {
        RecordingSession session = new RecordingSession(
                new ScriptedSession(Script.candidates(scores, new int[scores.length]), scores.length));
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void rounds_oneAfterTheOther_readMoreAndBeginAnew() {
        RecordingSession session = played(Map.of("documents", 3, "rounds", 2), -1, -2, -3, -4);
        assertEquals(
                List.of("read(3)", "read(6)", "read(3)", "read(6)", "read(3)"),
                session.calls().stream().filter(call -> call.startsWith("read")).toList());
        assertEquals(
                4,
                session.calls("generate").stream()
                        .filter(call -> !call.endsWith("-1"))
                        .count());
    }

    @Test
    void untilAccepted_scoreAboveZero_ends() {
        RecordingSession session = played(Map.of("until-accepted", true), -1, 0.5, -3, 2);
        assertEquals(2, session.calls("generate").size());
        List<String> commits = session.calls("commit");
        assertEquals("commit(1)", commits.get(commits.size() - 1));
        assertThrows(IllegalArgumentException.class, () -> played(Map.of("until-accepted", true, "select", "vote"), 1));
    }
}

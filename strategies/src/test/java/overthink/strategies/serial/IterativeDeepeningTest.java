package overthink.strategies.serial;

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

class IterativeDeepeningTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new IterativeDeepeningProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Voting extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("select", "vote", "first", 2);
        }
    }

    @Nested
    class Best extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("select", "best", "growth", 1.5, "most", 20);
        }
    }
    /** Self-corrections after 1, 1 + 2 and 1 + 2 + 4 candidates. */
    @Test
    void intervals_growing_doubleFromTheFirst() {
        RecordingSession session =
                new RecordingSession(new ScriptedSession(Script.candidates(new double[9], new int[9]), 9));
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), Map.of())).run(session);
        assertEquals(
                List.of(
                        "revise(0, wrong) = 1",
                        "revise(1) = 2",
                        "revise(2, wrong) = 3",
                        "revise(3) = 4",
                        "revise(4) = 5",
                        "revise(5) = 6",
                        "revise(6, wrong) = 7",
                        "revise(7) = 8"),
                session.calls("revise").subList(0, 8));
    }
}

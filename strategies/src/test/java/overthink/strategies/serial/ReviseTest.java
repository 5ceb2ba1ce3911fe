package overthink.strategies.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.RecordingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class ReviseTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new ReviseProvider();

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
            return Map.of("select", "vote");
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
            return Map.of("select", "best", "tell", true, "most", 9);
        }
    }

    @Nested
    class Told extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("tell", true, "most", 5);
        }
    }

    private static ScriptedSession played(Map<String, ?> parameters, int budget, double[] scores, int... answers) {
        ScriptedSession session = new ScriptedSession(Script.candidates(scores, answers), budget);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void select_ofAChain_lastMostFrequentOrBest() {
        double[] scores = {1, 4, 4, -1, 0};
        int[] answers = {7, 8, 9, 8, 7};
        assertEquals(4, played(Map.of(), 5, scores, answers).committed());
        assertEquals(0, played(Map.of("select", "vote"), 5, scores, answers).committed(), "7 was seen before 8");
        assertEquals(1, played(Map.of("select", "vote"), 4, scores, answers).committed());
        assertEquals(1, played(Map.of("select", "best"), 5, scores, answers).committed(), "the first of equals");
    }

    @Test
    void chain_ofCandidates_revisesTheLast() {
        RecordingSession session =
                new RecordingSession(new ScriptedSession(Script.candidates(new double[4], new int[4]), 4));
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), Map.of("most", 3))).run(session);
        assertEquals(
                List.of("generate() = 0", "commit(0)", "revise(0) = 1", "commit(1)", "revise(1) = 2", "commit(2)"),
                session.calls());
        assertEquals(3, session.spent(Resource.ROUNDS));
    }
}

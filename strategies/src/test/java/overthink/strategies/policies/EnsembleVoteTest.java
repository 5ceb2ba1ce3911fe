package overthink.strategies.policies;

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

class EnsembleVoteTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new EnsembleVoteProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class TwoOfEach extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("samples", 2L, "policies", List.of("cheaper", "usual"));
        }
    }

    private static RecordingSession played(Map<String, ?> parameters, double[] scores, int... answers) {
        RecordingSession session =
                new RecordingSession(new ScriptedSession(Script.candidates(scores, answers), answers.length)
                        .withPolicies(List.of("small", "large", "huge")));
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void votes_ofAllPolicies_countAlike() {
        RecordingSession session = played(Map.of(), new double[5], 1, 1, 2, 2, 2);
        assertEquals(
                List.of("policy(1).generate(2, 0) = 2", "policy(2).generate(1, 0) = 1"),
                session.calls().stream()
                        .filter(call -> call.matches("policy.*generate.*"))
                        .toList());
        assertEquals(List.of("commit(0)", "commit(2)"), session.calls("commit"));
    }

    @Test
    void budget_belowOneOfEach_isForTheFirst() {
        RecordingSession session = played(Map.of(), new double[2], 1, 2);
        assertEquals(
                List.of("policy(1).generate(1, 0) = 1", "policy(2).generate(1, 0) = 0"),
                session.calls().stream()
                        .filter(call -> call.matches("policy.*generate.*"))
                        .toList());
        assertEquals(List.of("commit(0)", "commit(0)"), session.calls("commit"));
    }
}

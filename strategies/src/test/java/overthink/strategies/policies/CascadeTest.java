package overthink.strategies.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.NamedPart;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.RecordingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class CascadeTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new CascadeProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Agreement extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("check", "agreement", "samples", 3L);
        }
    }

    @Nested
    class Two extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("policies", List.of("cheaper", "better"), "samples", 2L);
        }
    }

    private static RecordingSession played(Map<String, ?> parameters, double[] scores, int... answers) {
        RecordingSession session =
                new RecordingSession(new ScriptedSession(Script.candidates(scores, answers), answers.length)
                        .withPolicies(List.of("small", "large", "huge")));
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    /** Under a budget that does not pay for the cheaper one's candidate, the usual one is asked; a greater budget goes on with it. */
    @Test
    void anytime_whereTheWorldsFirstIsNotAskedFirst_isNotClaimed() {
        for (List<String> policies : List.of(List.of("cheaper", "usual"), List.of("cheaper"))) {
            assertFalse(PROVIDER.anytime(Parameters.of(PROVIDER.parameters(), Map.of("policies", policies))));
        }
        assertTrue(PROVIDER.anytime(Parameters.of(PROVIDER.parameters(), Map.of())));
        assertTrue(PROVIDER.anytime(
                Parameters.of(PROVIDER.parameters(), Map.of("policies", List.of(NamedPart.FIRST, "cheaper")))));
    }

    @Test
    void check_fails_asksTheNext() {
        RecordingSession session = played(Map.of(), new double[] {-1, 0.5, 3}, 1, 2, 3);
        assertEquals(List.of("commit(0)", "commit(0)", "commit(1)", "commit(1)"), session.calls("commit"));
        assertEquals(
                List.of("generate(1, 1) = 1", "policy(1).generate(1, 1) = 1"),
                session.calls().stream()
                        .filter(call -> call.contains("generate"))
                        .toList());
    }

    @Test
    void last_ofOneCandidate_isNotChecked() {
        RecordingSession session = played(Map.of(), new double[] {-1, -1, -1}, 1, 2, 3);
        assertEquals(2, session.calls("verify").size());
        assertEquals("commit(2)", session.calls("commit").get(4));
    }

    @Test
    void agreement_ofEnough_stops() {
        RecordingSession session =
                played(Map.of("check", "agreement", "samples", 3L), new double[9], 1, 2, 3, 5, 4, 5, 7, 8, 9);
        assertEquals(6, session.size());
        assertEquals(List.of("commit(0)", "commit(0)", "commit(3)", "commit(3)"), session.calls("commit"));
    }
}

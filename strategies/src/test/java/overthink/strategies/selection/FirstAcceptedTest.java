package overthink.strategies.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class FirstAcceptedTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new FirstAcceptedProvider();

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
            return Map.of("cap", 3);
        }
    }

    @Nested
    class Abstaining extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("fallback", "abstain");
        }

        @Override
        protected boolean mayAbstain() {
            return true;
        }
    }

    private static ScriptedSession played(Map<String, ?> parameters, int budget, double... scores) {
        ScriptedSession session = new ScriptedSession(Script.candidates(scores, new int[scores.length]), budget);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void drawing_verdicts_endsAtTheFirstAccepted() {
        ScriptedSession session = played(Map.of(), 9, -1, -1, 1, 1, -1);
        assertEquals(2, session.committed());
        assertEquals(3, session.size());
        assertEquals(3, session.spent(Resource.VERIFIER_CALLS));
        assertEquals(List.of(1, 1, 1), session.batches(), "each candidate waits for the verdict before");
    }

    @Test
    void fallback_noneAccepted_lastOrNothing() {
        assertEquals(List.of(0, 1, 2), played(Map.of(), 3, -1, -1, -1).commitments());
        assertEquals(
                List.of(), played(Map.of("fallback", "abstain"), 3, -1, -1, -1).commitments());
        assertEquals(
                List.of(1), played(Map.of("fallback", "abstain"), 3, -1, 2, -1).commitments());
    }

    @Test
    void cap_belowTheBudget_endsThere() {
        ScriptedSession session = played(Map.of("cap", 2), 9, -1, -1, 1);
        assertEquals(2, session.size());
        assertEquals(1, session.committed());
    }

    @Test
    void verdict_unpaid_countsAsRejection() {
        for (String fallback : List.of("last", "abstain")) {
            ScriptedSession session = new ScriptedSession(Script.candidates(new double[] {-1, 1}, new int[2]), 2)
                    .withLimit(Resource.VERIFIER_CALLS, 1);
            PROVIDER.create(Parameters.of(PROVIDER.parameters(), Map.of("fallback", fallback)))
                    .run(session);
            assertEquals(fallback.equals("last") ? 1 : Session.NONE, session.committed());
        }
    }
}

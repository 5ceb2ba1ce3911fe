package overthink.strategies.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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

class RepeatedVerificationTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new RepeatedVerificationProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class AllAccept extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("combine", "all-accept", "calls", 3);
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
            return Map.of("combine", "all-accept", "fallback", "abstain");
        }

        @Override
        protected boolean mayAbstain() {
            return true;
        }
    }

    @Nested
    class Once extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("calls", 1);
        }
    }

    /** Scores by call, candidate after candidate; one candidate's calls are consecutive. */
    private static ScriptedSession played(Map<String, ?> parameters, int budget, long calls, double... byCall) {
        AtomicInteger next = new AtomicInteger();
        Script script = Script.candidates(new double[budget], new int[budget])
                .withOutcomeScores(step -> byCall[next.getAndIncrement()]);
        ScriptedSession session = new ScriptedSession(script, budget).withLimit(Resource.VERIFIER_CALLS, calls);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void mean_scores_highestWins() {
        Map<String, ?> two = Map.of("calls", 2);
        assertEquals(1, played(two, 3, 6, 3, -3, 1, 0, -5, 5).committed());
        assertEquals(0, played(two, 2, 4, 1, 2, 2, 1).committed(), "the first of equals");
        assertEquals(
                List.of(1, 1, 1),
                List.of(played(two, 3, 6, 0, 0, 0, 0, 0, 0).batches().size(), 1, 1));
    }

    @Test
    void mean_callsRunOut_whatIsScoredInFullDecides() {
        Map<String, ?> two = Map.of("calls", 2);
        assertEquals(1, played(two, 3, 5, 1, 1, 2, 2, 9).committed());
        assertEquals(List.of(0), played(two, 3, 1, 1).commitments());
    }

    @Test
    void allAccept_verdicts_firstThatPassesAndNoCallBeyond() {
        Map<String, ?> three = Map.of("calls", 3, "combine", "all-accept");
        ScriptedSession session = played(three, 4, 99, 1, 1, -1, -1, 1, 1, 1);
        assertEquals(2, session.committed());
        assertEquals(7, session.spent(Resource.VERIFIER_CALLS));
        assertEquals(4, session.size(), "all candidates are drawn at once");
    }

    @Test
    void allAccept_nonePasses_longestRunOrNothing() {
        double[] verdicts = {-1, 1, -1, 1, 1, -1, 1, 1, -1};
        assertEquals(
                2,
                played(Map.of("calls", 3, "combine", "all-accept"), 4, 99, verdicts)
                        .committed());
        assertEquals(
                Session.NONE,
                played(Map.of("calls", 3, "combine", "all-accept", "fallback", "abstain"), 4, 99, verdicts)
                        .committed());
    }
}

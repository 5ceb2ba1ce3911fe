package overthink.strategies.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class SelfEvaluatedTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new SelfEvaluatedProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class NeverPrunes extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("prune", 0.0, "batch", 3, "checkpoint", 2);
        }
    }

    @Nested
    class PrunesByScore extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("prune", 0.0, "prune-below", 0.5, "batch", 1, "checkpoint", 1);
        }
    }

    @Nested
    class PrunesHard extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("prune", 0.75, "checkpoint", 1, "stop-above", 1.0, "max-gens", 9);
        }
    }

    /** Scores by step in the order generated, as probabilities. */
    private static ScriptedSession played(Map<String, ?> parameters, int steps, int budget, double... byStep) {
        double[] scores = new double[byStep.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Script.logOdds(byStep[i]);
        }
        ScriptedSession session = new ScriptedSession(Script.tree(steps, scores), budget)
                .withLimit(Resource.STEPS, (long) budget * steps);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void first_scoresHighEnough_stops() {
        ScriptedSession session = played(Map.of("stop-above", 0.9), 3, 9, 0.1, 0.1, 0.95);
        assertEquals(3, session.size());
        assertEquals(2, session.committed());
        assertEquals(1, session.spent(Resource.VERIFIER_CALLS));
    }

    @Test
    void batch_atTheCheckpoint_halfIsDroppedAndCostsItsBeginning() {
        // Steps 0, 1: the first solution. 2 to 5: first steps of the batch. 6, 7: what is left of it.
        ScriptedSession session =
                played(Map.of("checkpoint", 1, "stop-above", 0.9), 2, 4, 0.5, 0.6, 0.2, 0.7, 0.7, 0.3, 0.8, 0.95);
        assertEquals(8, session.size());
        assertEquals(List.of(3, 6), session.path(6));
        assertEquals(List.of(4, 7), session.path(7));
        assertEquals(7, session.committed());
        assertEquals(List.of(1, 1, 4, 2), session.batches());
        assertEquals(1 + 4 + 2, session.spent(Resource.VERIFIER_CALLS));
    }

    @Test
    void pruneBelow_allUnpromising_restarts() {
        ScriptedSession session = played(
                Map.of("checkpoint", 1, "batch", 1, "prune", 0.0, "prune-below", 0.5, "stop-above", 0.9),
                2,
                3,
                0.5,
                0.6,
                0.2,
                0.3,
                0.8,
                0.95);
        assertEquals(5, session.committed());
        assertEquals(List.of(4, 5), session.path(5));
    }

    @Test
    void batch_budgetRunsOut_changesNothing() {
        ScriptedSession session =
                played(Map.of("checkpoint", 1, "prune", 0.0), 2, 3, 0.5, 0.6, 0.2, 0.7, 0.7, 0.3, 0.8, 0.95);
        assertEquals(List.of(1), session.commitments());
        assertEquals(6, session.size());
    }

    @Test
    void prune_everything_isRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PROVIDER.create(Parameters.of(PROVIDER.parameters(), Map.of("prune", 1.0))));
    }
}

package overthink.strategies.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

class ConfidenceStopTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new ConfidenceStopProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class BatchesOfThree extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("batch", 3, "threshold", 0.95, "max-gens", 10);
        }
    }

    @Nested
    class ByProduct extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("aggregation", "product");
        }
    }

    private static ScriptedSession played(Map<String, ?> parameters, double... probabilities) {
        double[] scores = new double[probabilities.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Script.logOdds(probabilities[i]);
        }
        ScriptedSession session = new ScriptedSession(Script.candidates(scores, new int[scores.length]), scores.length);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void best_reachesTheThreshold_stops() {
        ScriptedSession session = played(Map.of(), 0.5, 0.2, 0.7, 0.95, 0.99);
        assertEquals(4, session.size());
        assertEquals(List.of(0, 2, 3), session.commitments());
        assertEquals(List.of(1, 1, 1, 1), session.batches());
    }

    @Test
    void threshold_atItsEnds_firstBatchOrNever() {
        assertEquals(1, played(Map.of("threshold", 0.0), 0.5, 0.2, 0.7).size());
        assertEquals(3, played(Map.of("threshold", 1.0), 0.5, 0.999999, 0.7).size());
        assertEquals(2, played(Map.of("threshold", 0.5), 0.4, 0.5, 0.7).size(), "equal is enough");
    }

    @Test
    void batch_reachesIt_lookedAtWhenWhole() {
        ScriptedSession session = played(Map.of("batch", 3, "max-gens", 5), 0.95, 0.97, 0.1, 0.5);
        assertEquals(3, session.size());
        assertEquals(1, session.committed());
        assertEquals(
                5,
                played(Map.of("batch", 3, "max-gens", 5), 0.1, 0.1, 0.1, 0.1, 0.1, 0.1)
                        .size());
    }

    @Test
    void scores_runOut_thoseScoredDecide() {
        ScriptedSession session = new ScriptedSession(Script.candidates(new double[] {0, 1, 2, 9}, new int[4]), 4)
                .withLimit(Resource.VERIFIER_CALLS, 2);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), Map.of("batch", 4)))
                .run(session);
        assertEquals(1, session.committed());
        assertEquals(4, session.size());
    }
}

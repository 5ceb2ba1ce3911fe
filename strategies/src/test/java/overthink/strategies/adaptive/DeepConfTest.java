package overthink.strategies.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class DeepConfTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new DeepConfProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Lenient extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("keep", 0.9, "warm-up", 4, "batch", 3, "consensus", 1);
        }
    }

    @Nested
    class Offline extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("mode", "offline");
        }
    }

    @Nested
    class OfflineByOutcome extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("mode", "offline", "confidence", "outcome", "keep", 0.5);
        }
    }

    private static Strategy with(Map<String, ?> parameters) {
        return PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters));
    }

    /** The threshold of the fixture of scorio: of seven confidences a fifth is kept. */
    @Test
    void threshold_ofAnotherToolsFixture_isThat() {
        ConfidenceGate gate = new ConfidenceGate(0.2);
        gate.clear();
        double[] confidences = {0.7, 2.1, 1.4, 4.8, 3, 2.9, 5.2};
        for (int i = 0; i < confidences.length; i++) {
            gate.add(i, confidences[i]);
        }
        assertEquals(4.44, gate.threshold(), 1e-12);
    }

    private static int offline(double keep, double[] probabilities, int... answers) {
        double[] scores = new double[probabilities.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Script.logOdds(probabilities[i]);
        }
        ScriptedSession session = new ScriptedSession(Script.candidates(scores, answers), scores.length);
        with(Map.of("mode", "offline", "confidence", "outcome", "keep", keep)).run(session);
        return session.committed();
    }

    /** The weighted vote of facebookresearch/deepconf's test: .2 and .2 of a against .5 of b. */
    @Test
    void offline_votes_areWeightedByConfidence() {
        assertEquals(1, offline(1, new double[] {0.2, 0.5, 0.2}, 'a', 'b', 'a'));
        assertEquals(0, offline(1, new double[] {0.3, 0.5, 0.3}, 'a', 'b', 'a'));
        // half of four reach the threshold: .9 of a, .8 of b
        assertEquals(3, offline(0.5, new double[] {0.7, 0.7, 0.8, 0.9}, 'b', 'b', 'b', 'a'));
        assertEquals(0, offline(1, new double[] {0.7, 0.7, 0.8, 0.9}, 'b', 'b', 'b', 'a'));
    }

    /**
     * Two steps a candidate. Warm-up of two, whole: step scores 0 and 2, then 1 and 3, so that the least are 0 and 1 and all of
     * them reach the threshold 0. Then a batch of two: one falls below it at its first step and is given up, the other goes on.
     */
    @Test
    void online_belowTheThreshold_isGivenUpAtItsStep() {
        double[] scores = {0, 2, 1, 3, -1, 5, 6, 7, 8, 9, 9, 9, 9};
        Script script = Script.tree(2, scores).withAnswers(step -> step == 1 ? 0 : step == 3 ? 1 : 2);
        ScriptedSession session = new ScriptedSession(script, 6).withLimit(Resource.STEPS, 11);
        with(Map.of("keep", 1, "warm-up", 2, "batch", 2, "consensus", 1)).run(session);
        // steps 4, of score −1, and 5 begin; 6 goes on from 5 alone; then 7 and 8, and 9 and 10 from them
        assertEquals(List.of(5, 6), session.path(4));
        assertEquals(List.of(4, 2, 1, 2, 2), session.batches());
        assertEquals(4 + 3 + 4, session.spent(Resource.VERIFIER_CALLS));
        assertEquals(4, session.committed(), "the last answer has three votes of nearly 1, the others one each");
    }

    @Test
    void create_parametersWithoutMeaning_areRefused() {
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of("confidence", "outcome"),
                Map.of("mode", "offline", "warm-up", 3),
                Map.of("mode", "offline", "batch", 3),
                Map.of("mode", "offline", "consensus", 0.5))) {
            assertThrows(IllegalArgumentException.class, () -> with(wrong), wrong::toString);
        }
    }
}

package overthink.strategies.particle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class ParticleGibbsTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new ParticleGibbsProvider();
    }

    @Nested
    class Sampling extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new ParticleGibbsProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("iterations", 3, "references", 2, "select", "sample");
        }
    }

    @Nested
    class ItsHub extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new ParticleGibbsProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("variant", "its-hub");
        }
    }

    @Nested
    class ProbabilisticInferenceScaling extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new ParticleGibbsProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("variant", "probabilistic-inference-scaling", "resample-inactive", false);
        }
    }

    private static Strategy create(Map<String, ?> parameters) {
        StrategyProvider provider = new ParticleGibbsProvider();
        return provider.create(Parameters.of(provider.parameters(), parameters));
    }

    /** Two iterations of two particles and two steps; the reference costs nothing the second time. */
    @Test
    void run_twoIterations_referencesAreNotCharged() {
        ScriptedSession session = new ScriptedSession(Script.tree(2, 0, 9, 9, 0, 0, 0), 4);
        Strategy gibbs = create(Map.of());
        ParticleTraces traces = ParticleTraces.of(gibbs);
        gibbs.run(session);
        assertEquals(List.of(2, 2, 1, 1), session.batches());
        // both second steps are below 1; of 2 and 3 the first is the reference
        assertEquals(List.of(List.of(1, 1), List.of(0), List.of(1)), traces.draws());
        // 4 is drawn over by the reference's first step, 1, and 5 is its new second step
        assertEquals(List.of(1, 5), session.path(5));
        assertEquals(List.of(5, 2), traces.iterations().get(1).nodes());
        assertEquals(List.of(1, 2), session.path(session.committed()));
    }

    /** Three generations and a million iterations: three iterations of a particle each, and the last one's is drawn. */
    @Test
    void run_moreIterationsThanGenerations_oneParticleEach() {
        for (String variant : List.of("overthink", "its-hub", "probabilistic-inference-scaling")) {
            ScriptedSession session = new ScriptedSession(Script.tree(1, 5, 3, 1), 3).withLimit(Resource.STEPS, 3);
            Map<String, Object> parameters = variant.equals("probabilistic-inference-scaling")
                    ? Map.of("iterations", 1_000_000, "select", "sample", "variant", variant)
                    : Map.of("iterations", 1_000_000, "references", 0, "select", "sample", "variant", variant);
            create(parameters).run(session);
            assertEquals(List.of(1, 1, 1), session.batches(), variant);
        }
        ScriptedSession session = new ScriptedSession(Script.tree(1, 5, 3, 1), 3).withLimit(Resource.STEPS, 3);
        create(Map.of("iterations", 9, "select", "sample")).run(session);
        assertEquals(2, session.committed(), "the last iteration's, not the best");
    }

    /** A reference was generated before the others: of equal weights its answer wins, although it stands last. */
    @Test
    void vote_equalWeights_answerOfTheCandidateGeneratedFirst() {
        Script script = Script.candidates(new double[] {1, 1, 1}, new int[] {7, 7, 8});
        ScriptedSession session = new ScriptedSession(script, 4);
        create(Map.of("select", "vote")).run(session);
        assertEquals(7, script.answer().applyAsInt(session.committed()));
        assertTrue(session.committed() < 2, "a candidate of the first iteration");
    }

    @Test
    void create_parameterOfAnotherVariant_isRefused() {
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of("max-steps", 3),
                Map.of("resample-inactive", false),
                Map.of("variant", "its-hub", "temperature", 2.0),
                Map.of("variant", "its-hub", "select", "vote"),
                Map.of("variant", "probabilistic-inference-scaling", "references", 2))) {
            assertThrows(IllegalArgumentException.class, () -> create(wrong), wrong::toString);
        }
    }
}

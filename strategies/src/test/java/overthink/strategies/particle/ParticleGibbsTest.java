package overthink.strategies.particle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;

class ParticleGibbsTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new ParticleGibbsProvider();
    }

    @Nested
    class Sampling extends StrategyContract {

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
    class ItsHub extends StrategyContract {

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
    class ProbabilisticInferenceScaling extends StrategyContract {

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

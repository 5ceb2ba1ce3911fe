package overthink.strategies.particle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

class ParallelTemperingTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new ParallelTemperingProvider();
    }

    @Nested
    class ByProcess extends StrategyContract {

        @Override
        protected StrategyProvider provider() {
            return new ParallelTemperingProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("score", "process", "select", "last", "chains", 2);
        }
    }

    @Nested
    class OneChain extends StrategyContract {

        @Override
        protected StrategyProvider provider() {
            return new ParallelTemperingProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("chains", 1);
        }
    }

    private static Strategy create(Map<String, ?> parameters) {
        StrategyProvider provider = new ParallelTemperingProvider();
        return provider.create(Parameters.of(provider.parameters(), parameters));
    }

    @Test
    void create_ladderUpsideDown_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> create(Map.of("temperature", 9.0)));
    }

    /** One chain and one step: the second solution replaces the first iff ln u < its gain; u = 0.618, ln u = −0.481. */
    @Test
    void run_oneChain_metropolisRule() {
        // the first uniform is spent on where to cut, 0.236 on acceptance: ln u = −1.444
        for (double gain : new double[] {-1.5, -1.4, 2}) {
            ScriptedSession session = new ScriptedSession(Script.tree(1, 0, gain), 2).withLimit(Resource.STEPS, 2);
            create(Map.of("chains", 1, "select", "last")).run(session);
            assertEquals(gain > -1.44 ? 1 : 0, session.committed(), "gain " + gain);
            ScriptedSession best = new ScriptedSession(Script.tree(1, 0, gain), 2).withLimit(Resource.STEPS, 2);
            create(Map.of("chains", 1)).run(best);
            assertEquals(gain > 0 ? 1 : 0, best.committed(), "gain " + gain);
        }
    }
}

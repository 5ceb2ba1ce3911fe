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
import overthink.strategies.VariantContract;

class ParallelTemperingTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new ParallelTemperingProvider();
    }

    @Nested
    class ByProcess extends VariantContract {

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
    class OneChain extends VariantContract {

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

    /** Two chains and one step a solution; what the coldest holds in the end. */
    private static int coldestHolds(double... scores) {
        ScriptedSession session =
                new ScriptedSession(Script.tree(1, scores), 2).withLimit(Resource.STEPS, scores.length);
        create(Map.of("chains", 2, "select", "last")).run(session);
        return session.committed();
    }

    /** Exchanges follow proposals: first solutions alone are no round. */
    @Test
    void exchange_firstSolutions_stayWhereTheyAre() {
        assertEquals(0, coldestHolds(0, 9));
    }

    /** The last round has its exchange: the hot chain accepts 3, and the cold one gets it. */
    @Test
    void exchange_afterTheLastRound_takesPlace() {
        assertEquals(3, coldestHolds(0, -200, -900, 90));
        assertEquals(0, coldestHolds(0, -200, -900, -900, -900, 90), "the second round's pairs are others");
    }

    /** A round that the budget cuts short has its exchange as well. */
    @Test
    void exchange_afterAnUnfinishedRound_takesPlace() {
        assertEquals(1, coldestHolds(0, 9, -900));
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

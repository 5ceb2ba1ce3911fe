package overthink.strategies.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import overthink.strategies.VariantContract;

class LookaheadTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new LookaheadProvider();
    }

    @Nested
    class Far extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new LookaheadProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("steps", 3, "width", 2);
        }
    }

    @Nested
    class None extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new LookaheadProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("steps", 0);
        }
    }

    @Nested
    class Weighted extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new LookaheadProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("select", "weighted");
        }
    }

    private static Strategy create(Map<String, ?> parameters) {
        StrategyProvider provider = new LookaheadProvider();
        return provider.create(Parameters.of(provider.parameters(), parameters));
    }

    /** Nodes 0 and 1; rolled on to 2 and 3, where the second is better; below it 4 and 5, which are whole. */
    @Test
    void run_twoSteps_byHand() {
        ScriptedSession session = new ScriptedSession(Script.tree(2, 9, 0, 1, 2, 4, 3), 4);
        create(Map.of("width", 2)).run(session);
        assertEquals(List.of(2, 2, 2), session.batches());
        assertEquals(List.of(1, 4), session.path(session.committed()), "2 and 3 are discarded");
    }

    @Test
    void run_noSteps_isBeamSearch() {
        ScriptedSession beam = new ScriptedSession(Script.counterPolicy(), 12);
        new BeamSearch(3).run(beam);
        ScriptedSession session = new ScriptedSession(Script.counterPolicy(), 12);
        create(Map.of("steps", 0, "width", 3)).run(session);
        assertEquals(beam.batches(), session.batches());
        assertEquals(beam.path(beam.committed()), session.path(session.committed()));
    }
}

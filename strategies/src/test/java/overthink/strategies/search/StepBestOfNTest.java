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

class StepBestOfNTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new StepBestOfNProvider();
    }

    @Nested
    class Three extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new StepBestOfNProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("samples", 3);
        }
    }

    private static Strategy create(Map<String, ?> parameters) {
        StrategyProvider provider = new StepBestOfNProvider();
        return provider.create(Parameters.of(provider.parameters(), parameters));
    }

    @Test
    void run_twoSteps_byHand() {
        ScriptedSession session = new ScriptedSession(Script.tree(2, 0, 2, 2, 1, 5, 4), 3);
        create(Map.of()).run(session);
        assertEquals(List.of(3, 3), session.batches());
        assertEquals(List.of(1, 4), session.path(session.committed()));
    }

    @Test
    void run_fewerSamples_spendsLess() {
        ScriptedSession session = new ScriptedSession(Script.tree(2, 0, 2, 1, 5), 3);
        create(Map.of("samples", 2)).run(session);
        assertEquals(List.of(2, 2), session.batches());
        assertEquals(List.of(1, 3), session.path(session.committed()));
    }
}

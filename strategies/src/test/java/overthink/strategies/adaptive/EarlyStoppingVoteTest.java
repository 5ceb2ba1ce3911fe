package overthink.strategies.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class EarlyStoppingVoteTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new EarlyStoppingVoteProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Sliding extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("rule", "sliding", "window", 3, "max-gens", 0);
        }
    }

    @Nested
    class Decided extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("rule", "decided", "window", 1, "max-gens", 9);
        }
    }

    private static ScriptedSession played(Map<String, ?> parameters, int... answers) {
        ScriptedSession session =
                new ScriptedSession(Script.candidates(new double[answers.length], answers), answers.length);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void window_agrees_stopsAtItsEnd() {
        Map<String, ?> three = Map.of("window", 3);
        assertEquals(3, played(three, 1, 1, 1, 1, 1, 1).size());
        ScriptedSession session = played(three, 1, 2, 2, 2, 2, 1, 3, 3, 3, 1, 1, 1);
        assertEquals(9, session.size(), "2, 2, 2, 2 spans two windows");
        assertEquals(1, session.committed(), "the vote is of all candidates");
        assertEquals(List.of(3, 3, 3), session.batches());
    }

    @Test
    void sliding_latestAgree_stopsAtOnce() {
        Map<String, ?> three = Map.of("window", 3, "rule", "sliding");
        ScriptedSession session = played(three, 1, 2, 1, 1, 2, 2, 2, 2, 2);
        assertEquals(7, session.size());
        assertEquals(1, session.committed());
        assertEquals(List.of(3, 2, 2), session.batches(), "what a window lacks at least is drawn together");
    }

    @Test
    void decided_leaderOutOfReach_stops() {
        Map<String, ?> nine = Map.of("window", 1, "rule", "decided", "max-gens", 9);
        assertEquals(5, played(nine, 1, 1, 1, 1, 1, 1, 1, 1, 1).size());
        assertEquals(9, played(nine, 1, 2, 1, 2, 1, 2, 1, 2, 1).size());
        assertEquals(8, played(nine, 1, 1, 1, 2, 1, 2, 2, 1, 1).size(), "5 against 3, one left");
        assertThrows(
                IllegalArgumentException.class,
                () -> PROVIDER.create(Parameters.of(PROVIDER.parameters(), Map.of("rule", "decided", "max-gens", 0))));
    }
}

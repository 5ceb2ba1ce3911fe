package overthink.strategies.merging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.RecordingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class MixtureOfAgentsTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new MixtureOfAgentsProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class OfPolicies extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("width", 4L, "policies", List.of("better", "usual"), "aggregator", "better");
        }
    }

    @Nested
    class Narrow extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("layers", 4, "width", 2);
        }
    }

    private static RecordingSession played(Map<String, ?> parameters, int... answers) {
        RecordingSession session = new RecordingSession(
                new ScriptedSession(Script.candidates(new double[answers.length], answers), answers.length));
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void layers_ofTwo_readTheWholeLayerBefore() {
        RecordingSession session = played(Map.of(), 1, 2, 3, 4, 5);
        assertEquals(List.of("merge([0, 1]) = 2", "merge([0, 1]) = 3", "merge([2, 3]) = 4"), session.calls("merge"));
        assertEquals(List.of("commit(0)", "commit(2)", "commit(4)"), session.calls("commit"));
    }

    @Test
    void layers_moreThanPaid_answerWithTheLastBegun() {
        RecordingSession session = played(Map.of("layers", 5), 1, 2, 3);
        assertEquals(List.of("commit(0)", "commit(1)", "commit(2)"), session.calls("commit"));
    }
}

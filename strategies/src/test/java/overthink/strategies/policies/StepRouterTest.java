package overthink.strategies.policies;

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

class StepRouterTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new StepRouterProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Strict extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("threshold", 1.5);
        }
    }

    @Nested
    class Swapped extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("policies", List.of("better", "cheaper"));
        }
    }

    @Test
    void draft_ofALowScore_isWrittenAnew() {
        double[] scores = {1, -1, -2, 2};
        RecordingSession session = new RecordingSession(new ScriptedSession(
                        new Script((step, depth) -> depth == 2, step -> scores[step], step -> 0, step -> step), 2)
                .withPolicies(List.of("small", "large")));
        PROVIDER.create(Parameters.defaults(PROVIDER.parameters())).run(session);
        assertEquals(
                List.of("extend(-1) = 0", "extend(0) = 1", "policy(1).extend(0) = 2"),
                session.calls().stream().filter(call -> call.contains("extend")).toList());
        assertEquals(List.of("commit(2)"), session.calls("commit"));
    }
}

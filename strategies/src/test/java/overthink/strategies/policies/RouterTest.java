package overthink.strategies.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.RecordingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class RouterTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new RouterProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Voting extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("samples", 0L, "threshold", 0.5);
        }
    }

    private static RecordingSession played(double signal, Map<String, ?> parameters, double[] scores, int... answers) {
        RecordingSession session =
                new RecordingSession(new ScriptedSession(Script.candidates(scores, answers), answers.length)
                        .withPolicies(List.of("small", "large", "huge"))
                        .withLimit(Resource.STEPS, answers.length)
                        .withSignal(signal));
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    @Test
    void signal_betweenThresholds_choosesThePolicyBetween() {
        Map<Double, String> expected = Map.of(
                0.6,
                "generate(1) = 1",
                0.5,
                "generate(1) = 1",
                0.4,
                "policy(1).generate(1) = 1",
                -0.6,
                "policy(2).generate(1) = 1");
        expected.forEach((signal, call) -> assertEquals(
                List.of(call),
                played(signal, Map.of("threshold", 0.5), new double[1], 1).calls().stream()
                        .filter(one -> one.contains("generate"))
                        .toList()));
    }

    @Test
    void policies_named_areAskedInTheirOrder() {
        RecordingSession session = played(-3, Map.of("policies", List.of("huge", "large")), new double[1], 1);
        assertEquals(
                1,
                session.calls().stream()
                        .filter("policy(1).generate(1) = 1"::equals)
                        .count());
    }
}

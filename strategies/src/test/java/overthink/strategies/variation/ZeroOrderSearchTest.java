package overthink.strategies.variation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.RecordingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;

class ZeroOrderSearchTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new ZeroOrderSearchProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Test
    void pivot_isTheBestSoFar() {
        double[] scores = {0, -1, 2, 1, 1, 3, -2};
        RecordingSession session =
                new RecordingSession(new ScriptedSession(Script.candidates(scores, new int[scores.length]), 7));
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), Map.of("neighbours", 2, "stride", 0.5)))
                .run(session);
        assertEquals(
                List.of(
                        "vary(0, 0.5) = 1",
                        "vary(0, 0.5) = 2",
                        "vary(2, 0.5) = 3",
                        "vary(2, 0.5) = 4",
                        "vary(2, 0.5) = 5",
                        "vary(2, 0.5) = 6",
                        "vary(5, 0.5) = -1"),
                session.calls("vary"));
        assertEquals(List.of("commit(0)", "commit(2)", "commit(5)"), session.calls("commit"));
    }
}

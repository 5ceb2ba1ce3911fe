package overthink.strategies.variation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.law.quality.QualityLaw;
import overthink.core.law.quality.QualityVerifier;
import overthink.core.model.quality.QualityPolicy;
import overthink.core.model.quality.QualityVerifiers;
import overthink.core.model.quality.QualityWorld;
import overthink.core.testkit.RecordingSession;
import overthink.core.testkit.StrategyContract;
import overthink.core.trial.TrialRunner;

class SearchOverPathsTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new SearchOverPathsProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    private static List<String> calls(Map<String, ?> parameters, int steps, long budget, String method) {
        QualityWorld world = new QualityWorld(
                1,
                QualityLaw.STANDARD,
                0,
                OptionalDouble.empty(),
                QualityPolicy.of(steps),
                QualityVerifiers.process(QualityVerifier.of(1)));
        List<String> calls = new ArrayList<>();
        new TrialRunner(world, Budgets.generations(budget), 1)
                .run(
                        session -> {
                            RecordingSession recording = new RecordingSession(session);
                            PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters))
                                    .run(recording);
                            calls.addAll(recording.calls(method));
                        },
                        0,
                        0);
        return calls;
    }

    @Test
    void steps_areWhatAPathCosts() {
        // 6 steps: 2 to start, then back 1 and forward 3 twice, in 3 branches: 2 + 2·9 = 20 a path; 7 more solutions
        // pay for 2
        List<String> grown = calls(Map.of("start", 2, "width", 3, "back", 1, "forward", 3), 6, 8, "extend");
        assertEquals(8, grown.size());
        assertEquals("extend([-1, -1], 2) = 2", grown.get(0));
        assertTrue(grown.get(2).startsWith("extend([1, 1, 1, "), grown.get(2) + ": taken back by one");
        assertTrue(grown.stream().skip(2).allMatch(call -> call.endsWith(", 6) = 6")), grown.toString());
    }

    @Test
    void budget_belowAPath_isSpentOnWholeCandidates() {
        assertEquals(List.of("generate(1, 1) = 1", "generate(1, 1) = 1"), calls(Map.of(), 4, 2, "generate"));
    }

    @Test
    void pathThatNeverEnds_isRefused() {
        Parameters endless = Parameters.of(PROVIDER.parameters(), Map.of("back", 2, "forward", 2));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> PROVIDER.create(endless))
                .getMessage()
                .contains("Maybe forward: 3"));
    }
}

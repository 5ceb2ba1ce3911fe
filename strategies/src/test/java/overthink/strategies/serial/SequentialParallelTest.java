package overthink.strategies.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
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

class SequentialParallelTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new SequentialParallelProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Best extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("within", "best", "across", "weighted", "chains", 3);
        }
    }

    @Nested
    class Voting extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("within", "vote", "across", "best", "ratio", 0.25);
        }
    }

    private static ScriptedSession played(Map<String, ?> parameters, int budget, double[] scores, int... answers) {
        ScriptedSession session = new ScriptedSession(Script.candidates(scores, answers), budget);
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        return session;
    }

    /** Chains of candidates 0 2 4 and 1 3 5. */
    @Test
    void within_ofTwoChains_lastMostFrequentOrBest() {
        double[] scores = {3, 0, -2, 2, 1, 2.5};
        int[] answers = {7, 8, 7, 9, 6, 9};
        assertEquals(
                5,
                played(Map.of("chains", 2, "across", "best"), 6, scores, answers)
                        .committed());
        assertEquals(
                0,
                played(Map.of("chains", 2, "within", "vote", "across", "best"), 6, scores, answers)
                        .committed(),
                "7, whose first has 3, against 9, whose first has 2");
        assertEquals(
                0,
                played(Map.of("chains", 2, "within", "best", "across", "best"), 6, scores, answers)
                        .committed());
    }

    @Test
    void across_ofChains_votesOrWeighs() {
        double[] scores = {0, 9, 0};
        int[] answers = {7, 8, 7};
        assertEquals(0, played(Map.of("chains", 3), 3, scores, answers).committed());
        // a half and a half against all but one in ten thousand: equal but for that, and 7 has a little more
        assertEquals(
                0,
                played(Map.of("chains", 3, "across", "weighted"), 3, scores, answers)
                        .committed());
        assertEquals(
                1,
                played(Map.of("chains", 3, "across", "best"), 3, scores, answers)
                        .committed());
    }

    @Test
    void chains_byRatio_areTheSquareRoot() {
        assertEquals(List.of(4, 4, 4, 4), rounds(Map.of(), 16));
        assertEquals(List.of(8, 8), rounds(Map.of("ratio", 0.25), 16));
        assertEquals(List.of(2, 2, 2, 2, 2, 2, 2, 2), rounds(Map.of("ratio", 4), 16));
        assertEquals(List.of(3, 3, 1), rounds(Map.of("chains", 3), 7));
    }

    /** How many revisions follow how many beginnings: candidate r·C + c revises candidate (r − 1)·C + c. */
    private static List<Integer> rounds(Map<String, ?> parameters, int budget) {
        RecordingSession session = new RecordingSession(
                new ScriptedSession(Script.candidates(new double[budget], new int[budget]), budget));
        PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters)).run(session);
        int chains = budget - session.calls("revise").size();
        for (int i = 0; i < budget - chains; i++) {
            assertEquals(
                    "revise(%d) = %d".formatted(i, i + chains),
                    session.calls("revise").get(i));
        }
        List<Integer> rounds = new ArrayList<>();
        for (int left = budget; left > 0; left -= chains) {
            rounds.add(Math.min(left, chains));
        }
        return rounds;
    }

    @Test
    void chains_besideARatio_areRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PROVIDER.create(Parameters.of(PROVIDER.parameters(), Map.of("chains", 3, "ratio", 2.0))));
    }
}

package overthink.strategies.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
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

class MctsTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new MctsProvider();
    }

    @Nested
    class Puct extends StrategyContract {

        @Override
        protected StrategyProvider provider() {
            return new MctsProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("policy", "puct", "exploration", 2.0);
        }
    }

    @Nested
    class Outcomes extends StrategyContract {

        @Override
        protected StrategyProvider provider() {
            return new MctsProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("evaluate", "rollout");
        }
    }

    @Nested
    class Processes extends StrategyContract {

        @Override
        protected StrategyProvider provider() {
            return new MctsProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("evaluate", "rollout", "rollout-score", "process", "width", 2);
        }
    }

    private static Strategy create(Map<String, ?> parameters) {
        StrategyProvider provider = new MctsProvider();
        return provider.create(Parameters.of(provider.parameters(), parameters));
    }

    /**
     * Width 2, two steps, no bonus. 0 and 1 are worth ½ and ¾; below 1, 2 and 3 are worth ½ and ¼: the mean of 1 falls
     * to ½, and the first of equals is 0. Below 0, 4 and 5 are worth ⅒ each. Then 1 is visited until patience ends:
     * with it its first child, 2.
     */
    @Test
    void run_greedy_byHand() {
        double[] values = {0.5, 0.75, 0.5, 0.25, 0.1, 0.1};
        ScriptedSession session = new ScriptedSession(
                Script.tree(2, Arrays.stream(values).map(Script::logOdds).toArray()), 4);
        create(Map.of("width", 2, "exploration", 0.0, "patience", 3)).run(session);
        assertEquals(List.of(2, 2, 2), session.batches());
        assertEquals(List.of(1, 2), session.path(session.committed()));
    }

    /** As before, but 4 has the greatest value of all candidates. */
    @Test
    void choose_value_greatestSeen() {
        double[] values = {0.5, 0.75, 0.5, 0.25, 0.6, 0.1};
        for (String choose : List.of("visits", "value")) {
            ScriptedSession session = new ScriptedSession(
                            Script.tree(
                                    2,
                                    Arrays.stream(values).map(Script::logOdds).toArray()),
                            4)
                    .withLimit(Resource.STEPS, 4);
            create(Map.of("width", 2, "exploration", 0.0, "choose", choose)).run(session);
            assertEquals(2, session.committed(), choose);
            ScriptedSession more = new ScriptedSession(
                            Script.tree(
                                    2,
                                    Arrays.stream(values).map(Script::logOdds).toArray()),
                            4)
                    .withLimit(Resource.STEPS, 6);
            create(Map.of("width", 2, "exploration", 0.0, "patience", 2, "choose", choose))
                    .run(more);
            assertEquals(choose.equals("value") ? 4 : 2, more.committed(), choose);
        }
    }

    /** Rollouts from 0 and 1 end at 2 and 3; only the budget ends the search, and the better candidate is chosen. */
    @Test
    void run_rollouts_byOutcome() {
        Script script = Script.tree(2, 0, 0, 1, 2).withOutcomeScores(step -> step == 2 ? 3 : 1);
        ScriptedSession session = new ScriptedSession(script, 2).withLimit(Resource.STEPS, 4);
        create(Map.of("width", 2, "evaluate", "rollout")).run(session);
        assertEquals(List.of(0, 2), session.path(session.committed()));
        ScriptedSession process = new ScriptedSession(script, 2).withLimit(Resource.STEPS, 4);
        create(Map.of("width", 2, "evaluate", "rollout", "rollout-score", "process"))
                .run(process);
        assertEquals(List.of(1, 3), process.path(process.committed()));
    }

    @Test
    void create_rolloutScoreWithoutRollouts_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> create(Map.of("rollout-score", "process")));
    }
}

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
import overthink.strategies.VariantContract;

class MctsTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new MctsProvider();
    }

    @Nested
    class Puct extends VariantContract {

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
    class Outcomes extends VariantContract {

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
    class Processes extends VariantContract {

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

    /**
     * Two children, 0 and 1, rolled out to 2 and 3 with outcomes of 0.9 and 0.6. Then 0 gets 4 and 5, whole, worth 0.3 and 0.2.
     * The most visited is 0, and of its children 4, which is whole: its answer. With one simulation less the walk ends at 0,
     * which is unfinished: then the greatest value seen, 2, and not what was rolled out from another node.
     */
    @Test
    void choose_visitsOfRollouts_greatestSeenWhereTheWalkEndsUnfinished() {
        double[] outcomes = {0, 0, 0.9, 0.6, 0.3, 0.2};
        Script script = Script.tree(2, new double[6]).withOutcomeScores(step -> Script.logOdds(outcomes[step]));
        ScriptedSession unfinished = new ScriptedSession(script, 2).withLimit(Resource.STEPS, 4);
        create(Map.of("width", 2, "evaluate", "rollout", "exploration", 0.0)).run(unfinished);
        assertEquals(2, unfinished.committed());
        ScriptedSession finished = new ScriptedSession(script, 3).withLimit(Resource.STEPS, 6);
        create(Map.of("width", 2, "evaluate", "rollout", "exploration", 0.0, "patience", 1))
                .run(finished);
        assertEquals(4, finished.committed());
    }

    /** Of equal visits 1, worth more in the mean, is walked to; the greatest value was seen below 0. */
    @Test
    void choose_visitsOfRollouts_isNotTheRolloutOfTheLastNode() {
        double[] outcomes = new double[40];
        Arrays.fill(outcomes, 0.01);
        // three steps: 0 and 1 are rolled out to 4 and 5; below 0, 6 and 7 to 8 and 9
        outcomes[4] = 0.8;
        outcomes[5] = 0.1;
        outcomes[8] = 0.2;
        outcomes[9] = 0.3;
        Script script = Script.tree(3, new double[40]).withOutcomeScores(step -> Script.logOdds(outcomes[step]));
        ScriptedSession session = new ScriptedSession(script, 4).withLimit(Resource.STEPS, 10);
        create(Map.of("width", 2, "evaluate", "rollout", "exploration", 0.0)).run(session);
        assertEquals(4, session.committed(), "the walk ends at 7, which is unfinished; its rollout is worth 0.3");
    }

    @Test
    void create_rolloutScoreWithoutRollouts_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> create(Map.of("rollout-score", "process")));
    }
}

package overthink.strategies.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Element;
import overthink.core.api.Parameters;
import overthink.core.api.Session;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.RecordingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;

class PipelineTest {

    private static Element stage(String name, Object... values) {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return new Element(name, map);
    }

    private static Parameters parameters(boolean scale, Element... stages) {
        return Parameters.of(new PipelineProvider().parameters(), Map.of("stages", List.of(stages), "scale", scale));
    }

    private abstract static class AbstractPipelineContract extends StrategyContract {

        abstract List<Element> stages();

        @Override
        protected StrategyProvider provider() {
            return new PipelineProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("stages", stages());
        }
    }

    @Nested
    class RandomChoiceContract extends AbstractPipelineContract {

        @Override
        List<Element> stages() {
            return List.of(stage("generate", "n", 3L), stage("random"));
        }
    }

    @Nested
    class TwoFiltersContract extends AbstractPipelineContract {

        @Override
        List<Element> stages() {
            return List.of(
                    stage("generate", "n", 4L),
                    stage("filter", "verifier", "tests"),
                    stage("filter", "verifier", "lint", "empty", "drop"),
                    stage("random"));
        }

        @Override
        protected boolean mayAbstain() {
            return true;
        }
    }

    /** Every kind of stage, in a world with policies, verifiers, chains and merging. */
    @Nested
    class ComposedContract extends AbstractPipelineContract {

        @Override
        List<Element> stages() {
            return List.of(
                    stage("generate", "n", 4L),
                    stage("generate", "n", 2L, "policy", "small"),
                    stage("filter", "verifier", "tests"),
                    stage("keep", "n", 3L, "verifier", "ranker"),
                    stage("revise", "policy", "small", "told", true),
                    stage("merge", "n", 3L, "group", 2L),
                    stage("filter", "verifier", "ranker", "threshold", 0.4),
                    stage("judge"),
                    stage("generate", "n", 1L),
                    stage("best", "verifier", "ranker"));
        }
    }

    @Nested
    class StatedContract extends AbstractPipelineContract {

        @Override
        List<Element> stages() {
            return List.of(stage("generate", "n", 5L), stage("filter", "verifier", "tests"), stage("vote"));
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("stages", stages(), "scale", false);
        }
    }

    // ---- what each stage does, on a script: one step a candidate, so that candidate i is step i ----

    private static ScriptedSession played(
            long budget, IntToDoubleFunction scores, int[] answers, Parameters parameters) {
        ScriptedSession session = new ScriptedSession(
                new Script(
                        (step, depth) -> true,
                        step -> 0,
                        scores::applyAsDouble,
                        step -> answers[step % answers.length]),
                budget);
        new PipelineProvider().create(parameters).run(session);
        return session;
    }

    private static final double[] SCORES = {-1, 2, 3, -2, 1, 3};
    private static final int[] ANSWERS = {7, 8, 9, 7, 8, 7};

    private static ScriptedSession played(long budget, Parameters parameters) {
        return played(budget, step -> SCORES[step % SCORES.length], ANSWERS, parameters);
    }

    @Test
    void filter_thenVote_votesAmongTheAccepted() {
        // accepted are 1 (8), 2 (9), 4 (8) and 5 (7)
        assertEquals(
                1,
                played(6, parameters(false, stage("generate", "n", 6L), stage("filter"), stage("vote")))
                        .committed());
        // of all, 7 has three votes
        assertEquals(
                0,
                played(6, parameters(false, stage("generate", "n", 6L), stage("vote")))
                        .committed());
    }

    @Test
    void keep_leavesTheBestInTheirOrder_andBestTheFirstOfEquals() {
        assertEquals(
                2,
                played(6, parameters(false, stage("generate", "n", 6L), stage("keep", "n", 2L), stage("judge")))
                        .committed());
        assertEquals(
                2,
                played(6, parameters(false, stage("generate", "n", 6L), stage("best")))
                        .committed());
        // of the best three, 1, 2 and 5, all answers have one vote, and the first seen wins
        assertEquals(
                1,
                played(6, parameters(false, stage("generate", "n", 6L), stage("keep", "n", 3L), stage("vote")))
                        .committed());
    }

    @Test
    void filter_thatAcceptsNone_keepsAllOrDropsAll() {
        Parameters keeps =
                parameters(false, stage("generate", "n", 3L), stage("filter", "threshold", 0.99), stage("best"));
        assertEquals(2, played(3, keeps).committed());
        Parameters drops = parameters(
                false, stage("generate", "n", 3L), stage("filter", "threshold", 0.99, "empty", "drop"), stage("best"));
        assertEquals(Session.NONE, played(3, drops).committed());
    }

    @Test
    void scale_multipliesWhatIsGeneratedAlike_andStatedLeavesTheRest() {
        Element[] stages = {
            stage("generate", "n", 2L),
            stage("keep", "n", 1L),
            stage("revise"),
            stage("generate", "n", 1L),
            stage("best")
        };
        // 2 + 1 + 1 as stated; of 16: the larger n comes to 10, the other to 5, and one is revised
        assertEquals(4, played(16, parameters(false, stages)).size());
        assertEquals(16, played(16, parameters(true, stages)).size());
        assertEquals(3, played(3, parameters(true, stages)).size());
    }

    @Test
    void verifiers_byName_areAskedThroughTheirViews() {
        ScriptedSession scripted = new ScriptedSession(
                        new Script((step, depth) -> true, step -> 0, step -> SCORES[step], step -> step), 4)
                .withVerifiers(List.of("tests", "ranker"));
        RecordingSession session = new RecordingSession(scripted);
        new PipelineProvider()
                .create(parameters(
                        false,
                        stage("generate", "n", 4L),
                        stage("filter", "verifier", "tests"),
                        stage("best", "verifier", "ranker")))
                .run(session);
        assertEquals(1, session.calls("verifier(0).verify").size());
        assertEquals(1, session.calls("verifier(1).verify").size());
        assertEquals(6, session.verifierCallsDelivered());
    }

    // ---- what does not fit is refused ----

    private static String refusal(Element... stages) {
        return assertThrows(
                        IllegalArgumentException.class, () -> new PipelineProvider().create(parameters(true, stages)))
                .getMessage();
    }

    @Test
    void stages_thatDoNotFit_areRefusedWithTheirNumber() {
        assertEquals(
                "stage 1, judge, has nothing to work on: the first stage must be generate", refusal(stage("judge")));
        assertEquals(
                "stage 2, keep, needs n (4) of at most the 3 candidates that there are before it",
                refusal(stage("generate", "n", 3L), stage("keep", "n", 4L), stage("vote")));
        assertEquals(
                "stage 3, merge, needs group (3) of at most the 2 candidates that there are before it",
                refusal(stage("generate", "n", 3L), stage("keep", "n", 2L), stage("merge", "group", 3L)));
        assertTrue(refusal(stage("generate", "n", 3L), stage("filter")).contains("leaves 3 candidates"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> parameters(true, stage("jduge")))
                .getMessage()
                .startsWith("stages has no jduge; there are: generate, "));
    }
}

package overthink.strategies.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class BeamSearchTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new BeamSearchProvider();
    }

    @Nested
    class Wide extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new BeamSearchProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("width", 16L);
        }
    }

    @Nested
    class Voting extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new BeamSearchProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("select", "vote");
        }
    }

    @Nested
    class Weighted extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new BeamSearchProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("select", "weighted", "width", 2);
        }
    }

    /** Six last nodes: .9 of a; .5 and .6 of b; .3, .3 and .3 of c, the most frequent one. */
    @Test
    void select_lastNodes_bestScoreMostVotesOrGreatestSum() {
        double[] scores = {0.9, 0.5, 0.3, 0.3, 0.6, 0.3};
        double[] logOdds = Arrays.stream(scores).map(Script::logOdds).toArray();
        Script script = Script.tree(1, logOdds).withAnswers(step -> "abccbc".charAt(step));
        Map<String, Integer> expected = Map.of("argmax", 0, "vote", 2, "weighted", 1);
        expected.forEach((select, node) -> {
            ScriptedSession session = new ScriptedSession(script, 6);
            create(Map.of("select", select)).run(session);
            assertEquals(node, session.committed(), select);
            ScriptedSession ahead = new ScriptedSession(script, 6);
            StrategyProvider lookahead = new LookaheadProvider();
            lookahead
                    .create(Parameters.of(lookahead.parameters(), Map.of("select", select, "steps", 0)))
                    .run(ahead);
            assertEquals(node, ahead.committed(), "lookahead, " + select);
        });
    }

    @Nested
    class SearchAndLearn extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new BeamSearchProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("variant", "search-and-learn", "max-steps", 3);
        }
    }

    @Nested
    class SearchAndLearnSorted extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new BeamSearchProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("variant", "search-and-learn", "sort-completed", true, "aggregate", "product");
        }
    }

    @Nested
    class ItsHub extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new BeamSearchProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("variant", "its-hub", "width", 2);
        }
    }

    @Nested
    class Openr extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new BeamSearchProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("variant", "openr");
        }
    }

    private static Strategy create(Map<String, ?> parameters) {
        StrategyProvider provider = new BeamSearchProvider();
        return provider.create(Parameters.of(provider.parameters(), parameters));
    }

    @Test
    void create_parameterOfAnotherVariant_isRefused() {
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of("max-steps", 3),
                Map.of("sort-completed", true),
                Map.of("aggregate", "min"),
                Map.of("variant", "its-hub", "select", "vote"),
                Map.of("variant", "openr", "select", "weighted"),
                Map.of("variant", "search-and-learn", "select", "vote"),
                Map.of("variant", "its-hub", "sort-completed", true),
                Map.of("variant", "its-hub", "aggregate", "min"),
                Map.of("variant", "openr", "sort-completed", true),
                Map.of("variant", "openr", "aggregate", "product"))) {
            assertThrows(IllegalArgumentException.class, () -> create(wrong), wrong::toString);
        }
        assertEquals(
                "beam-search: max-steps (3) has no meaning in variant overthink. Leave it out.",
                assertThrows(IllegalArgumentException.class, () -> create(Map.of("max-steps", 3)))
                        .getMessage());
    }

    /** A path that its-hub and openr cut short is no answer: the best that is one stands, or none. */
    @Test
    void run_cutShort_committedOnlyIfComplete() {
        for (String variant : List.of("its-hub", "openr")) {
            ScriptedSession none = new ScriptedSession(Script.tree(4, new double[64]), 4);
            create(Map.of("variant", variant, "max-steps", 2, "width", 2)).run(none);
            assertEquals(Session.NONE, none.committed(), variant);
        }
        // 0, 1, 2 go on; 2 ends at its first step with the lowest score, and the others are cut at their second.
        Script script = new Script((step, depth) -> step == 2, step -> step == 2 ? -1 : 1, step -> 0, step -> step);
        ScriptedSession some = new ScriptedSession(script, 3);
        create(Map.of("variant", "its-hub", "max-steps", 1, "width", 1)).run(some);
        assertEquals(2, some.committed());
    }

    @Test
    void searchAndLearn_aggregates_differ() {
        double[] scores = {0.9, 0.6, 0.4, 0.7, 0.9, 0.3};
        double[] logOdds = Arrays.stream(scores).map(Script::logOdds).toArray();
        for (String aggregate : List.of("last", "min", "product")) {
            ScriptedSession session = new ScriptedSession(Script.tree(3, logOdds), 2);
            create(Map.of("variant", "search-and-learn", "width", 1, "aggregate", aggregate))
                    .run(session);
            // first path .9 .4 .9, second .6 .7 .3: products .324 and .126, least .4 and .3, last .9 and .3
            assertEquals(4, session.committed(), aggregate);
        }
        double[] other = {0.9, 0.6, 0.1, 0.7, 0.8, 0.75};
        double[] otherOdds = Arrays.stream(other).map(Script::logOdds).toArray();
        // first path .9 .1 .8, second .6 .7 .75: products .072 and .315, least .1 and .6, last .8 and .75
        for (String aggregate : List.of("last", "min", "product")) {
            ScriptedSession session = new ScriptedSession(Script.tree(3, otherOdds), 2);
            create(Map.of("variant", "search-and-learn", "width", 1, "aggregate", aggregate))
                    .run(session);
            assertEquals(aggregate.equals("last") ? 4 : 5, session.committed(), aggregate);
        }
    }

    /** Four nodes, two kept: worked out by hand. */
    @Test
    void run_threeSteps_byHand() {
        ScriptedSession session = new ScriptedSession(
                Script.tree(
                        3,
                        // Nodes 0 to 3: 1 and 3 are kept, in the order 3, 1.
                        0.1,
                        0.7,
                        0.2,
                        0.9,
                        // Nodes 4 to 7, below 3, 1, 3, 1: of the three equals the first two are kept, 4 and 5.
                        0.5,
                        0.5,
                        0.4,
                        0.5,
                        // Nodes 8 to 11, below 4, 5, 4, 5: the first of the best wins, 9.
                        0.3,
                        0.8,
                        0.8,
                        0.6),
                4);
        new BeamSearch(2).run(session);
        assertEquals(List.of(4, 4, 4), session.batches());
        assertEquals(List.of(3, 4, 10), session.path(10));
        assertEquals(List.of(1, 5, 11), session.path(11));
        assertEquals(9, session.committed());
        assertEquals(List.of(1, 5, 9), session.path(9));
        assertEquals(12, session.spent(Resource.VERIFIER_CALLS));
    }

    /** Kept nodes get children in turn, and the list is cut to N: three for the best, two for the other. */
    @Test
    void run_widthThatDoesNotDivide_bestGetsTheOddChild() {
        ScriptedSession session = new ScriptedSession(Script.tree(2, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0), 5);
        new BeamSearch(2).run(session);
        assertEquals(List.of(4, 3, 4, 3, 4), parents(session, 5, 10));
        assertEquals(5, session.committed());
    }

    /** The counter policy finishes paths at different depths: finished ones keep their places and their scores. */
    @Test
    void run_pathsOfUnequalLength_finishedOnesStay() {
        ScriptedSession session = new ScriptedSession(Script.counterPolicy(), 4);
        new BeamSearch(2).run(session);
        assertEquals(List.of(4, 4, 2), session.batches());
        assertEquals(List.of(1, 7, 9), session.path(9));
        assertEquals(List.of(2, 4), session.path(session.committed()));
    }

    @Test
    void run_tinyBudget_commitsWhatIsCompleteElseNothing() {
        for (int steps = 1; steps <= 3; steps++) {
            ScriptedSession session = new ScriptedSession(Script.tree(3, 1, 2, 3), 0).withLimit(Resource.STEPS, steps);
            new BeamSearch(4).run(session);
            assertEquals(steps < 3 ? Session.NONE : 2, session.committed(), steps + " steps");
            assertEquals(steps, session.spent(Resource.STEPS));
        }
    }

    /** Three nodes, of whose second steps two are paid for: the better of the two wins. */
    @Test
    void run_lastStepHalfPaid_bestOfWhatWasDelivered() {
        ScriptedSession session = new ScriptedSession(Script.tree(2, 3, 2, 1, 5, 6), 3).withLimit(Resource.STEPS, 5);
        new BeamSearch(1).run(session);
        assertEquals(4, session.committed());
        assertEquals(List.of(1, 4), session.path(4));
    }

    @Test
    void run_lastScoresUnpaid_firstChildOfTheBest() {
        ScriptedSession session =
                new ScriptedSession(Script.tree(2, 1, 3, 2, 7, 8, 9), 3).withLimit(Resource.VERIFIER_CALLS, 3);
        new BeamSearch(3).run(session);
        assertEquals(List.of(1, 3), session.path(session.committed()));
    }

    @Tag("slow")
    @Test
    void run_everyTreeOfTwoScores_asDefined() {
        checkEveryTree(new Mistakes(false, false, 0, false));
    }

    @Test
    void run_keepsLaterOfEquals_isNoticed() {
        assertThrows(AssertionError.class, () -> checkEveryTree(new Mistakes(true, false, 0, false)));
    }

    @Test
    void run_lastOfEqualsWins_isNoticed() {
        assertThrows(AssertionError.class, () -> checkEveryTree(new Mistakes(false, true, 0, false)));
    }

    @Test
    void run_oneNodeMore_isNoticed() {
        assertThrows(AssertionError.class, () -> checkEveryTree(new Mistakes(false, false, 1, false)));
    }

    @Test
    void run_oneNodeLess_isNoticed() {
        assertThrows(AssertionError.class, () -> checkEveryTree(new Mistakes(false, false, -1, false)));
    }

    @Test
    void run_childrenOfOneParentTogether_isNoticed() {
        assertThrows(AssertionError.class, () -> checkEveryTree(new Mistakes(false, false, 0, true)));
    }

    private record Mistakes(boolean keepLater, boolean lastWins, int extra, boolean grouped) {}

    /** All trees with T ≤ 3 and N ≤ 4 whose scores are 0 or 1, against the definition written out with lists. */
    private static void checkEveryTree(Mistakes mistakes) {
        for (int steps = 1; steps <= 3; steps++) {
            for (int nodes = 1; nodes <= 4; nodes++) {
                for (int width = 1; width <= 4; width++) {
                    Strategy strategy = new BeamSearch(width);
                    for (int code = 0; code < 1 << (steps * nodes); code++) {
                        double[] scores = new double[steps * (nodes + 1)];
                        for (int i = 0; i < steps * nodes; i++) {
                            scores[i] = code >> i & 1;
                        }
                        ScriptedSession session = new ScriptedSession(Script.tree(steps, scores), nodes);
                        strategy.run(session);
                        assertEquals(
                                expected(steps, nodes + mistakes.extra(), width, scores, mistakes),
                                parents(session, 0, session.size()) + " wins " + session.committed(),
                                "T=%d N=%d width=%d scores %s".formatted(steps, nodes, width, Arrays.toString(scores)));
                    }
                }
            }
        }
    }

    private static String expected(int steps, int nodes, int width, double[] scores, Mistakes mistakes) {
        List<Integer> parents = new ArrayList<>();
        List<Integer> beam = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            parents.add(Session.NONE);
            beam.add(i);
        }
        for (int step = 1; step < steps; step++) {
            List<Integer> ranked = new ArrayList<>(beam);
            Comparator<Integer> byScore = Comparator.comparingDouble(node -> -scores[node]);
            ranked.sort(mistakes.keepLater() ? byScore.thenComparing(Comparator.reverseOrder()) : byScore);
            int kept = Math.max(1, nodes / width);
            beam.clear();
            for (int i = 0; i < nodes; i++) {
                beam.add(parents.size());
                parents.add(ranked.get(mistakes.grouped() ? i * kept / nodes : i % kept));
            }
        }
        int winner = Session.NONE;
        for (int node : beam) {
            if (winner == Session.NONE
                    || scores[node] > scores[winner]
                    || (mistakes.lastWins() && scores[node] == scores[winner])) {
                winner = node;
            }
        }
        return parents + " wins " + winner;
    }

    private static List<Integer> parents(ScriptedSession session, int from, int to) {
        List<Integer> parents = new ArrayList<>();
        for (int node = from; node < to; node++) {
            parents.add(session.parent(node));
        }
        return parents;
    }
}

package overthink.strategies.particle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.GoldenRatioSequence;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class ParticleFilterTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new ParticleFilterProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class MultinomialBySample extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("resampling", "multinomial", "select", "sample");
        }
    }

    @Nested
    class ByVote extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("select", "vote", "temperature", 0.5);
        }
    }

    @Nested
    class StratifiedByEffectiveSampleSize extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new ParticleFilterProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("resampling", "stratified", "when", "ess", "weights", "incremental");
        }
    }

    @Nested
    class ResidualAnnealed extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new ParticleFilterProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("resampling", "residual", "temperature", 2.0, "final-temperature", 0.5, "annealing-steps", 3);
        }
    }

    @Nested
    class ItsHub extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new ParticleFilterProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("variant", "its-hub", "select", "sample");
        }
    }

    @Nested
    class ProbabilisticInferenceScaling extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new ParticleFilterProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("variant", "probabilistic-inference-scaling", "resample-inactive", false);
        }
    }

    @Test
    void create_parameterOfAnotherVariant_isRefused() {
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of("max-steps", 3),
                Map.of("resample-inactive", false),
                Map.of("ess-threshold", 0.4),
                Map.of("final-temperature", 2.0),
                Map.of("annealing-steps", 2),
                Map.of("variant", "its-hub", "temperature", 2.0),
                Map.of("variant", "its-hub", "resampling", "residual"),
                Map.of("variant", "its-hub", "select", "vote"),
                Map.of("variant", "its-hub", "resample-inactive", false),
                Map.of("variant", "probabilistic-inference-scaling", "weights", "incremental"),
                Map.of("variant", "probabilistic-inference-scaling", "when", "ess"))) {
            assertThrows(IllegalArgumentException.class, () -> filter(wrong), wrong::toString);
        }
    }

    private static Strategy filter(Map<String, ?> parameters) {
        return PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters));
    }

    /** Odds 1, 3, 1, 3: the points (u + i)/4 of 8 with u = 0.618 are 1.24, 3.24, 5.24, 7.24. */
    @Test
    void systematic_threeSteps_byHand() {
        double three = Math.log(3);
        ScriptedSession session = new ScriptedSession(
                Script.tree(
                        3,
                        // Nodes 0 to 3: cumulative 1, 4, 5, 8.
                        0,
                        three,
                        0,
                        three,
                        // Nodes 4 to 7, below 1, 1, 3, 3. u = 0.236: points 0.94, 4.94, 8.94, 12.94 of 3, 6, 7, 16.
                        three,
                        three,
                        0,
                        2 * three,
                        // Nodes 8 to 11, below 4, 5, 7, 7; the first of the best wins.
                        0,
                        1,
                        2,
                        2),
                4);
        filter(Map.of()).run(session);
        assertEquals(List.of(1, 1, 3, 3), parents(session, 4, 8));
        assertEquals(List.of(4, 5, 7, 7), parents(session, 8, 12));
        assertEquals(List.of(4, 4, 4), session.batches());
        assertEquals(10, session.committed());
        assertEquals(2, session.uniformsDrawn());
        assertEquals(12, session.spent(Resource.VERIFIER_CALLS));
    }

    /**
     * The record of conformance/search-traces.json, probabilistic-inference-scaling with finished particles left alone: the
     * same particles, of unequal lengths, in the end.
     */
    @Test
    void multinomial_runsOfAnotherTool_sameParticles() {
        ScriptedSession four = new ScriptedSession(Script.counterPolicy(), 4);
        filter(Map.of("resampling", "multinomial")).run(four);
        assertEquals(
                List.of(
                        List.of(2, 4),
                        List.of(2, 7, 9),
                        List.of(2, 7, 10, 12, 14),
                        List.of(2, 7, 10, 12, 13, 15, 16, 17, 18, 19)),
                finished(four));
        assertEquals(List.of(2, 4), four.path(four.committed()));
        assertEquals(20, four.spent(Resource.STEPS));

        ScriptedSession eight = new ScriptedSession(Script.counterPolicy(), 8);
        filter(Map.of("resampling", "multinomial", "temperature", 2.0)).run(eight);
        assertEquals(
                List.of(
                        List.of(4),
                        List.of(2, 9),
                        List.of(2, 14),
                        List.of(7, 10, 19),
                        List.of(7, 10, 16, 22, 24),
                        List.of(1, 12, 18, 23, 26, 29),
                        List.of(1, 12, 15, 20, 25, 30, 31, 34),
                        List.of(1, 12, 15, 20, 25, 30, 31, 33, 35, 36, 37, 38, 39)),
                finished(eight));
        assertEquals(40, eight.spent(Resource.STEPS));
    }

    private static List<List<Integer>> finished(ScriptedSession session) {
        List<List<Integer>> paths = new ArrayList<>();
        for (int node = 0; node < session.size(); node++) {
            if (session.complete(node)) {
                paths.add(session.path(node));
            }
        }
        return paths;
    }

    /** Odds 1, 1/3 and 1/9 and one draw at u = 0.618 and at 0.236: 0.89 and 0.34 of cumulative 1, 1.33, 1.44. */
    @Test
    void select_sample_drawnByWeight() {
        double third = -Math.log(3);
        ScriptedSession session = new ScriptedSession(Script.tree(1, third, 0, 2 * third), 3);
        filter(Map.of("select", "sample")).run(session);
        // Cumulative 0.33, 1.33, 1.44: 0.618 of the total is 0.89.
        assertEquals(1, session.committed());
        ScriptedSession flat = new ScriptedSession(Script.tree(1, third, 0, 2 * third), 3);
        filter(Map.of("select", "sample", "temperature", 1e6)).run(flat);
        // All but equal weights: the second third holds 0.618.
        assertEquals(1, flat.committed());
        ScriptedSession first = new ScriptedSession(Script.tree(1, 0, third, third), 3);
        filter(Map.of("select", "sample")).run(first);
        // Cumulative 1, 1.33, 1.67: 0.618 of the total is 1.03.
        assertEquals(1, first.committed());
        ScriptedSession cold = new ScriptedSession(Script.tree(1, third, 2 * third, 0), 3);
        filter(Map.of("select", "sample", "temperature", 0.01)).run(cold);
        assertEquals(2, cold.committed());
    }

    /** Odds 3 for one answer, 2 + 2 for another, 1 for a third. */
    @Test
    void select_vote_greatestSumOfWeights() {
        double[] scores = {Math.log(3), Math.log(2), 0, Math.log(2)};
        Script script = Script.candidates(scores, new int[] {5, 6, 7, 6});
        ScriptedSession session = new ScriptedSession(script, 4);
        filter(Map.of("select", "vote")).run(session);
        assertEquals(1, session.committed());
        ScriptedSession cold = new ScriptedSession(script, 4);
        filter(Map.of("select", "vote", "temperature", 0.5)).run(cold);
        assertEquals(0, cold.committed(), "9 against 4 + 4");
        ScriptedSession tied = new ScriptedSession(Script.candidates(new double[4], new int[] {1, 2, 2, 1}), 4);
        filter(Map.of("select", "vote")).run(tied);
        assertEquals(0, tied.committed(), "of equals the answer seen first");
    }

    @Test
    void select_argmax_firstOfEquals() {
        ScriptedSession session = new ScriptedSession(Script.tree(1, 0, 2, 1, 2), 4);
        filter(Map.of()).run(session);
        assertEquals(1, session.committed());
    }

    @Test
    void run_tinyBudget_commitsWhatIsCompleteElseNothing() {
        for (int steps = 1; steps <= 3; steps++) {
            ScriptedSession session = new ScriptedSession(Script.tree(3, 1, 2, 3), 0).withLimit(Resource.STEPS, steps);
            filter(Map.of("select", "sample")).run(session);
            assertEquals(steps < 3 ? Session.NONE : 2, session.committed(), steps + " steps");
        }
    }

    @Test
    void run_scoresUnpaid_goesOnUnguided() {
        for (String select : List.of("argmax", "sample", "vote")) {
            ScriptedSession session =
                    new ScriptedSession(Script.tree(2, new double[6]), 3).withLimit(Resource.VERIFIER_CALLS, 0);
            filter(Map.of("select", select)).run(session);
            assertEquals(2, session.depth(session.committed()), select);
        }
    }

    @Test
    void run_hugeScores_noOverflow() {
        ScriptedSession session = new ScriptedSession(Script.tree(2, 1e5, 2e5, -1e5, 3, 2, 1), 3);
        filter(Map.of("temperature", 1e-3)).run(session);
        assertEquals(List.of(1, 1, 1), parents(session, 3, 6));
        assertEquals(3, session.committed());
    }

    @Test
    void systematic_everyTreeOfTwoScores_asDefined() {
        checkEveryTree(0, false);
    }

    @Test
    void systematic_oneParticleMore_isNoticed() {
        assertThrows(AssertionError.class, () -> checkEveryTree(1, false));
    }

    @Test
    void systematic_oneParticleLess_isNoticed() {
        assertThrows(AssertionError.class, () -> checkEveryTree(-1, false));
    }

    @Test
    void systematic_lastOfEqualsWins_isNoticed() {
        assertThrows(AssertionError.class, () -> checkEveryTree(0, true));
    }

    /** All trees with T ≤ 3 and N ≤ 4 whose odds are 1 or 3, against the definition: the first cumulative sum above. */
    private static void checkEveryTree(int extra, boolean lastWins) {
        Strategy strategy = filter(Map.of());
        for (int steps = 1; steps <= 3; steps++) {
            for (int particles = 1; particles <= 4; particles++) {
                for (int code = 0; code < 1 << (steps * particles); code++) {
                    double[] odds = new double[steps * (particles + 1)];
                    for (int i = 0; i < odds.length; i++) {
                        odds[i] = (code >> i & 1) == 0 ? 1 : 3;
                    }
                    ScriptedSession session = new ScriptedSession(
                            Script.tree(
                                    steps, Arrays.stream(odds).map(Math::log).toArray()),
                            particles);
                    strategy.run(session);
                    assertEquals(
                            expected(steps, particles + extra, odds, lastWins),
                            parents(session, 0, session.size()) + " wins " + session.committed(),
                            "T=%d N=%d odds %s".formatted(steps, particles, Arrays.toString(odds)));
                }
            }
        }
    }

    private static String expected(int steps, int particles, double[] odds, boolean lastWins) {
        GoldenRatioSequence uniforms = new GoldenRatioSequence();
        List<Integer> parents = new ArrayList<>();
        for (int i = 0; i < particles; i++) {
            parents.add(Session.NONE);
        }
        for (int step = 1; step < steps; step++) {
            int from = parents.size() - particles;
            double total = 0;
            for (int i = 0; i < particles; i++) {
                total += odds[from + i];
            }
            double u = uniforms.nextDouble();
            for (int i = 0; i < particles; i++) {
                double reached = 0;
                int drawn = from - 1;
                while (reached <= (u + i) / particles * total) {
                    reached += odds[++drawn];
                }
                parents.add(drawn);
            }
        }
        int winner = Session.NONE;
        for (int node = parents.size() - particles; node < parents.size(); node++) {
            if (winner == Session.NONE || odds[node] > odds[winner] || (lastWins && odds[node] == odds[winner])) {
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

package overthink.strategies.ideas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.law.difficulty.Point;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;
import overthink.core.testkit.RecordingSession;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.core.trial.TrialRunner;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.VariantContract;

class PlanSearchTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new PlanSearchProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Tag("slow")
    @Nested
    class ByVote extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("select", "vote", "observations", 2, "each", 3);
        }
    }

    private static Strategy strategy(Map<String, ?> parameters) {
        return PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters));
    }

    /** Of the script's ideas every third is the one before it again. */
    @Test
    void plans_ofThreeObservations_areOnePerSetOfTheTwoThatDiffer() {
        double[] scores = {1, 3, 2, 0, 0, 0, 0, 0};
        RecordingSession session = new RecordingSession(
                new ScriptedSession(Script.candidates(scores, new int[] {0, 1, 2, 3, 4, 5, 6, 7}), 3));
        strategy(Map.of("observations", 3)).run(session);
        // ideas 0, 1, 2 = 1; two differ: the empty set, each of them, both: ideas 3, 4, 5 = 4, 6
        assertEquals(3 + 4, session.calls("idea").size());
        assertEquals(
                List.of("generateFrom(3) = 0", "generateFrom(4) = 1", "generateFrom(6) = 2"),
                session.calls("generateFrom"));
        assertEquals(
                "commit(1)", session.calls("commit").get(session.calls("commit").size() - 1));
    }

    @Test
    void each_plan_isFollowedSoOften() {
        RecordingSession session =
                new RecordingSession(new ScriptedSession(Script.candidates(new double[4], new int[] {5, 6, 6, 5}), 4));
        strategy(Map.of("observations", 1, "each", 2, "select", "vote")).run(session);
        // idea 0 is the observation; ideas 1 and 2 = 1 are the plans, of which one is new
        assertEquals(
                List.of("generateFrom(1) = 0", "generateFrom(1) = 1"),
                session.calls("generateFrom").subList(0, 2));
    }

    private static double coverage(Strategy strategy, int budget, int trials) {
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(0.2), trials),
                Policy.FLAT.with(IdeaLaw.of(5)),
                Verifiers.outcome(Verifier.of(1)));
        TrialRunner runner = new TrialRunner(world, Budgets.generations(budget), 5);
        int covered = 0;
        for (int problem = 0; problem < trials; problem++) {
            covered += runner.run(strategy, problem, 0).get(0).covered() ? 1 : 0;
        }
        return covered;
    }

    /**
     * Four different ideas that are right always or never cover 1 − (1 − p)⁴, p = 0.2: whichever they are, their chances are drawn
     * apart from their weights. 2,000 problems of seed 5, one trial each; false alarm 1e-9. With c = 5 the 100 observations are some
     * 15 different ones, the 121 plans of them some 16; fewer than four in one of 10,000 rounds. Four samples leave
     * Π (4 + i)/(5 + i) = 0.5 unsolved, and are noticed.
     */
    @Tag("slow")
    @Test
    void coverage_ofDifferentIdeas_isThatOfIndependentCandidates() {
        int problems = 2000;
        double expected = 1 - StrictMath.pow(0.8, 4);
        FalseAlarm.assertProportion(
                "covered",
                expected,
                (long) coverage(strategy(Map.of("observations", 100)), 4, problems),
                problems,
                1e-9);
        Strategy planted = session -> session.generate(4);
        assertThrows(
                AssertionError.class,
                () -> FalseAlarm.assertProportion(
                        "covered", expected, (long) coverage(planted, 4, problems), problems, 1e-9));
    }
}

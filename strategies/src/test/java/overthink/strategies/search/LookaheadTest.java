package overthink.strategies.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Capability;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.step.StepChain;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.testkit.FalseAlarm;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.core.trial.TrialRunner;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.VariantContract;

class LookaheadTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new LookaheadProvider();
    }

    @Nested
    class Far extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new LookaheadProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("steps", 3, "width", 2);
        }
    }

    @Nested
    class None extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new LookaheadProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("steps", 0);
        }
    }

    @Nested
    class Weighted extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new LookaheadProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("select", "weighted");
        }
    }

    @Nested
    class Greedy extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new LookaheadProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("rollout", "greedy", "steps", 2, "width", 2);
        }
    }

    private static Strategy create(Map<String, ?> parameters) {
        StrategyProvider provider = new LookaheadProvider();
        return provider.create(Parameters.of(provider.parameters(), parameters));
    }

    /** Nodes 0 and 1; rolled on to 2 and 3, where the second is better; below it 4 and 5, which are whole. */
    @Test
    void run_twoSteps_byHand() {
        ScriptedSession session = new ScriptedSession(Script.tree(2, 9, 0, 1, 2, 4, 3), 4);
        create(Map.of("width", 2)).run(session);
        assertEquals(List.of(2, 2, 2), session.batches());
        assertEquals(List.of(1, 4), session.path(session.committed()), "2 and 3 are discarded");
    }

    @Test
    void run_noSteps_isBeamSearch() {
        ScriptedSession beam = new ScriptedSession(Script.counterPolicy(), 12);
        new BeamSearch(3).run(beam);
        ScriptedSession session = new ScriptedSession(Script.counterPolicy(), 12);
        create(Map.of("steps", 0, "width", 3)).run(session);
        assertEquals(beam.batches(), session.batches());
        assertEquals(beam.path(beam.committed()), session.path(session.committed()));
    }

    // ---- greedy look-ahead to the end, with a verifier that sees all ----

    private static final int STEPS = 3;
    private static final int TRIALS = 20_000;
    private static final double FALSE_ALARM = 1e-7;

    /** Uniform wrong answers, 4 of them: below a sound node a mistake is a quarter of what is not right. */
    private static final int ANSWERS = 4;

    /** A world whose modal path stays sound, one where its second step is a mistake, and two where flaws are mended. */
    private record Case(double p, double recovery, StepProfile profile) {

        StepChain chain() {
            return StepChain.solve(p, recovery, profile.weights(STEPS));
        }

        /** Whether a path of likeliest steps, from a node of this state and depth to the end, ends sound: all chances compared. */
        boolean ends(boolean sound, int depth) {
            boolean state = sound;
            for (int t = depth + 1; t <= STEPS; t++) {
                double stays = chain().stays(t);
                double change = recovery * stays;
                state = state ? stays >= (1 - stays) / ANSWERS : change >= 1 - change;
            }
            return state;
        }

        /**
         * P(right): of n steps below the node that is kept the first is taken whose path ends sound, or the first of all; all 2ⁿ
         * states of the n are gone through.
         */
        double accuracy(boolean sound, int depth, int n) {
            if (depth == STEPS) {
                return sound ? 1 : 0;
            }
            double chance = (sound ? 1 : recovery) * chain().stays(depth + 1);
            double right = 0;
            for (int states = 0; states < 1 << n; states++) {
                double likely = 1;
                int taken = -1;
                for (int i = 0; i < n; i++) {
                    boolean one = (states >> i & 1) == 1;
                    likely *= one ? chance : 1 - chance;
                    taken = taken < 0 && ends(one, depth + 1) ? i : taken;
                }
                right += likely * accuracy((states >> Math.max(0, taken) & 1) == 1, depth + 1, n);
            }
            return right;
        }

        World world() {
            return new SyntheticWorld(
                    new Problems(new Point(p), 1),
                    new Policy(
                            new CountLaw.Constant(STEPS),
                            recovery,
                            profile,
                            new UniformAnswers(ANSWERS),
                            new CountLaw.Constant(0),
                            new CountLaw.Constant(1),
                            Tariff.FREE),
                    Verifiers.process(Verifier.of(1, 0)));
        }
    }

    private static final List<Case> CASES = List.of(
            new Case(0.2, 0, new StepProfile.Listed(1, 1, 1)),
            new Case(0.02, 0, new StepProfile.Listed(0.2, 4, 0.2)),
            new Case(0.8, 0.9, new StepProfile.Listed(4, 1, 1)),
            new Case(0.03, 0.6, new StepProfile.Listed(1, 6, 0.1)));

    /** With n nodes a step: N = 3n generations, of which two thirds are rolled. */
    private static void expectAccuracy(Case world, int n, String rollout) {
        Strategy search = create(Map.of("rollout", rollout, "steps", STEPS - 1, "width", n));
        TrialRunner runner = new TrialRunner(world.world(), Budgets.generations(3 * n), 7);
        long right = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            right += runner.run(search, 0, trial).get(0).grade() == TrialRunner.Grade.CORRECT ? 1 : 0;
        }
        FalseAlarm.assertProportion(world + " with " + n, world.accuracy(true, 0, n), right, TRIALS, FALSE_ALARM);
    }

    /** 4 worlds, 2 widths, 20,000 trials each: a false alarm of 1e-7 each by the exact binomial law, 8e-7 in all. Seed 7. */
    @Tag("slow")
    @Test
    void run_greedyToTheEnd_takesTheFirstStepWhoseModalPathIsSound() {
        for (Case world : CASES) {
            for (int n : new int[] {2, 3}) {
                expectAccuracy(world, n, "greedy");
            }
        }
        assertEquals(
                StrictMath.pow(1 - StrictMath.pow(1 - StrictMath.cbrt(0.2), 3), STEPS),
                CASES.get(0).accuracy(true, 0, 3),
                1e-12,
                "where nothing recovers and no modal step errs, each step is the first sound one of n");
        assertTrue(CASES.get(1).ends(true, 2) && !CASES.get(1).ends(true, 1), "the second step is a mistake");
        assertTrue(CASES.get(2).ends(false, 1) && CASES.get(2).ends(false, 2), "flaws are mended");
    }

    @Tag("slow")
    @Test
    void run_sampledToTheEnd_isNoticed() {
        assertThrows(AssertionError.class, () -> expectAccuracy(CASES.get(0), 2, "sampled"));
        assertThrows(AssertionError.class, () -> expectAccuracy(CASES.get(0), 3, "sampled"));
    }

    @Test
    void needs_greedy_isTheLikeliestStep() {
        StrategyProvider provider = new LookaheadProvider();
        assertFalse(
                provider.needs(Parameters.of(provider.parameters(), Map.of())).contains(Capability.GREEDY_STEPS));
        assertTrue(provider.needs(Parameters.of(provider.parameters(), Map.of("rollout", "greedy")))
                .contains(Capability.GREEDY_STEPS));
    }
}

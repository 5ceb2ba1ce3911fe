package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.Distinct;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Mixture;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.SignalLaw;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.run.Simulator;
import overthink.core.testkit.FalseAlarm;
import overthink.core.world.Ensemble;
import overthink.core.world.Gathering;
import overthink.core.world.NamedPolicy;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Skill;
import overthink.core.world.Verifiers;
import overthink.strategies.policies.CascadeProvider;
import overthink.strategies.policies.RouterProvider;

/**
 * Exact rows of cascades and routers against closed forms. What is drawn (the signal's noise) is drawn once for each of 20,000
 * problems, seed 5; three proportions with a false alarm of 1e-9 each. All else is arithmetic.
 */
class PolicyShortcutsTest {

    private static final int PROBLEMS = 20_000;
    private static final double FALSE_ALARM = 1e-9;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static Policy policy(int tokens, double price, double perToken) {
        return new Policy(
                new CountLaw.Constant(1),
                0,
                StepProfile.UNIFORM,
                new Distinct(),
                new CountLaw.Constant(10),
                new CountLaw.Constant(tokens),
                new Tariff(1, new Price(price, price), new Latency(0, perToken, 8)));
    }

    private static SyntheticWorld world(DifficultyLaw small, DifficultyLaw large, int problems) {
        return new SyntheticWorld(
                        new Problems(small, problems, Gathering.SPREAD),
                        policy(100, 1, 0.01),
                        Verifiers.outcome(Verifier.of(0.9, 0.2)))
                .with(Ensemble.of("small", new NamedPolicy("large", policy(50, 20, 0.1), new Skill.Own(large))));
    }

    private static Row exact(SyntheticWorld world, StrategyProvider provider, Map<String, ?> given, int budget) {
        Experiment experiment = new Experiment(
                world,
                Budgets.generations(budget),
                List.of(ConfiguredStrategy.of(provider, given)),
                new TrialPlan.Count(1),
                new BinPlan.Thresholds(),
                5,
                MethodChoice.EXACT);
        return Simulator.run(experiment, 1, Progress.SILENT).rows().get(0);
    }

    private static double accuracy(SyntheticWorld world, double threshold) {
        return exact(world, new RouterProvider(), Map.of("threshold", threshold), 1)
                .accuracy();
    }

    /** p₁t + (1 − a₁)p₂ at cost c₁ + (1 − a₁)c₂, a₁ = p₁t + (1 − p₁)f. */
    @Test
    void cascade_ofTwo_hasTheClosedForm() {
        SyntheticWorld world = world(new Point(0.3), new Point(0.6), 1);
        Row row = exact(world, new CascadeProvider(), Map.of(), 2);
        double accepted = 0.3 * 0.9 + 0.7 * 0.2;
        assertEquals(0.3 * 0.9 + (1 - accepted) * 0.6, row.accuracy(), 1e-12);
        assertEquals(100 + (1 - accepted) * 50, row.cost().tokens(), 1e-12);
        assertEquals(1e-6 * (110 + (1 - accepted) * 60 * 20), row.cost().usd(), 1e-15);
        assertEquals(1 + (1 - accepted) * 5, row.cost().latencySeconds(), 1e-9);
        assertEquals(1, row.cost().verifierCalls(), 1e-12);
        assertEquals(0.3, exact(world, new CascadeProvider(), Map.of(), 1).accuracy(), 1e-12);
        assertTrue(
                Math.abs(0.3 * 0.9 + 0.7 * 0.6 - row.accuracy()) > 1e-3, "a cascade without false alarms is another");
    }

    /** With the difficulty seen, the best threshold is where the two are equally good: E max. */
    @Test
    void router_thatSeesAll_isTheOracle() {
        SyntheticWorld world =
                world(new UniformDifficulty(0, 1), new Point(0.6), 1000).with(SignalLaw.of(1));
        double oracle = 0.6 * 0.6 + (1 - 0.6 * 0.6) / 2;
        assertEquals(oracle, accuracy(world, NORMAL.inverseCumulativeProbability(0.6)), 1e-6);
        assertTrue(accuracy(world, 0.5) < oracle - 1e-3, "another threshold is worse");
    }

    /** Where nothing is seen every threshold is a point on the chord between the two, so that the best is the best fixed one. */
    @Tag("slow")
    @Test
    void router_thatSeesNothing_isTheChord() {
        DifficultyLaw small = Mixtures.of(0.4);
        DifficultyLaw large = Mixtures.of(0.7);
        SyntheticWorld world = world(small, large, PROBLEMS).with(SignalLaw.of(0));
        double threshold = 0.3;
        double toSmall = NORMAL.survivalProbability(threshold);
        expect(toSmall * 0.4 + (1 - toSmall) * 0.7, accuracy(world, threshold));
        assertEquals(0.7, accuracy(world, 1000), 1e-12);
        assertEquals(0.4, accuracy(world, -1000), 1e-12);
    }

    /**
     * A policy that solves the easiest share m of the problems, z ≥ k, is right where s ≥ t sends it one with probability
     * ∫ over z ≥ k of Φ((√r·z − t)/√(1 − r)) φ(z) dz, a bivariate normal integral.
     */
    @Tag("slow")
    @Test
    void router_ofACorrelation_isTheBivariateIntegral() {
        double r = 0.8;
        double threshold = 0.2;
        SyntheticWorld world =
                world(Mixtures.of(0.4), Mixtures.of(0.7), PROBLEMS).with(SignalLaw.of(r));
        double expected = sentAndSolved(0.4, threshold, r, true) + sentAndSolved(0.7, threshold, r, false);
        double found = accuracy(world, threshold);
        expect(expected, found);
        double planted = sentAndSolved(0.4, threshold, 0, true) + sentAndSolved(0.7, threshold, 0, false);
        assertThrows(AssertionError.class, () -> expect(planted, found), "a signal that says nothing is another");
    }

    private static double sentAndSolved(double share, double threshold, double r, boolean above) {
        double step = 1.0 / 1024;
        double sum = 0;
        for (double z = NORMAL.inverseCumulativeProbability(1 - share) + step / 2; z < 9; z += step) {
            double sent = NORMAL.cumulativeProbability((Math.sqrt(r) * z - threshold) / Math.sqrt(1 - r));
            sum += step * NORMAL.density(z) * (above ? sent : 1 - sent);
        }
        return sum;
    }

    /** The midpoint rule above errs by less than 1e-6, the standard error of 20,000 problems is 3.5e-3. */
    private static void expect(double expected, double found) {
        FalseAlarm.assertProportion("routed", expected, Math.round(found * PROBLEMS), PROBLEMS, FALSE_ALARM);
    }

    /** Policies that solve the easiest share of all problems always, and the others never. */
    private static final class Mixtures {

        static DifficultyLaw of(double share) {
            return new Mixture(
                    List.of(new Mixture.Part(1 - share, new Point(0)), new Mixture.Part(share, new Point(1))));
        }
    }
}

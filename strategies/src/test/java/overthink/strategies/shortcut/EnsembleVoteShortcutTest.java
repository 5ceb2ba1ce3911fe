package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Method;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.Silence;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.run.Simulator;
import overthink.core.testkit.ShortcutContract;
import overthink.core.world.Ensemble;
import overthink.core.world.Gathering;
import overthink.core.world.NamedPolicy;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Skill;
import overthink.core.world.Verifiers;
import overthink.strategies.policies.EnsembleVoteProvider;
import overthink.strategies.voting.MajorityVoteProvider;

/**
 * Exact rows of a vote of several policies that differ in all that policies differ in. What few candidates come to stands in
 * {@link overthink.core.exact.voting}.
 */
class EnsembleVoteShortcutTest {

    private static final StrategyProvider PROVIDER = new EnsembleVoteProvider();

    private static SyntheticWorld among(SyntheticWorld world, double overlap) {
        Policy like = world.policy();
        Tariff dear = new Tariff(2e9, new Price(1, OptionalDouble.of(0.5), 3), new Latency(0.1, 0.02, 3));
        return world.with(Ensemble.of(
                        "usual",
                        new NamedPolicy(
                                "better",
                                like.with(dear).with(new Silence.Share(0.3)).with(new UniformAnswers(3)),
                                new Skill.Own(new Beta(2, 1))),
                        new NamedPolicy("weaker", like.with(new Distinct()), new Skill.Own(new Beta(1, 3))))
                .withCorrelation(0.5)
                .withOverlap(overlap));
    }

    @Nested
    class AFewOfEach extends ShortcutContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            SyntheticWorld world = world(new Zipf(2, 1), Verifier.of(1));
            return List.of(among(world, 0.6), among(world, 1));
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT);
        }

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(Map.of("samples", 2L), Map.of("samples", 4L, "policies", List.of("better", "usual")));
        }

        @Override
        protected int trials() {
            return 400;
        }
    }

    private static double accuracy(SyntheticWorld world, StrategyProvider provider, Map<String, ?> given, long budget) {
        Experiment experiment = new Experiment(
                world,
                Budgets.generations(budget),
                List.of(ConfiguredStrategy.of(provider, given)),
                new TrialPlan.Count(1),
                new BinPlan.None(),
                7,
                MethodChoice.EXACT);
        return Simulator.run(experiment, 1, Progress.SILENT).rows().get(0).accuracy();
    }

    private static SyntheticWorld two(double first, double second, double overlap) {
        Policy policy = Policy.FLAT.with(new UniformAnswers(1));
        return new SyntheticWorld(
                        new Problems(new Point(first), 1, Gathering.SPREAD), policy, Verifiers.outcome(Verifier.of(1)))
                .with(Ensemble.of("one", new NamedPolicy("two", policy, new Skill.Own(new Point(second))))
                        .withOverlap(overlap));
    }

    /** One of each that differ: the first answers. Two of the first and one of the second: the wrong answers add up or do not. */
    @Test
    void votes_ofTwoAndThree_haveTheClosedForm() {
        assertEquals(0.4, accuracy(two(0.4, 0.7, 1), PROVIDER, Map.of(), 2), 1e-12);
        double rightTwice = 0.16 * 0.3 + 2 * 0.4 * 0.6 * 0.7 + 0.16 * 0.7;
        assertEquals(rightTwice, accuracy(two(0.4, 0.7, 1), PROVIDER, Map.of(), 3), 1e-12, "all err alike");
        // with mistakes of their own: true, wrong and wrong of the other, of which the first answers, is one case more
        double apart = rightTwice + 0.5 * 2 * 0.4 * 0.6 * 0.3;
        assertEquals(apart, accuracy(two(0.4, 0.7, 0), PROVIDER, Map.of(), 3), 1e-12);
    }

    @Test
    void onePolicy_isItsVote() {
        for (long budget : new long[] {1, 2, 5, 12}) {
            assertEquals(
                    accuracy(two(0.4, 0.7, 0.5), new MajorityVoteProvider(), Map.of(), budget),
                    accuracy(two(0.4, 0.7, 0.5), PROVIDER, Map.of("policies", List.of("one")), budget),
                    1e-12);
        }
    }

    @Test
    void votes_ofMany_arePlayed() {
        ConfiguredStrategy strategy = ConfiguredStrategy.of(PROVIDER, Map.of());
        SyntheticWorld world = two(0.4, 0.7, 0.5);
        assertEquals(
                Optional.of(Method.EXACT),
                Simulator.method(world, Budgets.generations(2, 9), strategy, MethodChoice.AUTO));
        assertEquals(
                Optional.of(Method.SIMULATED),
                Simulator.method(world, Budgets.generations(2, 900), strategy, MethodChoice.AUTO));
        String reason = Simulator.refusal(world, Budgets.generations(900), strategy, MethodChoice.EXACT)
                .orElse("");
        assertTrue(reason.contains("takes too long"), reason);
    }
}

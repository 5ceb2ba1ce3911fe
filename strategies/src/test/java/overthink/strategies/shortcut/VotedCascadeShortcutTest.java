package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.PitmanYor;
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
import overthink.strategies.policies.CascadeProvider;
import overthink.strategies.voting.MajorityVoteProvider;

/** Exact rows of cascades by agreement. What one policy's candidates come to stands in {@link overthink.core.exact.voting}. */
class VotedCascadeShortcutTest {

    private static final StrategyProvider PROVIDER = new CascadeProvider();

    private static SyntheticWorld among(SyntheticWorld world) {
        Policy like = world.policy();
        Tariff dear = new Tariff(2e9, new Price(1, OptionalDouble.of(0.5), 3), new Latency(0.1, 0.02, 3));
        return world.with(Ensemble.of(
                        "usual",
                        new NamedPolicy(
                                "better",
                                like.with(dear).with(new Silence.Share(0.3)).with(new UniformAnswers(3)),
                                new Skill.Own(new Beta(2, 1))),
                        new NamedPolicy("weaker", like.with(new PitmanYor(0.4, 1)), new Skill.Own(new Beta(1, 3))))
                .withCorrelation(0.5)
                .withOverlap(0.7));
    }

    @Nested
    class Played extends ShortcutContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            return List.of(among(world(new Zipf(5, 1), Verifier.of(1))));
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT);
        }

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(
                    Map.of("check", "agreement", "samples", 3L),
                    Map.of(
                            "check",
                            "agreement",
                            "samples",
                            5L,
                            "agreement",
                            0.35,
                            "policies",
                            List.of("weaker", "better")),
                    Map.of("check", "agreement"));
        }

        @Override
        protected int trials() {
            return 400;
        }
    }

    private static Row row(SyntheticWorld world, StrategyProvider provider, Map<String, ?> given, long budget) {
        Experiment experiment = new Experiment(
                world,
                Budgets.generations(budget),
                List.of(ConfiguredStrategy.of(provider, given)),
                new TrialPlan.Count(1),
                new BinPlan.None(),
                7,
                MethodChoice.EXACT);
        return Simulator.run(experiment, 1, Progress.SILENT).rows().get(0);
    }

    private static SyntheticWorld two(double small, double large) {
        Policy policy = Policy.FLAT.with(new UniformAnswers(2));
        return new SyntheticWorld(
                        new Problems(new Point(small), 1, Gathering.SPREAD), policy, Verifiers.outcome(Verifier.of(1)))
                .with(Ensemble.of("small", new NamedPolicy("large", policy, new Skill.Own(new Point(large)))));
    }

    /** Of two wrong answers, .3 each: two of three agree on the right one with .4²(3 − 2·.4), on a wrong one with .3²(3 − 2·.3) each. */
    @Test
    void cascade_ofTwo_hasTheClosedForm() {
        Map<String, ?> given = Map.of("check", "agreement", "samples", 3L);
        SyntheticWorld world = two(0.4, 0.7);
        double agreedRight = 0.16 * (3 - 0.8);
        double agreed = agreedRight + 2 * 0.09 * (3 - 0.6);
        // three that differ: the first answers
        double vote = 0.49 * (3 - 1.4) + 6 * 0.7 * 0.15 * 0.15 / 3;
        Row row = row(world, PROVIDER, given, 6);
        assertEquals(agreedRight + (1 - agreed) * vote, row.accuracy(), 1e-12);
        assertEquals(3 + 3 * (1 - agreed), row.cost().generations(), 1e-12);
        assertEquals(1 + (1 - agreed), row.cost().rounds(), 1e-12);
        assertEquals(
                agreedRight + (1 - agreed) * 0.7, row(world, PROVIDER, given, 4).accuracy(), 1e-12, "one of three");
        double three = agreedRight + 6 * 0.4 * 0.3 * 0.3 / 3;
        assertEquals(three, row(world, PROVIDER, given, 3).accuracy(), 1e-12, "who does not agree answers for now");
        assertTrue(
                Math.abs(agreedRight + vote * (1 - agreedRight) - row.accuracy()) > 1e-3, "no false alarms: another");
    }

    @Test
    void onePolicy_isItsVote() {
        SyntheticWorld world = two(0.4, 0.7);
        for (long budget : new long[] {1, 2, 5, 8}) {
            Map<String, ?> given = Map.of("check", "agreement", "samples", 8L, "policies", List.of("small"));
            assertEquals(
                    row(world, new MajorityVoteProvider(), Map.of(), budget).accuracy(),
                    row(world, PROVIDER, given, budget).accuracy(),
                    1e-12);
        }
    }

    @Test
    void votes_thatTakeLong_areRefused() {
        SyntheticWorld world = two(0.4, 0.7);
        ConfiguredStrategy many = ConfiguredStrategy.of(PROVIDER, Map.of("check", "agreement", "samples", 200L));
        String reason = Simulator.refusal(world, Budgets.generations(4), many, MethodChoice.EXACT)
                .orElse("");
        assertTrue(reason.contains("more than 100 candidates"), reason);
    }
}

package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
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
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.search.BeamSearchProvider;
import overthink.strategies.search.LookaheadProvider;
import overthink.strategies.search.StepBestOfNProvider;
import overthink.strategies.selection.BestOfNProvider;
import overthink.strategies.selection.FirstAcceptedProvider;
import overthink.strategies.voting.MajorityVoteProvider;
import overthink.strategies.voting.WeightedVoteProvider;

/** Which method is taken, what is refused, and what the refusal says. */
class MethodChoiceTest {

    private static final Budgets BUDGETS = Budgets.generations(1, 64);
    private static final AnswerLaw ZIPF = new Zipf(12, 1.2);
    private static final NoiseLaw HEAVY = new NoiseLaw.StudentT(4);

    private static SyntheticWorld world(AnswerLaw answers, Verifier outcome) {
        return world(answers, outcome, new CountLaw.Constant(10), Latency.INSTANT);
    }

    private static SyntheticWorld world(AnswerLaw answers, Verifier outcome, CountLaw tokens, Latency latency) {
        Policy policy = new Policy(
                new CountLaw.Constant(2),
                0,
                StepProfile.UNIFORM,
                answers,
                new CountLaw.Constant(0),
                tokens,
                new Tariff(1, new Price(1, 1), latency));
        return new SyntheticWorld(
                new Problems(new Beta(1, 2), 20), policy, new Verifiers(outcome, Verifier.of(1), null, 0, Tariff.FREE));
    }

    private static Optional<Method> auto(SyntheticWorld world, StrategyProvider provider, Map<String, ?> given) {
        return Simulator.method(world, BUDGETS, ConfiguredStrategy.of(provider, given), MethodChoice.AUTO);
    }

    private static String refusal(
            SyntheticWorld world,
            Budgets budgets,
            StrategyProvider provider,
            Map<String, ?> given,
            MethodChoice choice) {
        return Simulator.refusal(world, budgets, ConfiguredStrategy.of(provider, given), choice)
                .orElseThrow();
    }

    @Test
    void auto_world_takesTheBestThatApplies() {
        SyntheticWorld independent = world(ZIPF, Verifier.of(1));
        SyntheticWorld sharing = world(ZIPF, Verifier.of(1).with(new NoiseShares(0, 0.3, 0.7, 0)));
        SyntheticWorld bothHeavy = world(ZIPF, Verifier.of(1).with(HEAVY).with(new NoiseShares(0, 0, 0.7, 0.3)));
        SyntheticWorld loved = world(ZIPF, Verifier.of(1).with(new Hack(0.2, 1)));
        SyntheticWorld drawn = world(new PitmanYor(0.5, 1), Verifier.of(1));
        assertEquals(Optional.of(Method.EXACT), auto(independent, new BestOfNProvider(), Map.of()));
        assertEquals(Optional.of(Method.EXACT), auto(sharing, new BestOfNProvider(), Map.of()));
        assertEquals(Optional.of(Method.EXACT), auto(loved, new BestOfNProvider(), Map.of()));
        SyntheticWorld many = world(new Zipf(1000, 1), Verifier.of(1).with(new NoiseShares(0, 0.3, 0.7, 0)));
        assertEquals(Optional.of(Method.AGGREGATED), auto(many, new BestOfNProvider(), Map.of()));
        assertEquals(Optional.of(Method.AGGREGATED), auto(many, new WeightedVoteProvider(), Map.of("weight", "max")));
        assertEquals(Optional.of(Method.EXACT), auto(sharing, new WeightedVoteProvider(), Map.of("weight", "max")));
        SyntheticWorld verdicts = world(ZIPF, Verifier.of(0.8, 0.2));
        for (String weight : List.of("sum", "mean", "max")) {
            assertEquals(
                    Optional.of(Method.AGGREGATED),
                    auto(verdicts, new WeightedVoteProvider(), Map.of("weight", weight)));
        }
        assertEquals(Optional.of(Method.SIMULATED), auto(bothHeavy, new BestOfNProvider(), Map.of()));
        assertEquals(
                Optional.of(Method.SIMULATED), auto(independent, new BestOfNProvider(), Map.of("aggregation", "min")));
        assertEquals(Optional.of(Method.EXACT), auto(sharing, new MajorityVoteProvider(), Map.of()));
        assertEquals(Optional.of(Method.EXACT), auto(drawn, new MajorityVoteProvider(), Map.of()));
        assertEquals(Optional.of(Method.SIMULATED), auto(independent, new WeightedVoteProvider(), Map.of()));
        assertEquals(
                Optional.of(Method.AGGREGATED),
                auto(independent, new WeightedVoteProvider(), Map.of("weight", "logit-sum")));
        assertEquals(Optional.of(Method.SIMULATED), auto(independent, new LookaheadProvider(), Map.of()));
        assertEquals(Optional.of(Method.EXACT), auto(independent, new BeamSearchProvider(), Map.of()));
        assertEquals(Optional.of(Method.EXACT), auto(independent, new StepBestOfNProvider(), Map.of()));
        SyntheticWorld wide = world(new Zipf(100_000, 0.5), Verifier.of(1));
        assertEquals(
                Optional.of(Method.AGGREGATED),
                Simulator.method(
                        wide,
                        Budgets.generations(4096),
                        ConfiguredStrategy.of(new MajorityVoteProvider(), Map.of()),
                        MethodChoice.AUTO));
    }

    @Test
    void refusal_any_saysWhichStrategyAndWhy() {
        SyntheticWorld world = world(ZIPF, Verifier.of(0.8, 0.2));
        assertEquals(
                "lookahead has no exact method here: no shortcut to this strategy is known",
                refusal(world, BUDGETS, new LookaheadProvider(), Map.of(), MethodChoice.EXACT));
        assertEquals(
                "weighted-vote has no exact method here: no closed form of it is known",
                refusal(world, BUDGETS, new WeightedVoteProvider(), Map.of(), MethodChoice.EXACT));
        assertEquals(
                "weighted-vote has no aggregated method here: its two scores are as small whole numbers, so that unequal"
                        + " counts may tie",
                refusal(
                        world,
                        BUDGETS,
                        new WeightedVoteProvider(),
                        Map.of("weight", "logit-sum"),
                        MethodChoice.AGGREGATED));
        assertEquals(
                "weighted-vote has no aggregated method here: graded scores as probabilities have no law that adds up (those"
                        + " of weight logit-sum have)",
                refusal(
                        world(ZIPF, Verifier.of(1)),
                        BUDGETS,
                        new WeightedVoteProvider(),
                        Map.of("weight", "mean"),
                        MethodChoice.AGGREGATED));
        assertEquals(
                "best-of-n has no exact method here: answers share noise, and there are more than 16384 of them",
                refusal(
                        world(new Zipf(1_000_000, 1), Verifier.of(1).with(new NoiseShares(0, 0.5, 0.5, 0))),
                        BUDGETS,
                        new BestOfNProvider(),
                        Map.of(),
                        MethodChoice.EXACT));
        assertEquals(
                "best-of-n has no exact method here: budgets bound tokens, and shortcuts are for generations and steps",
                refusal(
                        world,
                        new Budgets(Resource.TOKENS, List.of(1000.0)),
                        new BestOfNProvider(),
                        Map.of(),
                        MethodChoice.EXACT));
        assertEquals(
                "best-of-n has no exact method here: a budget pays for more than 2^40 candidates",
                refusal(
                        world,
                        Budgets.generations((1L << 40) + 1),
                        new BestOfNProvider(),
                        Map.of(),
                        MethodChoice.EXACT));
    }

    @Test
    void refusal_simulatedBeyondHandles_saysWhyNoShortcutServes() {
        SyntheticWorld world = world(ZIPF, Verifier.of(1));
        Budgets budgets = Budgets.generations(1L << 40);
        assertEquals(
                "lookahead cannot be simulated under a budget of more than 2147483647 generations; exact: no shortcut to"
                        + " this strategy is known; aggregated: no shortcut to this strategy is known",
                refusal(world, budgets, new LookaheadProvider(), Map.of(), MethodChoice.AUTO));
        assertEquals(
                "best-of-n cannot be simulated under a budget of more than 2147483647 generations",
                refusal(world, budgets, new BestOfNProvider(), Map.of(), MethodChoice.SIMULATED));
    }

    @Test
    void run_refused_throwsWhatTheRefusalSays() {
        SyntheticWorld world = world(ZIPF, Verifier.of(1));
        ConfiguredStrategy lookahead = ConfiguredStrategy.of(new LookaheadProvider(), Map.of());
        Experiment experiment = new Experiment(
                world,
                BUDGETS,
                List.of(ConfiguredStrategy.of(new BestOfNProvider(), Map.of()), lookahead),
                new TrialPlan.Count(1),
                new BinPlan.None(),
                1,
                MethodChoice.EXACT);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Simulator.run(experiment, 1, Progress.SILENT))
                .getMessage();
        assertEquals(
                Simulator.refusal(world, BUDGETS, lookahead, MethodChoice.EXACT).orElseThrow(), message);
    }

    @Test
    void randomTokens_besideOneAnother_areRefusedWhereLatencyIsTheLongest() {
        CountLaw varying = new CountLaw.UniformCount(10, 30);
        SyntheticWorld timed = world(ZIPF, Verifier.of(0.8, 0.2), varying, new Latency(0.1, 0.01, 4));
        SyntheticWorld untimed = world(ZIPF, Verifier.of(0.8, 0.2), varying, new Latency(0.1, 0, 4));
        SyntheticWorld lognormal =
                world(ZIPF, Verifier.of(0.8, 0.2), new CountLaw.LogNormalCount(20, 1), Latency.INSTANT);
        assertEquals(Optional.of(Method.SIMULATED), auto(timed, new BestOfNProvider(), Map.of()));
        assertEquals(Optional.of(Method.EXACT), auto(timed, new FirstAcceptedProvider(), Map.of()));
        assertEquals(Optional.of(Method.EXACT), auto(untimed, new BestOfNProvider(), Map.of()));
        assertEquals(Optional.of(Method.SIMULATED), auto(lognormal, new MajorityVoteProvider(), Map.of()));
        assertEquals(Optional.of(Method.SIMULATED), auto(lognormal, new FirstAcceptedProvider(), Map.of()));
    }

    @Tag("slow")
    @Test
    void run_severalMethodsAtOnce_keepsTheOrderOfTheStrategies() {
        SyntheticWorld world = world(ZIPF, Verifier.of(1).with(new NoiseShares(0, 0.3, 0.7, 0)));
        Experiment experiment = new Experiment(
                world,
                BUDGETS,
                List.of(
                        ConfiguredStrategy.of(new LookaheadProvider(), Map.of()),
                        ConfiguredStrategy.of(new MajorityVoteProvider(), Map.of()),
                        ConfiguredStrategy.of(new BestOfNProvider(), Map.of()),
                        ConfiguredStrategy.of(new WeightedVoteProvider(), Map.of("weight", "logit-sum")),
                        ConfiguredStrategy.of(new WeightedVoteProvider(), Map.of())),
                new TrialPlan.Count(50),
                new BinPlan.None(),
                1);
        Results results = Simulator.run(experiment, 2, Progress.SILENT);
        assertEquals(
                List.of(
                        "lookahead simulated 1000",
                        "majority-vote exact 0",
                        "best-of-n exact 0",
                        "weighted-vote aggregated 1000",
                        "weighted-vote simulated 1000"),
                results.rows().stream()
                        .filter(row -> row.budget() == 64)
                        .map(row -> row.strategy() + " " + row.method().label() + " " + row.trials())
                        .toList());
        for (Row row : results.rows()) {
            assertEquals(row.method() == Method.EXACT, row.trials() == 0, row.toString());
            assertEquals(row.method() == Method.EXACT, row.stdError() < 1e-9, row.toString());
            assertTrue(row.lower() <= row.accuracy() && row.accuracy() <= row.upper());
            assertTrue(row.populationStdError() > 0);
        }
    }

    @Test
    void stepBudgets_solutionsOfSeveralSteps_payForWholeSolutions() {
        SyntheticWorld world = world(ZIPF, Verifier.of(1));
        Budgets steps = new Budgets(Resource.STEPS, List.of(1.0, 2.0, 3.0, 8.0));
        ConfiguredStrategy configured = ConfiguredStrategy.of(new BestOfNProvider(), Map.of());
        Experiment experiment = new Experiment(
                world, steps, List.of(configured), new TrialPlan.Count(50), new BinPlan.None(), 1, MethodChoice.EXACT);
        List<Row> exact = Simulator.run(experiment, 1, Progress.SILENT).rows();
        assertEquals(1, exact.get(0).abstained());
        assertEquals(0, exact.get(0).cost().rounds());
        assertEquals(0, exact.get(1).abstained());
        assertEquals(exact.get(1).accuracy(), exact.get(2).accuracy());
        assertEquals(4, exact.get(3).cost().generations());
        Experiment sampled = new Experiment(
                world,
                steps,
                List.of(configured),
                new TrialPlan.Count(50),
                new BinPlan.None(),
                1,
                MethodChoice.AGGREGATED);
        List<Row> rows = Simulator.run(sampled, 1, Progress.SILENT).rows();
        assertEquals(1, rows.get(0).abstained());
        assertEquals(rows.get(1).accuracy(), rows.get(2).accuracy());
        assertEquals(exact.get(3).cost(), rows.get(3).cost());
    }
}

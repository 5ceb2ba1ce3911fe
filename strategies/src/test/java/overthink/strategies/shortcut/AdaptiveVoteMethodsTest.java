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
import overthink.core.estimate.Cost;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepProfile;
import overthink.core.model.SyntheticWorld;
import overthink.core.run.Simulator;
import overthink.core.testkit.FalseAlarm;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.adaptive.AdaptiveConsistencyProvider;
import overthink.strategies.adaptive.EarlyStoppingVoteProvider;

/** Votes that stop: which method is had where, and what rounds and waves cost to within what many trials tell. */
class AdaptiveVoteMethodsTest {

    private static final StrategyProvider CONSISTENCY = new AdaptiveConsistencyProvider();
    private static final StrategyProvider WINDOWS = new EarlyStoppingVoteProvider();
    private static final Budgets BUDGETS = Budgets.generations(1, 4, 7, 13, 40, 64);
    private static final CountLaw TEN = new CountLaw.Constant(10);

    /** One second a wave. */
    private static SyntheticWorld world(AnswerLaw answers, CountLaw tokens, int concurrency) {
        Policy policy = new Policy(
                new CountLaw.Constant(2),
                0,
                StepProfile.UNIFORM,
                answers,
                new CountLaw.Constant(0),
                tokens,
                new Tariff(1, new Price(1, 1), new Latency(0.8, 0.01, concurrency)));
        return new SyntheticWorld(new Problems(new Empirical(0.3, 0.6), 2), policy, Verifiers.NONE);
    }

    private static List<Row> rows(
            SyntheticWorld world,
            Budgets budgets,
            StrategyProvider provider,
            Map<String, ?> given,
            MethodChoice method) {
        Experiment experiment = new Experiment(
                world,
                budgets,
                List.of(ConfiguredStrategy.of(provider, given)),
                new TrialPlan.Count(method == MethodChoice.SIMULATED ? 100_000 : 1),
                new BinPlan.None(),
                7,
                method);
        return Simulator.run(experiment, 2, Progress.SILENT).rows();
    }

    /**
     * Seed 7, 200,000 trials a row; by Popoviciu the standard error of what lies between 1 and M is at most M/2/√200,000.
     * Four rules, six budgets, three costs and one accuracy of chance 1e−9 each: 1e−7 in all.
     */
    @Tag("slow")
    @Test
    void costs_inBatches_areThoseOfManyTrials() {
        SyntheticWorld world = world(new Zipf(2, 1), TEN, 2);
        compare(world, CONSISTENCY, Map.of("batch", 3L), 3);
        compare(world, CONSISTENCY, Map.of("rule", "share", "threshold", 0.75, "batch", 2L, "schedule", "doubling"), 2);
        compare(world, WINDOWS, Map.of("window", 3L), 3);
        compare(world, WINDOWS, Map.of("window", 4L, "rule", "sliding"), 1);
    }

    private static void compare(SyntheticWorld world, StrategyProvider provider, Map<String, ?> given, int leastBatch) {
        List<Row> played = rows(world, BUDGETS, provider, given, MethodChoice.SIMULATED);
        List<Row> exact = rows(world, BUDGETS, provider, given, MethodChoice.EXACT);
        for (int i = 0; i < played.size(); i++) {
            Row row = played.get(i);
            double most = Math.min(40, row.budget());
            Cost cost = exact.get(i).cost();
            assertMean("candidates", cost.generations(), row.cost().generations(), most);
            double rounds = Math.ceil(most / leastBatch);
            assertMean("rounds", cost.rounds(), row.cost().rounds(), rounds);
            assertMean("latency", cost.latencySeconds(), row.cost().latencySeconds(), most);
            FalseAlarm.assertMean("accuracy", exact.get(i).accuracy(), row.accuracy(), row.stdError() + 1e-12, 1e-9);
            if (row.budget() == 13 && leastBatch == 3) {
                // planted: a wave for each round, as if all of a batch ran together
                assertThrows(
                        AssertionError.class,
                        () -> assertMean("latency", cost.rounds(), row.cost().latencySeconds(), most));
                // planted: the last round is whole
                assertThrows(
                        AssertionError.class,
                        () -> assertMean(
                                "rounds",
                                cost.generations() / leastBatch,
                                row.cost().rounds(),
                                rounds));
            }
        }
    }

    private static void assertMean(String what, double expected, double observed, double most) {
        FalseAlarm.assertMean(what, expected, observed, 0.5 * most / Math.sqrt(200_000) + 1e-12, 1e-9);
    }

    /** Tokens that vary change no mean where candidates come one by one. */
    @Test
    void costs_ofTokensThatVary_areMeansWhereNoneWaits() {
        SyntheticWorld varying = world(new UniformAnswers(1), new CountLaw.UniformCount(5, 15), 2);
        List<Row> exact = rows(varying, BUDGETS, CONSISTENCY, Map.of(), MethodChoice.EXACT);
        List<Row> same = rows(world(new UniformAnswers(1), TEN, 2), BUDGETS, CONSISTENCY, Map.of(), MethodChoice.EXACT);
        for (int i = 0; i < exact.size(); i++) {
            assertEquals(same.get(i).cost().tokens(), exact.get(i).cost().tokens(), 1e-9);
            assertEquals(
                    same.get(i).cost().latencySeconds(), exact.get(i).cost().latencySeconds(), 1e-9);
        }
        assertEquals(
                "tokens-per-step vary, and the latency of calls side by side is that of the longest",
                reason(varying, CONSISTENCY, Map.of("batch", 2L)));
    }

    @Test
    void budgets_ofSteps_payForWholeSolutions() {
        SyntheticWorld world = world(new UniformAnswers(2), TEN, 2);
        Budgets steps = new Budgets(Resource.STEPS, List.of(1.0, 2.0, 5.0, 13.0, 200.0));
        List<Row> bySteps = rows(world, steps, CONSISTENCY, Map.of(), MethodChoice.EXACT);
        List<Row> whole = rows(world, Budgets.generations(1, 2, 6, 100), CONSISTENCY, Map.of(), MethodChoice.EXACT);
        assertEquals(1, bySteps.get(0).abstained());
        for (int i = 1; i < 5; i++) {
            assertEquals(whole.get(i - 1).accuracy(), bySteps.get(i).accuracy());
            assertEquals(whole.get(i - 1).cost(), bySteps.get(i).cost());
        }
    }

    @Test
    void auto_fewStates_isExactElsePlayed() {
        assertEquals(Optional.of(Method.EXACT), auto(new Distinct(), CONSISTENCY));
        assertEquals(Optional.of(Method.EXACT), auto(new UniformAnswers(4), CONSISTENCY));
        assertEquals(Optional.of(Method.EXACT), auto(new Zipf(3, 1.2), CONSISTENCY));
        assertEquals(Optional.of(Method.EXACT), auto(new UniformAnswers(3), WINDOWS));
        // many states, for those who ask
        for (AnswerLaw law : List.of(new UniformAnswers(12), new Zipf(4, 1.2), new Attractor(0.5, 6))) {
            assertEquals(Optional.of(Method.SIMULATED), auto(law, CONSISTENCY));
            assertEquals(
                    Optional.empty(),
                    Simulator.refusal(
                            world(law, TEN, 2),
                            BUDGETS,
                            ConfiguredStrategy.of(CONSISTENCY, Map.of()),
                            MethodChoice.EXACT));
        }
        assertEquals(Optional.of(Method.SIMULATED), auto(new Zipf(12, 1.2), CONSISTENCY));
        assertEquals(Optional.of(Method.SIMULATED), auto(new PitmanYor(0.5, 1), WINDOWS));
    }

    private static Optional<Method> auto(AnswerLaw law, StrategyProvider provider) {
        return Simulator.method(
                world(law, TEN, 2), BUDGETS, ConfiguredStrategy.of(provider, Map.of()), MethodChoice.AUTO);
    }

    @Test
    void refusal_any_saysWhy() {
        assertEquals(
                "40 votes over these answers may be in 6.4e+11 states, and 2097152 are the most",
                reason(world(new Zipf(12, 1.2), TEN, 2), CONSISTENCY, Map.of()));
        SyntheticWorld few = world(new UniformAnswers(1), TEN, 2);
        assertEquals(
                "a vote of all candidates that a budget pays for has no recursion",
                reason(few, CONSISTENCY, Map.of("max-gens", 0L)));
        assertEquals("more than 4095 candidates may vote", reason(few, WINDOWS, Map.of("max-gens", 5000L)));
        assertEquals(
                "the weights of wrong answers are drawn for each problem",
                reason(world(new PitmanYor(0.5, 1), TEN, 2), WINDOWS, Map.of()));
    }

    private static String reason(SyntheticWorld world, StrategyProvider provider, Map<String, ?> given) {
        String refusal = Simulator.refusal(world, BUDGETS, ConfiguredStrategy.of(provider, given), MethodChoice.EXACT)
                .orElseThrow();
        String opening = provider.name() + " has no exact method here: ";
        assertTrue(refusal.startsWith(opening), refusal);
        return refusal.substring(opening.length());
    }

    @Test
    void limit_ofAVoteThatEnds_isWhatItsLargestBudgetGives() {
        SyntheticWorld world = world(new UniformAnswers(2), TEN, 2);
        Experiment experiment = new Experiment(
                world,
                Budgets.generations(2, 4, 1L << 40),
                List.of(ConfiguredStrategy.of(CONSISTENCY, Map.of())),
                new TrialPlan.Count(1),
                new BinPlan.None(),
                1);
        var results = Simulator.run(experiment, 1, Progress.SILENT);
        assertEquals(results.rows().get(2).accuracy(), results.limits().get(0).accuracy(), 1e-15);
        assertEquals(results.rows().get(2).coverage(), results.limits().get(0).coverage(), 1e-15);
    }

    /** Trials do not wait for the limit of a vote of many states. */
    @Test
    void limit_ofManyStates_isNotLookedForBesideTrials() {
        Experiment experiment = new Experiment(
                world(new UniformAnswers(12), TEN, 2),
                Budgets.generations(2, 4),
                List.of(ConfiguredStrategy.of(CONSISTENCY, Map.of())),
                new TrialPlan.Count(5),
                new BinPlan.None(),
                1);
        var results = Simulator.run(experiment, 1, Progress.SILENT);
        assertEquals(Method.SIMULATED, results.rows().get(0).method());
        assertEquals(List.of(), results.limits());
    }
}

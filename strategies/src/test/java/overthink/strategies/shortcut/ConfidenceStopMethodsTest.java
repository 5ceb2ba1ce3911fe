package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.exact.selection.LatentMixture;
import overthink.core.exact.selection.LatentSplit;
import overthink.core.exact.selection.ScoreSplit;
import overthink.core.exact.selection.ThresholdStop;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.LimitOutcome;
import overthink.core.route.Route;
import overthink.core.run.ExperimentRun;
import overthink.core.run.Simulator;
import overthink.core.testkit.FalseAlarm;
import overthink.core.testkit.ShortcutContract;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.adaptive.ConfidenceStopProvider;

/** Stopping at a score: which method is had where, what rounds and waves cost, and that wrong accounts are told from it. */
class ConfidenceStopMethodsTest {

    private static final StrategyProvider PROVIDER = new ConfidenceStopProvider();
    private static final CountLaw TEN = new CountLaw.Constant(10);
    private static final Verifier GRADED = Verifier.of(1.2);

    /** One second a wave of the policy, a quarter a wave of the verifier. */
    private static SyntheticWorld world(AnswerLaw answers, CountLaw tokens, Verifier outcome) {
        Policy policy = new Policy(
                new CountLaw.Constant(2),
                0,
                StepProfile.UNIFORM,
                answers,
                new CountLaw.Constant(0),
                tokens,
                new Tariff(1, new Price(1, 1), new Latency(0.8, 0.01, 2)));
        Tariff verifier = new Tariff(1, new Price(1, 0), new Latency(0.25, 0, 3));
        return new SyntheticWorld(
                new Problems(new Empirical(0.3, 0.6), 2),
                policy,
                new Verifiers(outcome, Verifier.of(1), null, 1, verifier));
    }

    private static List<Row> rows(SyntheticWorld world, Budgets budgets, Map<String, ?> given, MethodChoice method) {
        Experiment experiment = new Experiment(
                world,
                budgets,
                List.of(ConfiguredStrategy.of(PROVIDER, given)),
                new TrialPlan.Count(method == MethodChoice.SIMULATED ? 100_000 : 1),
                new BinPlan.None(),
                7,
                method);
        return Simulator.run(experiment, 2, Progress.SILENT).rows();
    }

    /**
     * Seed 7, 200,000 trials a row; by Popoviciu the standard error of what lies between 0 and M is at most M/2/√200,000.
     * Two settings, six budgets, three costs of chance 1e−9 each: below 1e−7 in all.
     */
    @Tag("slow")
    @Test
    void costs_inBatches_areThoseOfManyTrials() {
        Budgets budgets = Budgets.generations(1, 4, 7, 13, 40, 64);
        for (NoiseShares shares : List.of(NoiseShares.CANDIDATE, Shares.ANSWER)) {
            SyntheticWorld world = world(new Zipf(3, 1), TEN, GRADED.with(shares));
            Map<String, ?> given = Map.of("threshold", 0.9, "batch", 5L);
            List<Row> played = rows(world, budgets, given, MethodChoice.SIMULATED);
            List<Row> exact = rows(world, budgets, given, MethodChoice.EXACT);
            for (int i = 0; i < played.size(); i++) {
                Cost cost = exact.get(i).cost();
                Cost seen = played.get(i).cost();
                double most = played.get(i).budget();
                double batches = Math.ceil(most / 5);
                assertMean(cost.generations(), seen.generations(), most);
                assertMean(cost.rounds(), seen.rounds(), batches);
                // 5 candidates are 3 waves of 2, then 2 waves of 3 verifier calls
                double longest = batches * (3 + 2 * 0.25);
                assertMean(cost.latencySeconds(), seen.latencySeconds(), longest);
                if (most == 13) {
                    // planted: the verifier's calls take no time; all of a batch run together
                    double waves = cost.latencySeconds() - 0.5 * cost.rounds();
                    assertThrows(AssertionError.class, () -> assertMean(waves, seen.latencySeconds(), longest));
                    assertThrows(
                            AssertionError.class,
                            () -> assertMean(1.25 * cost.rounds(), seen.latencySeconds(), longest));
                }
            }
        }
    }

    private static void assertMean(double expected, double observed, double most) {
        FalseAlarm.assertMean("cost", expected, observed, 0.5 * most / Math.sqrt(200_000) + 1e-12, 1e-9);
    }

    /** What one account makes of {@code confidence-stop} with threshold 0.8 and batches of 3 on one problem. */
    private interface Account {
        ExpectedOutcome at(ScoreSplit split, ThresholdStop stop, long n);
    }

    private static ExpectedOutcome outcome(double accuracy, double coverage, double candidates, double rounds) {
        ExpectedSpending spending =
                new ExpectedSpending(candidates, candidates, candidates, 0, 0, candidates, rounds, 0);
        return new ExpectedOutcome(accuracy, 0, coverage, 0, spending);
    }

    private static Route.Exact route(Account account) {
        LatentMixture wrong = LatentMixture.of(new double[] {1}, new double[] {0}, new double[] {1});
        // log-odds d·x − d²/2 of 0.8
        LatentSplit law = LatentSplit.of(new NoiseLaw.Gaussian(), 1.2, 1, wrong, StrictMath.log(4) / 1.2 + 0.6);
        return drawn -> new Route.Solver() {

            private ScoreSplit split = ScoreSplit.ofEqualScores(0, true);

            @Override
            public void turnTo(int problem) {
                split = law.at(drawn.p(problem));
            }

            @Override
            public ExpectedOutcome at(long n) {
                return account.at(split, new ThresholdStop(split, 3, Long.MAX_VALUE), n);
            }

            @Override
            public Optional<LimitOutcome> limit() {
                return Optional.of(new LimitOutcome(1, 1));
            }
        };
    }

    private static void compare(Account account) {
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Empirical(0.15, 0.3, 0.5, 0.7), 4), Policy.FLAT, Verifiers.outcome(GRADED));
        Budgets budgets = Budgets.generations(1, 3, 4, 6, 8, 30);
        ConfiguredStrategy configured = ConfiguredStrategy.of(PROVIDER, Map.of("threshold", 0.8, "batch", 3L));
        Results plain = ShortcutContract.run(world, budgets, configured, 40_000, MethodChoice.SIMULATED, 2);
        Experiment experiment = new Experiment(
                world, budgets, List.of(configured), new TrialPlan.Count(40_000), new BinPlan.Thresholds(), 42);
        ShortcutContract.assertSame(
                plain, ExperimentRun.followRoutes(experiment, List.of(route(account)), 2, Progress.SILENT), true);
    }

    /** Seed 42, 160,000 trials a row; the right account is compared as shortcuts are, with their chance of a false alarm. */
    @Tag("slow")
    @Test
    void contract_wrongAccounts_areRejected() {
        compare((split, stop, n) ->
                outcome(stop.accuracy(n).value(), stop.coverage(n), stop.candidates(n), stop.rounds(n)));
        Account late = (split, stop, n) -> outcome(
                stop.accuracy(n).value(),
                stop.coverage(n),
                n <= 3 ? n : 3 + stop.candidates(n - 3),
                n <= 3 ? 1 : 1 + stop.rounds(n - 3));
        Account bestOfTheLastBatch = (split, stop, n) ->
                outcome(ofTheLastBatch(split, n), stop.coverage(n), stop.candidates(n), stop.rounds(n));
        Account bestOfAll = (split, stop, n) -> outcome(
                BestOfNAccuracy.of(GRADED, 1.2).curve(split.p()).at(n).value(),
                stop.coverage(n),
                stop.candidates(n),
                stop.rounds(n));
        // as if whether a right one is there did not depend on what was scored
        Account coverageOfTheMean = (split, stop, n) -> outcome(
                stop.accuracy(n).value(),
                1 - Math.pow(1 - split.p(), stop.candidates(n)),
                stop.candidates(n),
                stop.rounds(n));
        assertThrows(AssertionError.class, () -> compare(late));
        assertThrows(AssertionError.class, () -> compare(bestOfTheLastBatch));
        assertThrows(AssertionError.class, () -> compare(bestOfAll));
        assertThrows(AssertionError.class, () -> compare(coverageOfTheMean));
    }

    private static double ofTheLastBatch(ScoreSplit split, long n) {
        double missed = 1 - split.p() * split.rightReaches() - (1 - split.p()) * split.wrongReaches();
        double sum = 0;
        for (long drawn = 0; drawn < n; drawn += 3) {
            long size = Math.min(3, n - drawn);
            double last = drawn + size == n ? split.missing(size).value() : 0;
            sum += Math.pow(missed, drawn) * (split.reaching(size).value() + last);
        }
        return sum;
    }

    @Test
    void auto_oneCallAScore_isExact() {
        Budgets budgets = Budgets.generations(2, 1L << 40);
        for (NoiseShares shares : Shares.ALL) {
            SyntheticWorld world = world(new Zipf(5, 1), TEN, GRADED.with(shares));
            assertEquals(
                    Optional.of(Method.EXACT),
                    Simulator.method(world, budgets, ConfiguredStrategy.of(PROVIDER, Map.of()), MethodChoice.AUTO));
        }
        SyntheticWorld many = world(new Zipf(1000, 1), TEN, GRADED.with(Shares.ANSWER));
        ConfiguredStrategy configured = ConfiguredStrategy.of(PROVIDER, Map.of());
        assertEquals(
                Optional.of(Method.SIMULATED),
                Simulator.method(many, Budgets.generations(2), configured, MethodChoice.AUTO));
        assertEquals(Optional.empty(), Simulator.refusal(many, Budgets.generations(2), configured, MethodChoice.EXACT));
    }

    @Test
    void refusal_any_saysWhy() {
        CountLaw varying = new CountLaw.UniformCount(5, 15);
        assertEquals(
                "tokens-per-step vary, and the latency of calls side by side is that of the longest",
                reason(world(new Distinct(), varying, GRADED), Map.of("batch", 2L)));
        assertEquals(
                "a score made of several steps' scores (min) has no closed law",
                reason(world(new Distinct(), TEN, GRADED), Map.of("aggregation", "min")));
        Verifier heavy = GRADED.with(new NoiseLaw.StudentT(4)).with(new NoiseShares(0, 0, 0.5, 0.5));
        assertEquals(
                "the noise of a candidate is a sum of Student's t numbers, which has no name",
                reason(world(new Distinct(), TEN, heavy), Map.of()));
        assertEquals(
                "answers share noise, and there are more than 16384 of them",
                reason(world(new Zipf(20_000, 1), TEN, GRADED.with(Shares.ANSWER)), Map.of()));
        // one by one none waits for the longest
        SyntheticWorld oneByOne = world(new Distinct(), varying, GRADED);
        Budgets budgets = Budgets.generations(1, 9);
        List<Row> exact = rows(oneByOne, budgets, Map.of(), MethodChoice.EXACT);
        List<Row> constant = rows(world(new Distinct(), TEN, GRADED), budgets, Map.of(), MethodChoice.EXACT);
        assertEquals(
                constant.get(1).cost().latencySeconds(), exact.get(1).cost().latencySeconds(), 1e-9);
    }

    private static String reason(SyntheticWorld world, Map<String, ?> given) {
        String refusal = Simulator.refusal(
                        world, Budgets.generations(1, 2), ConfiguredStrategy.of(PROVIDER, given), MethodChoice.EXACT)
                .orElseThrow();
        String opening = "confidence-stop has no exact method here: ";
        assertTrue(refusal.startsWith(opening), refusal);
        return refusal.substring(opening.length());
    }

    @Test
    void limit_ofEach_isWhatTheLargestBudgetGives() {
        SyntheticWorld world = world(new Zipf(5, 1), TEN, GRADED.with(Shares.ANSWER));
        for (Map<String, ?> given :
                List.<Map<String, ?>>of(Map.of(), Map.of("batch", 7L), Map.of("batch", 7L, "max-gens", 50L))) {
            Experiment experiment = new Experiment(
                    world,
                    Budgets.generations(2, 1L << 31, 1L << 40),
                    List.of(ConfiguredStrategy.of(PROVIDER, given)),
                    new TrialPlan.Count(1),
                    new BinPlan.None(),
                    1);
            Results results = Simulator.run(experiment, 1, Progress.SILENT);
            assertEquals(Method.EXACT, results.rows().get(2).method());
            assertEquals(
                    results.rows().get(2).accuracy(), results.limits().get(0).accuracy(), 1e-9);
            assertEquals(
                    results.rows().get(2).coverage(), results.limits().get(0).coverage(), 1e-9);
        }
    }
}

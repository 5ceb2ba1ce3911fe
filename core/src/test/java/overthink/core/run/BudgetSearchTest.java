package overthink.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.api.Resource;
import overthink.core.api.Strategy;
import overthink.core.estimate.BestBudget;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Utility;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepProfile;
import overthink.core.model.DrawnWorld;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.LimitOutcome;
import overthink.core.route.Route;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/** The best of all budgets for curves whose best is known. */
class BudgetSearchTest {

    private static final long MOST = Route.Exact.MOST_CANDIDATES;

    private static final Utility FREE = new Utility(1, 0, 0, Map.of());

    private static final Strategy UNPLAYED = session -> {
        throw new IllegalStateException("nothing is to be simulated");
    };

    /** A made-up law of accuracy by p and candidates. */
    private interface Law {
        double accuracy(double p, double candidates);
    }

    /** A curve with a limit and a number of candidates beyond which it is flat. */
    private record Curve(Law law, double limit, long last, double error) implements Route.Exact {

        @Override
        public Route.Solver solver(DrawnWorld drawn) {
            return new Route.Solver() {

                private double p;
                private int steps;

                @Override
                public void turnTo(int problem) {
                    p = drawn.p(problem);
                    steps = drawn.steps(problem);
                }

                @Override
                public ExpectedOutcome at(long candidates) {
                    double spent = Math.min(candidates, last);
                    return new ExpectedOutcome(
                            law.accuracy(p, spent),
                            error,
                            0,
                            0,
                            new ExpectedSpending(
                                    spent, spent * steps, spent, 0, 0, 0, 1, 1e9 * Math.ceil(spent / 100)));
                }

                @Override
                public long last() {
                    return last;
                }

                @Override
                public Optional<LimitOutcome> limit() {
                    return Optional.of(new LimitOutcome(last < MOST ? law.accuracy(p, last) : limit, 0));
                }
            };
        }
    }

    private static Curve curve(double limit, Law law) {
        return new Curve(law, limit, Long.MAX_VALUE, 1e-15);
    }

    private static SyntheticWorld world(CountLaw steps, double... p) {
        return world(steps, Policy.FLAT.tariff(), p);
    }

    private static SyntheticWorld world(CountLaw steps, Tariff tariff, double... p) {
        Policy flat = Policy.FLAT;
        return new SyntheticWorld(
                new Problems(new Empirical(p), p.length),
                new Policy(
                        steps,
                        0,
                        StepProfile.UNIFORM,
                        flat.wrongAnswers(),
                        flat.promptTokens(),
                        flat.tokensPerStep(),
                        tariff),
                Verifiers.NONE);
    }

    private static Results run(
            SyntheticWorld world,
            Budgets budgets,
            BinPlan bins,
            Curve curve,
            Utility utility,
            int threads,
            Progress progress) {
        Experiment experiment = new Experiment(
                world,
                budgets,
                List.of(ConfiguredStrategy.of(Given.of("made-up", true, UNPLAYED), Map.of())),
                new TrialPlan.Count(1),
                bins,
                1,
                MethodChoice.AUTO,
                Optional.of(utility));
        return ExperimentRun.followRoutes(experiment, List.of(curve), threads, progress);
    }

    private static BestBudget.Overall best(Curve curve, Utility utility) {
        return best(world(new CountLaw.Constant(1), 0.5), curve, utility);
    }

    private static BestBudget.Overall best(SyntheticWorld world, Curve curve, Utility utility) {
        Results results = run(world, Budgets.generations(1, 4), new BinPlan.None(), curve, utility, 1, Progress.SILENT);
        return results.bestBudgets().get(0).overall().orElseThrow();
    }

    private static Utility price(Resource resource, double price) {
        return new Utility(1, 0, 0, Map.of(resource, price));
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 31, 32, 33, 47, 64, 90, 100, 1000, 1023, 4095, 8191})
    void best_onePeakBelowTheFinest_isFoundToTheUnit(long peak) {
        BestBudget.Overall best = best(curve(0, (p, n) -> 1 / (1 + Math.pow(Math.log(n / (double) peak), 2))), FREE);
        assertEquals(peak, best.budget());
        assertEquals(1, best.utility(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {20_000, 1_000_003, 123_456_789_012L})
    void best_onePeakBeyond_isFoundToOnePartInTheFinest(long peak) {
        BestBudget.Overall best = best(curve(0, (p, n) -> 1 / (1 + Math.pow(Math.log(n / (double) peak), 2))), FREE);
        assertEquals(peak, best.budget(), (double) peak / BudgetSearch.FINEST);
        assertEquals(1, best.utility(), 1e-7);
    }

    @Test
    void best_growingCurve_isEndlessAndItsLimit() {
        BestBudget.Overall best = best(curve(1, (p, n) -> 1 - 1 / n), FREE);
        assertEquals(Double.POSITIVE_INFINITY, best.budget());
        assertEquals(1, best.utility(), 1e-15);
    }

    @Test
    void best_curveThatSoonRoundsToItsLimit_isEndlessToo() {
        assertEquals(
                Double.POSITIVE_INFINITY,
                best(curve(1, (p, n) -> -Math.expm1(-n)), FREE).budget());
    }

    @Test
    void best_growthThatIsPaidFor_ends() {
        // 1 − 1/n − n/10,000 is greatest at n = 100.
        assertEquals(
                100,
                best(curve(1, (p, n) -> 1 - 1 / n), price(Resource.GENERATIONS, 1e-4))
                        .budget());
        // A price so low that it pays beyond 2^39, 1 − 1/√n − c·n being greatest at (2c)^(−2/3): far, but not endless.
        double far = 1L << 36;
        double price = 0.5 / Math.pow(far, 1.5);
        assertEquals(
                far,
                best(curve(1, (p, n) -> 1 - 1 / Math.sqrt(n)), price(Resource.GENERATIONS, price))
                        .budget(),
                far / BudgetSearch.FINEST);
    }

    @Test
    void best_flatCurve_isTheLeast() {
        assertEquals(1, best(curve(0.5, (p, n) -> p), FREE).budget());
        assertEquals(
                1,
                best(curve(0.5, (p, n) -> p), price(Resource.GENERATIONS, 1e-9)).budget());
    }

    @Test
    void best_curveThatStandsStill_isWhereItStops() {
        for (long last : new long[] {1, 5, 500, 7000}) {
            assertEquals(
                    last,
                    best(new Curve((p, n) -> 1 - 1 / n, 1, last, 1e-15), FREE).budget());
        }
    }

    @Test
    void best_curveThatPeaksBarelyAboveItsLimit_isEndlessOnlyWithinTheError() {
        Law law = (p, n) -> 0.5 + (n == 10 ? 1e-5 : n < 10 ? -0.1 : 0);
        assertEquals(10, best(new Curve(law, 0.5, Long.MAX_VALUE, 1e-8), FREE).budget());
        assertEquals(
                Double.POSITIVE_INFINITY,
                best(new Curve(law, 0.5, Long.MAX_VALUE, 1e-5), FREE).budget());
    }

    @Test
    void best_latencyThatJumps_isAFullWave() {
        // Time is ⌈n/100⌉: a saw with a tooth at every hundred.
        Curve curve = curve(1, (p, n) -> 1 - Math.exp(-n / 100));
        Utility utility = price(Resource.LATENCY, 0.05);
        double brute = 0;
        double most = -1;
        for (int n = 1; n <= 5000; n++) {
            double worth = 1 - Math.exp(-n / 100.0) - 0.05 * Math.ceil(n / 100.0);
            if (worth > most) {
                most = worth;
                brute = n;
            }
        }
        assertEquals(300, brute);
        Tariff hundredAtOnce = new Tariff(0, Price.FREE, new Latency(1, 0, 100));
        SyntheticWorld known = world(new CountLaw.Constant(1), hundredAtOnce, 0.5);
        assertEquals(300, best(known, curve, utility).budget());
        assertNotEquals(300, best(curve, utility).budget(), "where the teeth are not known");
    }

    @Test
    void best_bins_haveTheirOwn() {
        // p is the logarithm of the peak over 10.
        Results results = run(
                world(new CountLaw.Constant(1), 0.6, 0.2, 0.05),
                Budgets.generations(1, 2),
                new BinPlan.Thresholds(),
                curve(0, (p, n) -> 1 / (1 + Math.pow(Math.log(n) - 10 * p, 2))),
                FREE,
                2,
                Progress.SILENT);
        List<String> bins = results.bestBudgets().stream().map(BestBudget::bin).toList();
        assertEquals(List.of("all", "easy", "medium", "hard"), bins);
        assertEquals(Math.round(Math.exp(6)), overall(results, 1).budget());
        assertEquals(Math.round(Math.exp(2)), overall(results, 2).budget());
        assertEquals(2, overall(results, 3).budget());
        assertEquals(2, results.bestBudgets().get(3).listed().budget());
    }

    private static BestBudget.Overall overall(Results results, int bin) {
        return results.bestBudgets().get(bin).overall().orElseThrow();
    }

    @Test
    void best_steps_areMultiplesOfTheShortestSolution() {
        Results results = run(
                world(new CountLaw.Constant(6), 0.5),
                new Budgets(Resource.STEPS, List.of(6.0, 60.0)),
                new BinPlan.None(),
                curve(0, (p, n) -> 1 / (1 + Math.pow(Math.log(n / 50), 2))),
                FREE,
                1,
                Progress.SILENT);
        assertEquals(300, overall(results, 0).budget());
        assertEquals(60, results.bestBudgets().get(0).listed().budget());
    }

    @Test
    void run_otherResource_hasTheBestListedAlone() {
        Experiment experiment = new Experiment(
                world(new CountLaw.Constant(1), 0.5),
                new Budgets(Resource.TOKENS, List.of(1.0, 5.0)),
                List.of(ConfiguredStrategy.of(
                        Given.of("first", true, session -> session.commit(session.generate())), Map.of())),
                new TrialPlan.Count(5),
                new BinPlan.None(),
                1,
                MethodChoice.AUTO,
                Optional.of(price(Resource.TOKENS, 0.1)));
        Results results = ExperimentRun.simulate(experiment, 1, Progress.SILENT);
        assertEquals(1, results.bestBudgets().size());
        assertEquals(Optional.empty(), results.bestBudgets().get(0).overall());
        assertEquals(1, results.bestBudgets().get(0).listed().budget(), "the least of equals");
        assertEquals(
                results.rows().get(0).accuracy() - 0.1,
                results.rows().get(0).utility().orElseThrow().mean(),
                1e-12);
    }

    @Test
    void run_anyNumberOfThreads_findsTheSameAndTellsOfItsProgress() {
        SyntheticWorld world = world(new CountLaw.UniformCount(2, 9), 0.1, 0.3, 0.5, 0.7);
        Curve curve = curve(1, (p, n) -> 1 - Math.pow(1 - p, n));
        Budgets budgets = new Budgets(Resource.STEPS, List.of(8.0, 64.0));
        Utility utility = price(Resource.STEPS, 1e-3);
        Results one = run(world, budgets, new BinPlan.Thresholds(), curve, utility, 1, Progress.SILENT);
        List<Long> heard = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(long done, long planned, long steps) {
                throw new IllegalStateException("there are no trials");
            }

            @Override
            public void solved(long done, long planned) {
                assertTrue(done <= planned, done + " of " + planned);
                heard.add(done);
            }
        };
        Results three = run(world, budgets, new BinPlan.Thresholds(), curve, utility, 3, progress);
        assertEquals(one.rows(), three.rows());
        assertEquals(one.limits(), three.limits());
        assertEquals(one.bestBudgets(), three.bestBudgets());
        assertEquals(heard.stream().sorted().toList(), heard);
        assertEquals(4L, heard.get(0), "after the first look at all problems");
        assertTrue(heard.get(heard.size() - 1) > 4);
    }

    @Tag("slow")
    @Test
    void solving_thatTakesLong_tellsWhileItGoesOn() {
        Law slow = (p, n) -> {
            try {
                Thread.sleep(150);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return p;
        };
        List<Long> heard = new ArrayList<>();
        Experiment experiment = new Experiment(
                world(new CountLaw.Constant(1), 0.1, 0.2, 0.3),
                Budgets.generations(1),
                List.of(ConfiguredStrategy.of(Given.of("slow", true, UNPLAYED), Map.of())),
                new TrialPlan.Count(1),
                new BinPlan.None(),
                1);
        Progress progress = new Progress() {
            @Override
            public void report(long done, long planned, long steps) {}

            @Override
            public void solved(long done, long planned) {
                heard.add(done);
            }
        };
        ExperimentRun.followRoutes(experiment, List.of(new Curve(slow, 1, Long.MAX_VALUE, 0)), 1, progress);
        assertTrue(heard.contains(1L) && heard.contains(2L) && heard.contains(3L), heard.toString());
    }
}

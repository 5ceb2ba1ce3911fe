package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.core.api.Resource;
import overthink.core.estimate.BestBudget;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.ExpectedUtility;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Row;
import overthink.core.estimate.Utility;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.exact.voting.Plurality;
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
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.selection.BestOfNProvider;
import overthink.strategies.selection.FirstAcceptedProvider;
import overthink.strategies.voting.MajorityVoteProvider;
import overthink.strategies.voting.WeightedVoteProvider;

/** The best budgets and the limits of strategies in their worlds, against brute force and the literature. */
class BestBudgetTest {

    private static final ConfiguredStrategy ABSTAINING =
            ConfiguredStrategy.of(new FirstAcceptedProvider(), Map.of("fallback", "abstain"));
    private static final ConfiguredStrategy BEST_OF_N = ConfiguredStrategy.of(new BestOfNProvider(), Map.of());
    private static final ConfiguredStrategy VOTE = ConfiguredStrategy.of(new MajorityVoteProvider(), Map.of());

    private static SyntheticWorld world(AnswerLaw answers, Verifier outcome, double... p) {
        Policy policy = new Policy(
                new CountLaw.Constant(1),
                0,
                StepProfile.UNIFORM,
                answers,
                new CountLaw.Constant(0),
                new CountLaw.Constant(1),
                Tariff.FREE);
        return new SyntheticWorld(new Problems(new Empirical(p), p.length), policy, Verifiers.outcome(outcome));
    }

    private static Results run(
            SyntheticWorld world, ConfiguredStrategy configured, MethodChoice method, Utility utility, long... n) {
        Experiment experiment = new Experiment(
                world,
                Budgets.generations(n),
                List.of(configured),
                new TrialPlan.Count(40),
                new BinPlan.None(),
                5,
                method,
                Optional.of(utility));
        return Simulator.run(experiment, 2, Progress.SILENT);
    }

    private static BestBudget.Overall best(SyntheticWorld world, ConfiguredStrategy configured, Utility utility) {
        return run(world, configured, MethodChoice.AUTO, utility, 1, 8)
                .bestBudgets()
                .get(0)
                .overall()
                .orElseThrow();
    }

    /** p at the middles of equal shares of a law. */
    private static double[] grid(DifficultyLaw law, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> law.quantile((i + 0.5) / count))
                .toArray();
    }

    private static long brute(long most, LongToDoubleFunction utility) {
        long best = 1;
        for (long n = 2; n <= most; n++) {
            if (utility.applyAsDouble(n) > utility.applyAsDouble(best) + 1e-13) {
                best = n;
            }
        }
        return best;
    }

    private static double mean(double[] p, DoubleUnaryOperator f) {
        double sum = 0;
        for (double each : p) {
            sum += f.applyAsDouble(each);
        }
        return sum / p.length;
    }

    /** The optimal numbers of attempts under penalties, as in Stroebl et al. 2024, and those of {@link FirstAcceptedLaw#bestCap}. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource(textBlock = """
                    0.5, 0.5, 0.05, 1, 10
                    0.5, 0.5, 0.05, 4, 2
                    0.5, 0.5, 0.05, 10, 1
                    0.3, 0.7, 0.10, 1, 3
                    0.3, 0.7, 0.10, 4, 1
                    """)
    void firstAccepted_withPenalties_isBestAsTheLiteratureSays(
            double alpha, double beta, double fpr, double penalty, long attempts) {
        DifficultyLaw law = new Beta(alpha, beta);
        double[] p = grid(law, 4000);
        SyntheticWorld world = world(new Distinct(), Verifier.of(1, fpr), p);
        BestBudget.Overall best = best(world, ABSTAINING, new Utility(1, -penalty, 0, Map.of()));
        assertEquals(attempts, best.budget());
        assertEquals(new FirstAcceptedLaw(1, fpr).bestCap(law, penalty), (long) best.budget());
        double utility = law.expectation(each -> new FirstAcceptedLaw(1, fpr).utility(each, attempts, penalty));
        assertEquals(utility, best.utility(), 1e-3, "4,000 problems stand for the law");
    }

    @Tag("slow")
    @Test
    void firstAccepted_randomWorlds_areBestWhereBruteForceSays() {
        SplittableRandom random = new SplittableRandom(17);
        int interior = 0;
        for (int run = 0; run < 30; run++) {
            double fpr = Math.pow(10, -3 * random.nextDouble());
            double tpr = fpr + (1 - fpr) * random.nextDouble();
            double penalty = Math.pow(10, 2 * random.nextDouble() - 1);
            double price = run % 3 == 0 ? 0 : Math.pow(10, -2 - 3 * random.nextDouble());
            double[] p = random.doubles(12).map(u -> u * u).toArray();
            FirstAcceptedLaw law = new FirstAcceptedLaw(tpr, fpr);
            LongToDoubleFunction utility =
                    n -> mean(p, each -> law.utility(each, n, penalty) - price * law.draws(each, n));
            long brute = brute(6000, utility);
            BestBudget.Overall best = best(
                    world(new Distinct(), Verifier.of(tpr, fpr), p),
                    ABSTAINING,
                    new Utility(1, -penalty, 0, Map.of(Resource.GENERATIONS, price)));
            if (Double.isInfinite(best.budget())) {
                assertTrue(utility.applyAsDouble(brute) <= best.utility() + 1e-12, "run " + run);
            } else {
                assertEquals(brute, best.budget(), "run " + run);
                assertEquals(utility.applyAsDouble(brute), best.utility(), 1e-12);
                interior += brute > 1 ? 1 : 0;
            }
        }
        assertTrue(interior >= 8, "worlds with an interior best: " + interior);
    }

    @Tag("slow")
    @Test
    void bestOfN_prices_areBestWhereBruteForceSays() {
        double[] p = {0.001, 0.01, 0.05, 0.2, 0.5, 0.9};
        SyntheticWorld world = world(new Distinct(), Verifier.of(1.5), p);
        BestOfNAccuracy law = BestOfNAccuracy.of(Verifier.of(1.5), 1.5);
        List<BestOfNAccuracy.Curve> curves =
                Arrays.stream(p).mapToObj(law::curve).toList();
        for (double price : new double[] {1e-2, 1e-3, 1e-4, 5e-5}) {
            LongToDoubleFunction utility = n -> curves.stream()
                                    .mapToDouble(curve -> 2 * curve.at(n).value() - 1)
                                    .sum()
                            / p.length
                    - price * n;
            BestBudget.Overall best =
                    best(world, BEST_OF_N, new Utility(1, -1, 0, Map.of(Resource.VERIFIER_CALLS, price)));
            assertEquals(brute(4000, utility), best.budget(), "price " + price);
        }
        assertEquals(
                Double.POSITIVE_INFINITY,
                best(world, BEST_OF_N, new Utility(1, -1, 0, Map.of())).budget());
    }

    @Tag("slow")
    @Test
    void majorityVote_mixedProblems_isBestWhereBruteForceSays() {
        // Where the true answer is not the likeliest more votes harm, and where it is they help: an interior best.
        double[] p = {0.24, 0.26, 0.3, 0.36, 0.8};
        AnswerLaw answers = new Zipf(6, 1);
        Plurality vote = Plurality.of(answers);
        LongToDoubleFunction utility =
                n -> mean(p, each -> vote.accuracy(each, n).value()) - 1e-4 * n;
        BestBudget.Overall best =
                best(world(answers, Verifier.of(1), p), VOTE, new Utility(1, 0, 0, Map.of(Resource.GENERATIONS, 1e-4)));
        long brute = brute(1500, utility);
        assertEquals(brute, best.budget());
        assertTrue(brute > 4, "interior: " + brute);
        assertEquals(utility.applyAsDouble(brute), best.utility(), 1e-10);
    }

    @Test
    void rows_anyMethod_haveTheUtilityOfTheirOwnShares() {
        double[] p = {0.1, 0.4, 0.7};
        SyntheticWorld world = world(new Distinct(), Verifier.of(0.9, 0.2), p);
        Utility utility = new Utility(2, -1, 0.25, Map.of(Resource.GENERATIONS, 0.05, Resource.VERIFIER_CALLS, 0.01));
        for (MethodChoice method : List.of(MethodChoice.EXACT, MethodChoice.SIMULATED)) {
            for (Row row : run(world, ABSTAINING, method, utility, 1, 3, 10).rows()) {
                ExpectedUtility worth = row.utility().orElseThrow();
                assertEquals(
                        2 * row.accuracy()
                                - row.falseAccepted()
                                + 0.25 * row.abstained()
                                - 0.05 * row.cost().generations()
                                - 0.01 * row.cost().verifierCalls(),
                        worth.mean(),
                        1e-12);
                assertEquals(method == MethodChoice.EXACT, worth.stdError() < 1e-12);
            }
        }
    }

    @Test
    void aggregatedRows_pricedWork_haveTheErrorOfOutcomesAlone() {
        double[] p = {0.1, 0.4, 0.7};
        SyntheticWorld world = world(new Distinct(), Verifier.of(1), p);
        Row free = run(world, BEST_OF_N, MethodChoice.AGGREGATED, new Utility(1, 0, 0, Map.of()), 8)
                .rows()
                .get(0);
        Row priced = run(
                        world,
                        BEST_OF_N,
                        MethodChoice.AGGREGATED,
                        new Utility(1, 0, 0, Map.of(Resource.GENERATIONS, 0.01)),
                        8)
                .rows()
                .get(0);
        assertEquals(
                free.utility().orElseThrow().stdError(),
                priced.utility().orElseThrow().stdError(),
                1e-15);
        assertEquals(
                free.utility().orElseThrow().mean() - 0.08,
                priced.utility().orElseThrow().mean(),
                1e-12);
    }

    @Test
    void limits_anyMethod_areThoseOfTheStrategy() {
        double[] p = {0.1, 0.4, 0.7};
        SyntheticWorld world = world(new Zipf(5, 1), Verifier.of(1), p);
        Utility utility = new Utility(1, -1, 0, Map.of(Resource.GENERATIONS, 1e-3));
        for (ConfiguredStrategy configured : List.of(BEST_OF_N, VOTE)) {
            Results exact = run(world, configured, MethodChoice.EXACT, utility, 1, 8, 16);
            for (MethodChoice method : List.of(MethodChoice.AGGREGATED, MethodChoice.SIMULATED)) {
                Results other = run(world, configured, method, utility, 1, 8, 16);
                assertEquals(exact.limits(), other.limits(), configured.name());
                assertEquals(
                        exact.bestBudgets().get(0).overall(),
                        other.bestBudgets().get(0).overall());
                assertNotEquals(
                        exact.bestBudgets().get(0).listed(),
                        other.bestBudgets().get(0).listed());
            }
        }
    }

    @Test
    void limits_exactValuesThatTakeLong_areCeilings() {
        AnswerLaw many = new Zipf(100_000, 0.8);
        SyntheticWorld world = world(many, Verifier.of(1), 0.005, 0.5, 0.9);
        Results results = run(world, VOTE, MethodChoice.AUTO, new Utility(1, 0, 0, Map.of()), 16, 4096);
        assertEquals("aggregated", results.rows().get(0).method().label());
        Limit limit = results.limits().get(0);
        assertEquals(2.0 / 3, limit.accuracy(), 1e-12);
        assertEquals(1, limit.coverage(), 1e-12);
        assertEquals(Optional.empty(), limit.coverageTail());
        assertEquals(Optional.empty(), results.bestBudgets().get(0).overall());
    }

    @Test
    void limits_noExactRoute_areAbsent() {
        SyntheticWorld world = world(new Zipf(5, 1), Verifier.of(1), 0.1, 0.4);
        ConfiguredStrategy unknown = ConfiguredStrategy.of(new WeightedVoteProvider(), Map.of());
        Results results = run(world, unknown, MethodChoice.AUTO, new Utility(1, 0, 0, Map.of()), 1, 8);
        assertEquals(List.of(), results.limits());
        assertEquals(Optional.empty(), results.bestBudgets().get(0).overall());
    }
}

package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Mean;
import overthink.core.estimate.Method;
import overthink.core.estimate.Quantiles;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Observation;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.Silence;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.run.Simulator;
import overthink.core.testkit.FalseAlarm;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.search.BeamSearchProvider;
import overthink.strategies.selection.BestOfNProvider;
import overthink.strategies.selection.FirstAcceptedProvider;
import overthink.strategies.voting.MajorityVoteProvider;

/**
 * What rows say of trials beside accuracy and mean costs: in trials, and as far as it is known without them. Chance of a false
 * alarm: 6e-7 for the class.
 */
class TrialDetailTest {

    private static final double ALARM = 2e-8;
    private static final double[] P = {0.2, 0.7};
    private static final double SILENT = 0.25;
    private static final double TPR = 0.8;
    private static final double FPR = 0.3;
    private static final int TRIALS = 20_000;
    private static final int N = 3;

    private static SyntheticWorld world(CountLaw tokens) {
        return new SyntheticWorld(
                new Problems(new Empirical(P), P.length),
                new Policy(
                                new CountLaw.Constant(2),
                                0,
                                StepProfile.UNIFORM,
                                new Zipf(3, 1),
                                new CountLaw.Constant(100),
                                tokens,
                                new Tariff(1e9, new Price(1, 4), new Latency(0.5, 0.01, 4)))
                        .with(new Silence.Share(SILENT)),
                new Verifiers(Verifier.of(TPR, FPR), Verifier.of(1), null, 50, Tariff.FREE));
    }

    private static final SyntheticWorld WORLD = world(new CountLaw.Constant(10));

    private static Experiment experiment(
            SyntheticWorld world,
            StrategyProvider provider,
            Map<String, ?> given,
            MethodChoice method,
            double... budgets) {
        return new Experiment(
                        world,
                        new Budgets(
                                Resource.GENERATIONS,
                                Arrays.stream(budgets).boxed().toList()),
                        List.of(ConfiguredStrategy.of(provider, given)),
                        new TrialPlan.Count(TRIALS),
                        new BinPlan.None(),
                        7,
                        method)
                .observing(Set.of(Observation.values()));
    }

    private static Row row(SyntheticWorld world, StrategyProvider provider, MethodChoice method, double budget) {
        return Simulator.run(experiment(world, provider, Map.of(), method, budget), 2, Progress.SILENT)
                .rows()
                .get(0);
    }

    /** Different answers of so many candidates on a problem, by enumeration of who gives which. */
    private static double distinct(double p, int candidates) {
        double[] shares = {p, 1, 0.5, 1.0 / 3, 0};
        double weights = shares[1] + shares[2] + shares[3];
        for (int k = 1; k <= 3; k++) {
            shares[k] *= (1 - p) * (1 - SILENT) / weights;
        }
        shares[4] = (1 - p) * SILENT;
        double sum = 0;
        for (int outcome = 0; outcome < Math.pow(5, candidates); outcome++) {
            double chance = 1;
            int seen = 0;
            int rest = outcome;
            for (int i = 0; i < candidates; i++) {
                chance *= shares[rest % 5];
                seen |= 1 << rest % 5;
                rest /= 5;
            }
            sum += chance * Integer.bitCount(seen & 0b1111);
        }
        return sum;
    }

    private static double overProblems(DoubleUnaryOperator of) {
        return (of.applyAsDouble(P[0]) + of.applyAsDouble(P[1])) / 2;
    }

    private static void assertMean(String what, double expected, Mean found) {
        FalseAlarm.assertMean(what, expected, found.value(), found.stdError(), ALARM);
    }

    @Tag("slow")
    @Test
    void sideBySide_rightCandidatesAreBinomial_differentAnswersEnumerated() {
        double right = overProblems(p -> N * p);
        double different = overProblems(p -> distinct(p, N));
        for (StrategyProvider provider : List.of(new BestOfNProvider(), new MajorityVoteProvider())) {
            for (MethodChoice method : List.of(MethodChoice.AGGREGATED, MethodChoice.SIMULATED)) {
                Row row = row(WORLD, provider, method, N);
                boolean played = row.method() == Method.SIMULATED;
                if (played) {
                    assertMean("right", right, row.perTrial().correct());
                    assertMean("different", different, row.perTrial().distinct());
                    // with those counted that give no answer there are more
                    assertThrows(
                            AssertionError.class,
                            () -> assertMean(
                                    "planted",
                                    different + overProblems(p -> 1 - Math.pow(1 - (1 - p) * SILENT, N)),
                                    row.perTrial().distinct()));
                }
                assertEquals(right, row.perTrial().correct().value(), played ? 1 : 1e-12);
                assertEquals(different, row.perTrial().distinct().value(), played ? 1 : 1e-12);
                assertEquals(20, row.perTrial().length().value(), 1e-9);
            }
        }
        Row exact = row(WORLD, new BestOfNProvider(), MethodChoice.EXACT, N);
        assertEquals(right, exact.perTrial().correct().value(), 1e-12);
        assertEquals(0, exact.perTrial().correct().stdError());
        assertEquals(N * (P[1] - P[0]) / 2, exact.perTrial().correct().populationStdError(), 1e-12);
        assertEquals(different, exact.perTrial().distinct().value(), 1e-12);
    }

    @Test
    void bestOfN_spendsTheSameInEveryTrial() {
        for (MethodChoice method : List.of(MethodChoice.EXACT, MethodChoice.AGGREGATED, MethodChoice.SIMULATED)) {
            Row row = row(WORLD, new BestOfNProvider(), method, 6);
            // two waves of four places, and the prompt is read once
            double usd = (100 + 4 * 120) / 1e6;
            assertEquals(Quantiles.exact(120, 120, 120, 120), row.perTrial().tokens());
            double seconds = 2 * 0.7;
            assertEquals(
                    Quantiles.exact(seconds, seconds, seconds, seconds),
                    row.perTrial().latencySeconds());
            assertEquals(usd, row.perTrial().usd().p95(), 1e-18);
            assertEquals(row.cost().usd(), row.perTrial().usd().p50(), 1e-18);
            assertEquals(0, row.perTrial().costPopulationStdError().tokens());
        }
    }

    @Tag("slow")
    @Test
    void divergence_ofBestOfN_isThatOfItsRankLaw() {
        for (MethodChoice method : List.of(MethodChoice.EXACT, MethodChoice.SIMULATED)) {
            assertEquals(
                    0, row(WORLD, new BestOfNProvider(), method, 1).perTrial().divergence());
            // of uniform ranks the law of the best has the density n·u^(n−1): ∫ n·u^(n−1)·log(n·u^(n−1)) du by sums
            int n = 4;
            int cells = 1_000_000;
            double integral = 0;
            for (int i = 0; i < cells; i++) {
                double density = n * Math.pow((i + 0.5) / cells, n - 1);
                integral += density * Math.log(density) / cells;
            }
            assertEquals(
                    integral,
                    row(WORLD, new BestOfNProvider(), method, n).perTrial().divergence(),
                    1e-9);
        }
        assertTrue(Double.isNaN(row(WORLD, new MajorityVoteProvider(), MethodChoice.AGGREGATED, 4)
                .perTrial()
                .divergence()));
    }

    /** Draws are geometric: P(more than n) = (1 − a)^n on each problem, a = p·t + (1 − p)·f. */
    private static double quantile(double share, int most) {
        for (int n = 1; n < most; n++) {
            int drawn = n;
            if (overProblems(p -> 1 - Math.pow(1 - (p * TPR + (1 - p) * FPR), drawn)) >= share) {
                return n;
            }
        }
        return most;
    }

    @Tag("slow")
    @Test
    void firstAccepted_quantilesAreGeometric() {
        for (int most : new int[] {2, 64}) {
            double[] n = {quantile(0.5, most), quantile(0.9, most), quantile(0.95, most), quantile(0.99, most)};
            Row exact = row(WORLD, new FirstAcceptedProvider(), MethodChoice.EXACT, most);
            Row played = row(WORLD, new FirstAcceptedProvider(), MethodChoice.SIMULATED, most);
            assertEquals(20 * n[0], exact.perTrial().tokens().p50());
            assertEquals(20 * n[1], exact.perTrial().tokens().p90());
            assertEquals(20 * n[2], exact.perTrial().tokens().p95());
            assertEquals(20 * n[3], exact.perTrial().tokens().p99());
            assertEquals(0.7 * n[3], exact.perTrial().latencySeconds().p99(), 1e-12);
            assertEquals((100 + 80 * n[3]) / 1e6, exact.perTrial().usd().p99(), 1e-18);
            // shares that lie 6 errors of 40,000 trials away from the next amount's: the very same amounts
            assertEquals(
                    exact.perTrial().tokens().p50(), played.perTrial().tokens().p50());
            assertEquals(
                    exact.perTrial().tokens().p95(), played.perTrial().tokens().p95());
            assertEquals(
                    exact.perTrial().latencySeconds().p95(),
                    played.perTrial().latencySeconds().p95());
            assertEquals(exact.perTrial().usd().p95(), played.perTrial().usd().p95());
        }
        assertEquals(5, quantile(0.95, 64));
        double below = overProblems(p -> 1 - Math.pow(1 - (p * TPR + (1 - p) * FPR), 4));
        double above = overProblems(p -> 1 - Math.pow(1 - (p * TPR + (1 - p) * FPR), 5));
        double error = Math.sqrt(0.95 * 0.05 / (2 * TRIALS));
        assertTrue(0.95 - below > 6 * error && above - 0.95 > 6 * error, below + " to " + above);
    }

    @Tag("slow")
    @Test
    void firstAccepted_candidatesAndAnswers_areThoseOfTrials() {
        Row exact = row(WORLD, new FirstAcceptedProvider(), MethodChoice.EXACT, 4);
        Row played = row(WORLD, new FirstAcceptedProvider(), MethodChoice.SIMULATED, 4);
        assertMean(
                "right", exact.perTrial().correct().value(), played.perTrial().correct());
        assertMean(
                "different",
                exact.perTrial().distinct().value(),
                played.perTrial().distinct());
        assertEquals(
                exact.perTrial().correct().populationStdError(),
                played.perTrial().correct().populationStdError(),
                0.02);
        // as many answers as candidates of all four had are too many
        assertThrows(
                AssertionError.class,
                () -> assertMean(
                        "planted",
                        overProblems(p -> distinct(p, 4)),
                        played.perTrial().distinct()));
    }

    @Test
    void whatIsNotKnown_isNotStated() {
        SyntheticWorld varying = world(new CountLaw.UniformCount(5, 15));
        Row exact = row(varying, new FirstAcceptedProvider(), MethodChoice.EXACT, 4);
        assertEquals(Quantiles.UNKNOWN, exact.perTrial().tokens());
        assertEquals(Quantiles.UNKNOWN, exact.perTrial().latencySeconds());
        assertEquals(Quantiles.UNKNOWN, exact.perTrial().usd());
        assertEquals(20, exact.perTrial().length().value(), 1e-12);
        Row played = row(varying, new FirstAcceptedProvider(), MethodChoice.SIMULATED, 4);
        assertMean("length", 20, played.perTrial().length());
        assertTrue(played.perTrial().tokens().p99() > played.perTrial().tokens().p50());
        Experiment unasked = experiment(WORLD, new BestOfNProvider(), Map.of(), MethodChoice.EXACT, 4)
                .observing(Set.of());
        Row plain = Simulator.run(unasked, 1, Progress.SILENT).rows().get(0);
        assertEquals(Quantiles.UNKNOWN, plain.perTrial().tokens());
        assertEquals(Mean.UNKNOWN, plain.perTrial().correct());
    }

    @Tag("slow")
    @Test
    void looking_changesNothing_andThreadsChangeNothing() {
        SyntheticWorld varying = world(new CountLaw.UniformCount(5, 15));
        for (StrategyProvider provider :
                List.of(new BeamSearchProvider(), new FirstAcceptedProvider(), new MajorityVoteProvider())) {
            Experiment looking = new Experiment(
                            varying,
                            new Budgets(Resource.GENERATIONS, List.of(1.0, 4.0)),
                            List.of(ConfiguredStrategy.of(provider, Map.of())),
                            new TrialPlan.Count(600),
                            new BinPlan.Thresholds(),
                            7,
                            MethodChoice.SIMULATED)
                    .observing(Set.of(Observation.values()));
            List<Row> one = Simulator.run(looking, 1, Progress.SILENT).rows();
            assertEquals(one, Simulator.run(looking, 4, Progress.SILENT).rows());
            List<Row> blind = Simulator.run(looking.observing(Set.of()), 1, Progress.SILENT)
                    .rows();
            for (int i = 0; i < one.size(); i++) {
                assertEquals(blind.get(i).accuracy(), one.get(i).accuracy());
                assertEquals(blind.get(i).cost(), one.get(i).cost());
            }
        }
    }

    @Test
    void parameters_leftAtTheirDefaults_areFilledIn() {
        Row row = row(WORLD, new BeamSearchProvider(), MethodChoice.SIMULATED, 4);
        assertEquals(Map.of(), row.parameters());
        assertEquals(4L, row.effectiveParameters().get("width"));
    }
}

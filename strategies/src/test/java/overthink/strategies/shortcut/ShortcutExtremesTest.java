package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.estimate.Tail;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.selection.BestOfNProvider;
import overthink.strategies.selection.FirstAcceptedProvider;
import overthink.strategies.selection.SingleProvider;
import overthink.strategies.voting.MajorityVoteProvider;
import overthink.strategies.voting.WeightedVoteProvider;

/** Tiny and huge parameters: finite, monotone, right, in little time and memory. */
class ShortcutExtremesTest {

    private static final Budgets HUGE = Budgets.generations(1, 2, 1L << 10, 1L << 20, 1L << 31, 1L << 40);
    private static final double[] PS = {0, 1e-15, 1e-6, 0.3, 1};

    private static SyntheticWorld world(double p, AnswerLaw answers, Verifier outcome) {
        Tariff tariff = new Tariff(8e9, new Price(0.1, 0.4), new Latency(0.2, 0.01, 1));
        Tariff verifierTariff = new Tariff(8e9, new Price(0.1, 0), new Latency(0.2, 0.01, 1));
        Policy policy = new Policy(
                new CountLaw.Constant(8),
                0,
                StepProfile.UNIFORM,
                answers,
                new CountLaw.Constant(100),
                new CountLaw.Constant(60),
                tariff);
        return new SyntheticWorld(
                new Problems(new Point(p), 2), policy, new Verifiers(outcome, null, null, 500, verifierTariff));
    }

    private static List<Row> rows(
            SyntheticWorld world, StrategyProvider provider, Map<String, ?> given, MethodChoice method) {
        return rows(world, provider, given, method, 20);
    }

    private static List<Row> rows(
            SyntheticWorld world, StrategyProvider provider, Map<String, ?> given, MethodChoice method, int trials) {
        Experiment experiment = new Experiment(
                world,
                HUGE,
                List.of(ConfiguredStrategy.of(provider, given)),
                new TrialPlan.Count(trials),
                new BinPlan.None(),
                1,
                method);
        Results results = Simulator.run(experiment, 2, Progress.SILENT);
        assertEquals(List.of(), results.faults());
        for (Row row : results.rows()) {
            double[] numbers = {
                row.accuracy(),
                row.lower(),
                row.upper(),
                row.coverage(),
                row.abstained(),
                row.falseAccepted(),
                row.stdError(),
                row.populationStdError()
            };
            for (double number : numbers) {
                assertTrue(number >= 0 && number <= 1, row::toString);
            }
            double[] costs = {
                row.cost().generations(),
                row.cost().steps(),
                row.cost().tokens(),
                row.cost().rounds(),
                row.cost().latencySeconds(),
                row.cost().flops(),
                row.cost().usd()
            };
            for (double cost : costs) {
                assertTrue(cost > 0 && cost < Double.POSITIVE_INFINITY, row::toString);
            }
            assertEquals(
                    row.cost().generations() * 8,
                    row.cost().steps(),
                    1e-9 * row.cost().steps());
        }
        return results.rows();
    }

    private static void assertRising(List<Row> rows) {
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(rows.get(i).accuracy() >= rows.get(i - 1).accuracy() - 1e-12, rows::toString);
            assertTrue(rows.get(i).coverage() >= rows.get(i - 1).coverage(), rows::toString);
        }
    }

    @Test
    void bestOfN_tinyAndHuge_isFiniteMonotoneAndRight() {
        for (double p : PS) {
            for (double d : new double[] {0, 1, 8}) {
                List<Row> rows = rows(
                        world(p, new Zipf(12, 1.2), Verifier.of(d)),
                        new BestOfNProvider(),
                        Map.of(),
                        MethodChoice.EXACT);
                assertRising(rows);
                assertEquals(p, rows.get(0).accuracy(), 1e-12 * p);
                if (d == 0 || p == 0 || p == 1) {
                    assertEquals(p, rows.get(5).accuracy());
                }
                if (p == 1e-15 && d == 8) {
                    // A right one is there with probability 0.001099; against 2^40 wrong ones, whose greatest is about
                    // 7.15 ± 0.18, its 8 + Z wins with probability Φ(0.85/1.016) = 0.80.
                    assertEquals(0.80, rows.get(5).accuracy() / rows.get(5).coverage(), 0.02);
                }
            }
        }
    }

    @Tag("slow")
    @Test
    void bestOfN_sharedNoiseTinyAndHuge_isFiniteAndRight() {
        NoiseShares answer = new NoiseShares(0, 0.3, 0.7, 0);
        for (double p : PS) {
            for (double d : new double[] {0, 1, 8}) {
                for (AnswerLaw law : List.of(new UniformAnswers(1), new Distinct(), new Zipf(1000, 1))) {
                    SyntheticWorld world = world(p, law, Verifier.of(d).with(answer));
                    List<Row> exact = rows(world, new BestOfNProvider(), Map.of(), MethodChoice.EXACT);
                    assertEquals(p, exact.get(0).accuracy(), 1e-12 * p);
                    if (p == 0 || p == 1) {
                        assertEquals(p, exact.get(5).accuracy());
                    }
                    if (d == 0) {
                        List<Row> near = rows(
                                world(p, law, Verifier.of(1e-13).with(answer)),
                                new BestOfNProvider(),
                                Map.of(),
                                MethodChoice.EXACT);
                        for (int i = 0; i < exact.size(); i++) {
                            assertEquals(near.get(i).accuracy(), exact.get(i).accuracy(), 1e-10);
                        }
                    }
                    List<Row> byMax =
                            rows(world, new WeightedVoteProvider(), Map.of("weight", "max"), MethodChoice.EXACT);
                    for (int i = 0; i < exact.size(); i++) {
                        assertEquals(exact.get(i).accuracy(), byMax.get(i).accuracy());
                        assertEquals(exact.get(i).cost(), byMax.get(i).cost());
                    }
                }
            }
        }
    }

    /** What loves answers tells them apart in two kinds alone, however many there are. */
    @Test
    void bestOfN_lovedAmongAMillionAnswers_takesLittleTime() {
        SyntheticWorld world =
                world(0.3, new UniformAnswers(1_000_000), Verifier.of(1).with(new Hack(0.01, 4)));
        List<Row> rows = assertTimeout(
                Duration.ofSeconds(10), () -> rows(world, new BestOfNProvider(), Map.of(), MethodChoice.EXACT));
        assertTrue(rows.get(1).accuracy() > 0.3, rows::toString);
        assertEquals(0, rows.get(5).accuracy(), 1e-3);
    }

    @Test
    void verdicts_tinyAndHuge_areFiniteMonotoneAndRight() {
        for (double p : PS) {
            SyntheticWorld world = world(p, new Zipf(12, 1.2), Verifier.of(0.9, 0.1));
            List<Row> best = rows(world, new BestOfNProvider(), Map.of(), MethodChoice.EXACT);
            assertRising(best);
            List<Row> first = rows(world, new FirstAcceptedProvider(), Map.of(), MethodChoice.EXACT);
            for (int i = 0; i < first.size(); i++) {
                assertEquals(best.get(i).accuracy(), first.get(i).accuracy(), 1e-15);
            }
            double a = 0.9 * p + 0.1 * (1 - p);
            assertEquals(1 / a, first.get(5).cost().generations(), 1e-9 / a);
            assertEquals(0.9 * p / a, first.get(5).accuracy(), 1e-12);
        }
    }

    @Tag("slow")
    @Test
    void votes_tinyAndHuge_areFiniteAndRight() {
        for (AnswerLaw law :
                List.of(new UniformAnswers(1), new Distinct(), new Zipf(12, 1.2), new UniformAnswers(1_000_000))) {
            for (double p : PS) {
                SyntheticWorld world = world(p, law, Verifier.of(1));
                List<Row> exact = rows(world, new MajorityVoteProvider(), Map.of(), MethodChoice.EXACT);
                int trials = law instanceof UniformAnswers uniform && uniform.answers() > 1 ? 1 : 20;
                List<Row> sampled = rows(world, new MajorityVoteProvider(), Map.of(), MethodChoice.AGGREGATED, trials);
                assertEquals(p, exact.get(1).accuracy(), 1e-12);
                // 2^40 votes leave no doubt, but where one in 10^15 is right
                if (p != 1e-15) {
                    assertEquals(exact.get(5).accuracy(), sampled.get(5).accuracy(), 1e-3, law + " " + p);
                }
            }
        }
    }

    @Tag("slow")
    @Test
    void samplers_tinyAndHuge_areFinite() {
        Verifier sharing = Verifier.of(8).with(new NoiseShares(0, 0.3, 0.7, 0));
        for (double p : PS) {
            for (AnswerLaw law : List.of(new UniformAnswers(1), new Distinct(), new Zipf(1000, 1))) {
                rows(world(p, law, sharing), new BestOfNProvider(), Map.of(), MethodChoice.AGGREGATED);
                rows(
                        world(p, law, sharing),
                        new WeightedVoteProvider(),
                        Map.of("weight", "logit-sum"),
                        MethodChoice.AGGREGATED);
            }
        }
    }

    @Test
    void auto_manyBudgetsToTheLargest_takesNoTime() {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i <= 40; i++) {
            values.add(StrictMath.scalb(1.0, i));
        }
        SyntheticWorld world = world(0.3, new Zipf(12, 1.2), Verifier.of(1));
        Experiment experiment = new Experiment(
                world,
                new Budgets(overthink.core.api.Resource.GENERATIONS, values),
                List.of(
                        ConfiguredStrategy.of(new SingleProvider(), Map.of()),
                        ConfiguredStrategy.of(new BestOfNProvider(), Map.of()),
                        ConfiguredStrategy.of(new MajorityVoteProvider(), Map.of())),
                new TrialPlan.Precision(0.001),
                new BinPlan.None(),
                1);
        Results results = assertTimeout(Duration.ofSeconds(20), () -> Simulator.run(experiment, 1, Progress.SILENT));
        assertEquals(3 * 41, results.rows().size());
        assertTrue(results.rows().stream().allMatch(row -> row.method() == Method.EXACT));
        assertEquals(0.3, results.limits().get(0).accuracy());
        assertEquals(1, results.limits().get(1).accuracy());
        assertEquals(1, results.limits().get(1).coverage());
    }

    @Test
    void limits_whereTheyAreKnown_areWhatTheCurveGoesTo() {
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Empirical(0.2, 0.3, 0, 1), 4),
                Policy.FLAT.with(new UniformAnswers(1)),
                Verifiers.outcome(Verifier.of(0.8, 0.4)));
        Experiment experiment = new Experiment(
                world,
                Budgets.generations(1L << 19, 1L << 20),
                List.of(
                        ConfiguredStrategy.of(new BestOfNProvider(), Map.of()),
                        ConfiguredStrategy.of(new FirstAcceptedProvider(), Map.of("cap", 2L, "fallback", "abstain")),
                        ConfiguredStrategy.of(new MajorityVoteProvider(), Map.of())),
                new TrialPlan.Count(1),
                new BinPlan.Thresholds(),
                1,
                MethodChoice.EXACT);
        Results results = Simulator.run(experiment, 1, Progress.SILENT);
        double first = 0.2 * 0.8 / (0.2 * 0.8 + 0.8 * 0.4);
        double second = 0.3 * 0.8 / (0.3 * 0.8 + 0.7 * 0.4);
        assertEquals((first + second + 0 + 1) / 4, results.limits().get(0).accuracy(), 1e-15);
        for (int i = 0; i < results.limits().size(); i++) {
            Row row = results.rows().get(2 * i + 1);
            assertEquals(row.bin(), results.limits().get(i).bin());
            assertEquals(row.accuracy(), results.limits().get(i).accuracy(), 1e-9);
            assertEquals(row.coverage(), results.limits().get(i).coverage(), 1e-9);
        }
    }

    /** Who generates all that it can pay for has the tail of the law, 1/(N + 1) for a uniform one; who may stop has none. */
    @Test
    void coverageTail_isThatOfTheLawForThoseThatGenerateAll() {
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new UniformDifficulty(0, 1), 20),
                Policy.FLAT.with(new UniformAnswers(1)),
                Verifiers.outcome(Verifier.of(0.8, 0.4)));
        SyntheticWorld graded = new SyntheticWorld(world.problems(), world.policy(), Verifiers.outcome(Verifier.of(1)));
        Optional<Tail> uniform = Optional.of(new Tail(0, 1));
        assertEquals(uniform, tail(world, ConfiguredStrategy.of(new BestOfNProvider(), Map.of())));
        assertEquals(uniform, tail(graded, ConfiguredStrategy.of(new BestOfNProvider(), Map.of())));
        assertEquals(uniform, tail(world, ConfiguredStrategy.of(new MajorityVoteProvider(), Map.of())));
        assertEquals(Optional.empty(), tail(world, ConfiguredStrategy.of(new SingleProvider(), Map.of())));
        assertEquals(Optional.empty(), tail(world, ConfiguredStrategy.of(new FirstAcceptedProvider(), Map.of())));
    }

    private static Optional<Tail> tail(SyntheticWorld world, ConfiguredStrategy configured) {
        Experiment experiment = new Experiment(
                world, Budgets.generations(4), List.of(configured), new TrialPlan.Count(1), new BinPlan.None(), 1);
        return Simulator.run(experiment, 1, Progress.SILENT).limits().get(0).coverageTail();
    }
}

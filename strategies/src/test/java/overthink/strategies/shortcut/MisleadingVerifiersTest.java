package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Row;
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
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.difficulty.Point;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Prior;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.run.Simulator;
import overthink.core.testkit.FalseAlarm;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.adaptive.ConfidenceStopProvider;
import overthink.strategies.particle.ParticleFilterProvider;
import overthink.strategies.search.BeamSearchProvider;
import overthink.strategies.search.MctsProvider;
import overthink.strategies.search.TreeDfsProvider;
import overthink.strategies.selection.BestOfNProvider;
import overthink.strategies.selection.FirstAcceptedProvider;
import overthink.strategies.selection.RepeatedVerificationProvider;
import overthink.strategies.selection.SingleProvider;
import overthink.strategies.selection.TournamentProvider;
import overthink.strategies.voting.BestOfMajorityProvider;
import overthink.strategies.voting.MajorityOfBestProvider;
import overthink.strategies.voting.WeightedVoteProvider;

/**
 * Verifiers that know nothing and love wrong answers all the same, and verifiers below chance: in every way to the same number.
 * Seed 7. Fewer than 100 stochastic assertions, each with a chance of a false alarm of 10<sup>−9</sup>.
 */
class MisleadingVerifiersTest {

    private static final double FALSE_ALARM = 1e-9;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final Hack HACK = new Hack(0.2, 3);

    private static SyntheticWorld world(DifficultyLaw law, int problems, AnswerLaw answers, Verifiers verifiers) {
        Policy policy = new Policy(
                new CountLaw.Constant(3),
                0,
                StepProfile.UNIFORM,
                answers,
                new CountLaw.Constant(0),
                new CountLaw.Constant(1),
                Tariff.FREE);
        return new SyntheticWorld(new Problems(law, problems), policy, verifiers);
    }

    private static SyntheticWorld world(double p, AnswerLaw answers, Verifier outcome) {
        return world(new Point(p), 20, answers, Verifiers.outcome(outcome));
    }

    private static List<Row> rows(
            SyntheticWorld world, StrategyProvider provider, Map<String, ?> given, MethodChoice method, int trials) {
        Experiment experiment = new Experiment(
                world,
                Budgets.generations(1, 2, 8),
                List.of(ConfiguredStrategy.of(provider, given)),
                new TrialPlan.Count(trials),
                new BinPlan.None(),
                7,
                method);
        return Simulator.run(experiment, 2, Progress.SILENT).rows();
    }

    private static void assertSame(String what, List<Row> exact, List<Row> sampled) {
        for (int i = 0; i < exact.size(); i++) {
            Row row = sampled.get(i);
            double stdError = Math.sqrt(0.25 / row.trials());
            FalseAlarm.assertMean(
                    what + " at " + row.budget(), exact.get(i).accuracy(), row.accuracy(), stdError, FALSE_ALARM);
        }
    }

    private static Verifier varying(double hard, double easy) {
        return new Verifier(
                new Scoring.Graded(new Sensitivity(hard, easy), 0.3, 2, 0.4),
                NoiseShares.CANDIDATE,
                new NoiseLaw.Gaussian(),
                0,
                Hack.NONE);
    }

    static Stream<SyntheticWorld> graded() {
        Empirical mixed = new Empirical(0.1, 0.3, 1.0 / 3, 0.6, 0.9);
        return Stream.of(
                world(0.3, new Distinct(), Verifier.of(0).with(HACK)),
                world(0.3, new Zipf(5, 1), Verifier.of(0).with(HACK)),
                world(0.3, new Zipf(5, 1), Verifier.of(0).with(Shares.ANSWER).with(HACK)),
                world(0.3, new Distinct(), Verifier.of(-1.2)),
                world(0.3, new Zipf(5, 1), Verifier.of(-1.2).with(Shares.ANSWER)),
                world(0.3, new Distinct(), Verifier.of(-0.7).with(new NoiseLaw.StudentT(4))),
                // d is 0 at p = 1/3, below it on the problems before
                world(
                        mixed,
                        mixed.size(),
                        new Zipf(5, 1),
                        Verifiers.outcome(varying(-1, 2).with(HACK))),
                world(mixed, mixed.size(), new Distinct(), Verifiers.outcome(varying(-1, 2))));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("graded")
    void bestOfN_misledByGrades_isTheSameInEveryWay(SyntheticWorld world) {
        int trials = 20_000 / world.problems().count();
        List<Row> exact = rows(world, new BestOfNProvider(), Map.of(), MethodChoice.EXACT, 1);
        assertSame("aggregated", exact, rows(world, new BestOfNProvider(), Map.of(), MethodChoice.AGGREGATED, trials));
        List<Row> simulated = rows(world, new BestOfNProvider(), Map.of(), MethodChoice.SIMULATED, trials);
        assertSame("simulated", exact, simulated);
        List<Row> single = rows(world, new SingleProvider(), Map.of(), MethodChoice.EXACT, 1);
        assertEquals(single.get(0).accuracy(), exact.get(0).accuracy(), 1e-12);
        // equal scores would give the accuracy of the first candidate
        if (world.problems().law() instanceof Point) {
            assertThrows(
                    AssertionError.class, () -> assertSame("planted", single.subList(2, 3), simulated.subList(2, 3)));
        }
    }

    /** P(right of 2) = p² + 2·p·(1 − p)·AUC. */
    @Test
    void bestOfTwo_misled_isThePairwiseForm() {
        double hacked = 0.8 / 2 + 0.2 * NORMAL.cumulativeProbability(-3 / Math.sqrt(2));
        assertEquals(0.09 + 0.42 * hacked, ofTwo(Verifier.of(0).with(HACK)), 1e-12);
        assertEquals(0.09 + 0.42 * 0.3, ofTwo(Verifier.of(Sensitivity.fromAuc(0.3))), 1e-12);
        assertEquals(0.09 + 0.42 * 0.15, ofTwo(Verifier.of(0.2, 0.9)), 1e-12);
        assertEquals(0.3, ofTwo(Verifier.of(0)), 1e-15);
        assertEquals(0.3, ofTwo(Verifier.of(0.4, 0.4)), 1e-15);
    }

    private static double ofTwo(Verifier verifier) {
        return rows(world(0.3, new Distinct(), verifier), new BestOfNProvider(), Map.of(), MethodChoice.EXACT, 1)
                .get(1)
                .accuracy();
    }

    /** Ranking follows the latent: on the same tape d = 0 and d = 10⁻¹³ choose alike unless latents lie as close as that. */
    @Tag("slow")
    @Test
    void strategies_withoutSensitivity_chooseAsWithNextToNone() {
        List<ConfiguredStrategy> strategies = List.of(
                ConfiguredStrategy.of(new BestOfNProvider(), Map.of()),
                ConfiguredStrategy.of(new BestOfNProvider(), Map.of("aggregation", "min")),
                ConfiguredStrategy.of(new WeightedVoteProvider(), Map.of("weight", "max")),
                ConfiguredStrategy.of(new WeightedVoteProvider(), Map.of("weight", "logit-sum")),
                ConfiguredStrategy.of(new BestOfMajorityProvider(), Map.of()),
                ConfiguredStrategy.of(new MajorityOfBestProvider(), Map.of()),
                ConfiguredStrategy.of(new RepeatedVerificationProvider(), Map.of()),
                ConfiguredStrategy.of(new TournamentProvider(), Map.of()),
                ConfiguredStrategy.of(new ConfidenceStopProvider(), Map.of("threshold", 0.6)),
                ConfiguredStrategy.of(new BeamSearchProvider(), Map.of()),
                ConfiguredStrategy.of(new MctsProvider(), Map.of()),
                ConfiguredStrategy.of(new TreeDfsProvider(), Map.of()),
                ConfiguredStrategy.of(new ParticleFilterProvider(), Map.of()));
        List<Row> none = simulated(strategies, 0);
        List<Row> next = simulated(strategies, 1e-13);
        List<Row> below = simulated(strategies, -1e-13);
        for (int i = 0; i < none.size(); i++) {
            assertEquals(
                    next.get(i).accuracy(), none.get(i).accuracy(), next.get(i).strategy());
            assertEquals(
                    below.get(i).accuracy(),
                    none.get(i).accuracy(),
                    below.get(i).strategy());
        }
        assertTrue(none.get(2).accuracy() < 0.2, "best-of-n of 8 falls for the loved ones: " + none.get(2));
    }

    private static List<Row> simulated(List<ConfiguredStrategy> strategies, double d) {
        Verifier verifier = Verifier.of(d).with(HACK);
        SyntheticWorld world = world(
                new Point(0.3),
                20,
                new Zipf(5, 1),
                new Verifiers(verifier, verifier, new Judge(verifier, 2, 0), 0, Tariff.FREE));
        Experiment experiment = new Experiment(
                world,
                Budgets.generations(1, 2, 8),
                strategies,
                new TrialPlan.Count(50),
                new BinPlan.None(),
                7,
                MethodChoice.SIMULATED);
        return Simulator.run(experiment, 2, Progress.SILENT).rows();
    }

    static Stream<Verifier> verdicts() {
        return Stream.of(
                Verifier.of(0.2, 0.7),
                Verifier.of(0, 1),
                Verifier.of(0.4, 0.4),
                Verifier.of(0.3, 0.6).with(Shares.ANSWER),
                Verifier.of(0.3, 0.6).with(Shares.PROBLEM));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("verdicts")
    void selection_misledByVerdicts_isTheSameInEveryWay(Verifier verifier) {
        SyntheticWorld world = world(0.3, new Zipf(5, 1), verifier);
        for (StrategyProvider provider :
                List.of(new BestOfNProvider(), new FirstAcceptedProvider(), new ConfidenceStopProvider())) {
            List<Row> exact = rows(world, provider, Map.of(), MethodChoice.EXACT, 1);
            assertSame(provider.name(), exact, rows(world, provider, Map.of(), MethodChoice.SIMULATED, 1000));
        }
        List<Row> best = rows(world, new BestOfNProvider(), Map.of(), MethodChoice.EXACT, 1);
        assertSame("best-of-n", best, rows(world, new BestOfNProvider(), Map.of(), MethodChoice.AGGREGATED, 1000));
        Map<String, ?> sum = Map.of("weight", "sum");
        List<Row> aggregated = rows(world, new WeightedVoteProvider(), sum, MethodChoice.AGGREGATED, 1000);
        List<Row> simulated = rows(world, new WeightedVoteProvider(), sum, MethodChoice.SIMULATED, 1000);
        for (int i = 0; i < aggregated.size(); i++) {
            FalseAlarm.assertMean(
                    "weighted-vote",
                    aggregated.get(i).accuracy(),
                    simulated.get(i).accuracy(),
                    Math.sqrt(0.5 / 20_000),
                    FALSE_ALARM);
        }
    }

    /** With independent errors p·t·(1 − (1 − a)^K)/a, a = p·t + (1 − p)·f. */
    @Test
    void firstAccepted_belowChance_isTheClosedForm() {
        SyntheticWorld world = world(0.3, new Distinct(), Verifier.of(0.2, 0.7));
        double a = 0.3 * 0.2 + 0.7 * 0.7;
        Map<String, ?> abstain = Map.of("fallback", "abstain");
        double exact = rows(world, new FirstAcceptedProvider(), abstain, MethodChoice.EXACT, 1)
                .get(2)
                .accuracy();
        assertEquals(0.06 / a * (1 - Math.pow(1 - a, 8)), exact, 1e-13);
    }

    /** The prior of each problem moves the latent that reaches a threshold, and what sums of log-odds start from. */
    @Tag("slow")
    @Test
    void selection_withTheProblemsPrior_isTheSameInEveryWay() {
        Empirical mixed = new Empirical(0, 0.1, 0.3, 0.6, 0.9, 1);
        Verifier verifier = new Verifier(
                new Scoring.Graded(new Sensitivity(-1, 2), new Prior.OfProblem(), 0.7, 0.2),
                NoiseShares.CANDIDATE,
                new NoiseLaw.Gaussian(),
                0,
                HACK);
        SyntheticWorld world = world(mixed, mixed.size(), new Zipf(5, 1), Verifiers.outcome(verifier));
        Map<String, ?> threshold = Map.of("threshold", 0.7);
        List<Row> exact = rows(world, new ConfidenceStopProvider(), threshold, MethodChoice.EXACT, 1);
        assertSame("stop", exact, rows(world, new ConfidenceStopProvider(), threshold, MethodChoice.SIMULATED, 4000));
        Map<String, ?> sum = Map.of("weight", "logit-sum");
        List<Row> aggregated = rows(world, new WeightedVoteProvider(), sum, MethodChoice.AGGREGATED, 4000);
        List<Row> simulated = rows(world, new WeightedVoteProvider(), sum, MethodChoice.SIMULATED, 4000);
        for (int i = 0; i < aggregated.size(); i++) {
            FalseAlarm.assertMean(
                    "logit-sum",
                    aggregated.get(i).accuracy(),
                    simulated.get(i).accuracy(),
                    Math.sqrt(0.5 / 24_000),
                    FALSE_ALARM);
        }
    }
}

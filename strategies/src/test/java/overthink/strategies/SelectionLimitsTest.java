package overthink.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;
import overthink.core.trial.TrialRunner;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.trial.TrialRunner.Outcome;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.adaptive.ConfidenceStopProvider;
import overthink.strategies.adaptive.SelfEvaluatedProvider;
import overthink.strategies.selection.BestOfNProvider;
import overthink.strategies.selection.FirstAcceptedProvider;
import overthink.strategies.selection.RepeatedVerificationProvider;
import overthink.strategies.selection.TournamentProvider;
import overthink.strategies.voting.BestOfMajorityProvider;
import overthink.strategies.voting.MajorityOfBestProvider;

/**
 * What a verifier's quality lets selection reach: nothing beyond a single candidate with noise for a verifier, coverage with
 * a perfect one, the closed form of resampling in between. Seed 42; each assertion states a chance of false alarm of 1e-9,
 * and there are fewer than 200 of them.
 */
class SelectionLimitsTest {

    private static final double FALSE_ALARM = 1e-9;
    private static final int TRIALS = 20_000;
    private static final double P = 0.3;
    private static final int BUDGET = 8;

    private record Entrant(StrategyProvider provider, Map<String, ?> parameters) {

        Strategy strategy() {
            return provider.create(Parameters.of(provider.parameters(), parameters));
        }

        @Override
        public String toString() {
            return provider.name() + " " + parameters;
        }
    }

    /** Every strategy of these families that returns one of its candidates by what a verifier or judge says. */
    private static List<Entrant> selections() {
        return List.of(
                new Entrant(new BestOfNProvider(), Map.of()),
                new Entrant(new BestOfNProvider(), Map.of("aggregation", "last")),
                new Entrant(new BestOfNProvider(), Map.of("aggregation", "min")),
                new Entrant(new BestOfNProvider(), Map.of("aggregation", "mean")),
                new Entrant(new BestOfNProvider(), Map.of("aggregation", "product")),
                new Entrant(new BestOfMajorityProvider(), Map.of("share", 0.0)),
                new Entrant(new MajorityOfBestProvider(), Map.of("k", 1)),
                new Entrant(new FirstAcceptedProvider(), Map.of()),
                new Entrant(new RepeatedVerificationProvider(), Map.of("calls", 3)),
                new Entrant(new RepeatedVerificationProvider(), Map.of("calls", 3, "combine", "all-accept")),
                new Entrant(new TournamentProvider(), Map.of()),
                new Entrant(new TournamentProvider(), Map.of("orders", "both")),
                new Entrant(new TournamentProvider(), Map.of("kind", "round-robin")),
                new Entrant(new TournamentProvider(), Map.of("kind", "round-robin", "orders", "both")),
                new Entrant(new ConfidenceStopProvider(), Map.of("threshold", 0.6)),
                new Entrant(new SelfEvaluatedProvider(), Map.of("checkpoint", 1, "stop-above", 0.6)));
    }

    private static SyntheticWorld world(int steps, Verifiers verifiers) {
        return new SyntheticWorld(
                new Problems(new Point(P), 1),
                Policy.FLAT.with(new UniformAnswers(5)).withSteps(steps),
                verifiers);
    }

    private static List<Outcome> play(SyntheticWorld world, Strategy strategy, int budget, int trials) {
        TrialRunner runner = new TrialRunner(world, Budgets.generations(budget), 42);
        return Stream.iterate(0, trial -> trial + 1)
                .limit(trials)
                .map(trial -> runner.run(strategy, 0, trial).get(0))
                .toList();
    }

    private static long correct(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.grade() == Grade.CORRECT)
                .count();
    }

    /** A coin for a verdict, and a judge who sees noise: verdicts differ, and none says anything. */
    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> selection_uninformativeVerifier_isWorthOneCandidate() {
        Verifier coin = Verifier.of(Math.nextUp(0.5), 0.5).with(new NoiseShares(0, 0, 0.5, 0.5));
        SyntheticWorld world = world(3, new Verifiers(coin, coin, new Judge(Verifier.of(0), 2, 0.3), 0, Tariff.FREE));
        return selections().stream()
                .map(entrant -> DynamicTest.dynamicTest(entrant.toString(), () -> {
                    long correct = correct(play(world, entrant.strategy(), BUDGET, TRIALS));
                    FalseAlarm.assertProportion(entrant.toString(), P, correct, TRIALS, FALSE_ALARM);
                }));
    }

    /** With d = 12 a wrong candidate scores above a right one with probability 1e-17: below 1e-9 over all of these trials. */
    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> selection_nearPerfectVerifier_reachesCoverage() {
        Judge judge = new Judge(Verifier.of(12), 5, 0);
        return Stream.of(Verifier.of(12), Verifier.of(1, 0))
                .map(verifier -> world(3, new Verifiers(verifier, verifier, judge, 0, Tariff.FREE)))
                .flatMap(world -> selections().stream()
                        .map(entrant ->
                                DynamicTest.dynamicTest(entrant.toString(), () -> reachesCoverage(world, entrant))));
    }

    private static void reachesCoverage(SyntheticWorld world, Entrant entrant) {
        List<Outcome> outcomes = play(world, entrant.strategy(), BUDGET, TRIALS / 4);
        for (Outcome outcome : outcomes) {
            assertEquals(outcome.covered(), outcome.grade() == Grade.CORRECT);
        }
        if (!(entrant.provider() instanceof SelfEvaluatedProvider)) {
            FalseAlarm.assertProportion(
                    "coverage", 1 - Math.pow(1 - P, BUDGET), correct(outcomes), outcomes.size(), FALSE_ALARM);
        }
    }

    /** p·t/a·(1 − (1 − a)^N) with a = p·t + (1 − p)·f, derived anew; the setting is that of Stroebl et al. 2024, "Inference Scaling FLaws". */
    @Tag("slow")
    @Test
    void firstAccepted_anyCap_closedForm() {
        double t = 0.9;
        double f = 0.2;
        double a = P * t + (1 - P) * f;
        SyntheticWorld world = world(1, Verifiers.outcome(Verifier.of(t, f)));
        for (int n : new int[] {1, 2, 3, 5, 15}) {
            double none = Math.pow(1 - a, n);
            for (boolean capped : new boolean[] {false, true}) {
                Map<String, ?> parameters =
                        capped ? Map.of("cap", n, "fallback", "abstain") : Map.of("fallback", "abstain");
                Strategy strategy = new Entrant(new FirstAcceptedProvider(), parameters).strategy();
                List<Outcome> outcomes = play(world, strategy, capped ? 64 : n, TRIALS);
                FalseAlarm.assertProportion(
                        "right, N = " + n, P * t / a * (1 - none), correct(outcomes), TRIALS, FALSE_ALARM);
                long abstained = outcomes.stream()
                        .filter(outcome -> outcome.grade() == Grade.ABSTAINED)
                        .count();
                FalseAlarm.assertProportion("none, N = " + n, none, abstained, TRIALS, FALSE_ALARM);
                double draws = outcomes.stream()
                        .mapToLong(outcome -> outcome.spent()[Resource.VERIFIER_CALLS.ordinal()])
                        .average()
                        .orElseThrow();
                // The number of draws is between 1 and N, and its deviation at most that of the uncapped one, below
                // 1/a.
                double stdError = Math.min(n - 1.0, 1 / a) / Math.sqrt(TRIALS);
                FalseAlarm.assertMean("draws, N = " + n, (1 - none) / a, draws, stdError + 1e-9, FALSE_ALARM);
            }
            Strategy last = new Entrant(new FirstAcceptedProvider(), Map.of()).strategy();
            double right = P * t / a * (1 - none) + P * (1 - t) * Math.pow(1 - a, n - 1.0);
            long correct = correct(play(world, last, n, TRIALS));
            FalseAlarm.assertProportion("last, N = " + n, right, correct, TRIALS, FALSE_ALARM);
            assertThrows(
                    AssertionError.class,
                    () -> FalseAlarm.assertProportion("five points more", right + 0.05, correct, TRIALS, FALSE_ALARM));
        }
    }

    /** N candidates of which the best is right: ∫ N·p·φ(x − d)·F(x)^(N−1) dx with F the scores' distribution function. */
    private static double bestOfN(double d, int n) {
        NormalDistribution standard = NormalDistribution.of(0, 1);
        double width = 1e-3;
        double sum = 0;
        for (double x = -10; x < 20; x += width) {
            double below = P * standard.cumulativeProbability(x - d) + (1 - P) * standard.cumulativeProbability(x);
            sum += n * P * standard.density(x - d) * Math.pow(below, n - 1) * width;
        }
        return sum;
    }

    /** m calls on noise of the call alone are one call with d·√m; with a candidate's share c the noise has c + (1 − c)/m left. */
    @Tag("slow")
    @Test
    void repeatedVerification_callNoise_helpsAsItsMeanSays() {
        for (double candidate : new double[] {0, 0.5}) {
            SyntheticWorld world =
                    world(1, Verifiers.outcome(Verifier.of(1).with(new NoiseShares(0, 0, candidate, 1 - candidate))));
            double once = bestOfN(1, BUDGET);
            for (int m : new int[] {1, 2, 4, 16}) {
                Strategy strategy = new Entrant(new RepeatedVerificationProvider(), Map.of("calls", m)).strategy();
                double expected = bestOfN(1 / Math.sqrt(candidate + (1 - candidate) / m), BUDGET);
                long correct = correct(play(world, strategy, BUDGET, TRIALS));
                FalseAlarm.assertProportion(
                        "candidate %s, m = %d".formatted(candidate, m), expected, correct, TRIALS, FALSE_ALARM);
                if (m == 16) {
                    assertTrue(expected > once + 0.1, "it helps");
                    assertThrows(
                            AssertionError.class,
                            () -> FalseAlarm.assertProportion("one call", once, correct, TRIALS, FALSE_ALARM));
                }
            }
        }
    }

    /** Where equal answers share all noise, sixteen calls select what one call does, trial by trial. */
    @Test
    void repeatedVerification_answerNoise_changesNothing() {
        SyntheticWorld answers = world(1, Verifiers.outcome(Verifier.of(1).with(new NoiseShares(0, 1, 0, 0))));
        assertEquals(committed(answers, 1), committed(answers, 16));
        SyntheticWorld candidates = world(1, Verifiers.outcome(Verifier.of(1)));
        assertEquals(committed(candidates, 1), committed(candidates, 16), "nor where it is the candidate's");
        SyntheticWorld calls = world(1, Verifiers.outcome(Verifier.of(1).with(new NoiseShares(0, 0.5, 0, 0.5))));
        assertThrows(AssertionError.class, () -> assertEquals(committed(calls, 1), committed(calls, 16)));
    }

    private static List<Integer> committed(SyntheticWorld world, int calls) {
        Strategy strategy = new Entrant(new RepeatedVerificationProvider(), Map.of("calls", calls)).strategy();
        return play(world, strategy, BUDGET, TRIALS / 10).stream()
                .map(Outcome::committed)
                .toList();
    }
}

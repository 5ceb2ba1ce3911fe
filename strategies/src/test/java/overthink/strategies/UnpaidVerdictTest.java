package overthink.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import overthink.core.api.Capability;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.reading.ReadingLaw;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.trial.TrialRunner;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.trial.TrialRunner.Outcome;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * A budget that pays for a candidate and not for its verdict: p is 0.9, a candidate costs 10 cents, 10 s or 10<sup>12</sup>
 * FLOPs, a verdict half of that, and the budget is 1.2 candidates. All that can be had is the candidate, so every strategy is
 * right with probability p, as {@code single} is.
 *
 * <p>900 trials each (seed 7): the standard error is 0.01, and an accuracy more than 0.06 off is an alarm, false with a chance
 * of 2·10⁻⁹; with 24 strategies, 2 worlds and 3 resources below 3·10⁻⁷.
 */
class UnpaidVerdictTest {

    private static final double P = 0.9;
    private static final int TRIALS = 900;

    static Stream<StrategyProvider> providers() {
        return ServiceLoader.load(StrategyProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.getClass().getPackageName().startsWith("overthink.strategies."));
    }

    private static SyntheticWorld world(int steps, boolean bool) {
        int tokens = 4000 / steps;
        Verifier verifier = bool ? Verifier.of(0.9, 0.3) : Verifier.of(1);
        return new SyntheticWorld(
                new Problems(new Point(P), 1),
                new Policy(
                                new CountLaw.Constant(steps),
                                0,
                                StepProfile.UNIFORM,
                                new UniformAnswers(3),
                                new CountLaw.Constant(0),
                                new CountLaw.Constant(tokens),
                                new Tariff(1.25e8, new Price(0, 25), new Latency(0, 0.0025, 1)))
                        .with(ChainLaw.FRESH)
                        .with(MergeLaw.FRESH)
                        .with(IdeaLaw.FRESH)
                        .with(ReadingLaw.NOTHING),
                new Verifiers(
                        verifier,
                        verifier,
                        new Judge(Verifier.of(1), 1, 0),
                        1000,
                        new Tariff(2.5e8, new Price(50, 0), new Latency(0, 0.005, 1))));
    }

    private static double accuracy(Strategy strategy, SyntheticWorld world, Resource resource, double budget) {
        TrialRunner runner = new TrialRunner(world, new Budgets(resource, List.of(budget), 64), 7);
        int correct = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            Outcome outcome = runner.run(strategy, 0, trial).get(0);
            correct += outcome.grade() == Grade.CORRECT ? 1 : 0;
        }
        return (double) correct / TRIALS;
    }

    private static void checkAllStrategiesLike(Strategy strategy, boolean bool, String name) {
        Map<Resource, Double> budgets = Map.of(Resource.USD, 0.12, Resource.FLOPS, 1.2e12, Resource.LATENCY, 12.0);
        for (int steps : new int[] {1, 4}) {
            SyntheticWorld world = world(steps, bool);
            budgets.forEach((resource, budget) -> {
                double accuracy = accuracy(strategy, world, resource, budget);
                assertEquals(P, accuracy, 0.06, () -> "%s under %s %s".formatted(name, budget, resource.label()));
            });
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("providers")
    void accuracy_candidatePaidAndNotItsVerdict_isThatOfOneCandidate(StrategyProvider provider) {
        Parameters parameters = Parameters.defaults(provider.parameters());
        boolean bool = provider.needs(parameters).contains(Capability.BOOLEAN_VERIFIER);
        Assumptions.assumeTrue(
                world(1, bool).capabilities().containsAll(provider.needs(parameters)),
                "it needs a world of another kind");
        checkAllStrategiesLike(provider.create(parameters), bool, provider.name());
    }

    /** One that answers only with what was judged is noticed. */
    @Test
    void accuracy_judgedCandidatesAlone_isNoticed() {
        Strategy planted = session -> {
            int candidate = session.generate();
            if (!Double.isNaN(session.verify(candidate))) {
                session.commit(candidate);
            }
        };
        assertThrows(AssertionError.class, () -> checkAllStrategiesLike(planted, false, "planted"));
        assertTrue(providers().count() >= 24);
    }
}

package overthink.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.Distinct;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;
import overthink.core.trial.TrialRunner;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.trial.TrialRunner.Outcome;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.particle.FeynmanKacProvider;
import overthink.strategies.particle.ParallelTemperingProvider;
import overthink.strategies.particle.ParticleFilterProvider;
import overthink.strategies.particle.ParticleGibbsProvider;
import overthink.strategies.search.BeamSearchProvider;
import overthink.strategies.search.DvtsProvider;
import overthink.strategies.search.LookaheadProvider;
import overthink.strategies.search.MctsProvider;
import overthink.strategies.search.RebaseProvider;
import overthink.strategies.search.StepBestOfNProvider;
import overthink.strategies.search.TreeDfsProvider;

/**
 * The two ends of what a verifier can do for every search and particle method: without information a method that
 * returns one of its candidates has the accuracy of a single one, p; with a perfect verifier it is right whenever a
 * candidate that it generated is. Seed 42; problems of p = 0.3 in 4 steps with recovery 0.25.
 *
 * <p>Without information each of fewer than 200 cases fails a correct method with probability 10<sup>−9</sup>, by the
 * exact binomial law of its trials. With d = 12 a wrong solution outscores a right one with probability Φ(−12/√2) &lt;
 * 10<sup>−16</sup>, and fewer than 10<sup>9</sup> pairs are compared.
 */
@Tag("slow")
class VerifierLimitsTest {

    private static final double ACCURACY = 0.3;
    private static final int TRIALS = 10_000;
    private static final double FALSE_ALARM = 1e-9;
    private static final double PERFECT = 12;
    private static final int[] BUDGETS = {1, 2, 5, 16, 64};

    private record Method(StrategyProvider provider, Map<String, ?> parameters) {

        Strategy strategy() {
            return provider.create(Parameters.of(provider.parameters(), parameters));
        }

        @Override
        public String toString() {
            return provider.name() + " " + parameters;
        }
    }

    private static Method method(StrategyProvider provider, Object... parameters) {
        Map<String, Object> values = new TreeMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            values.put((String) parameters[i], parameters[i + 1]);
        }
        return new Method(provider, values);
    }

    /** Methods whose choice is among all the whole candidates that they generate, or nearly always the best of those. */
    private static final List<Method> CHOOSERS = List.of(
            method(new BeamSearchProvider()),
            method(new BeamSearchProvider(), "width", 2),
            method(new BeamSearchProvider(), "variant", "search-and-learn"),
            method(new BeamSearchProvider(), "variant", "search-and-learn", "max-steps", 2, "sort-completed", true),
            method(new BeamSearchProvider(), "variant", "its-hub"),
            method(new BeamSearchProvider(), "variant", "openr"),
            method(new BeamSearchProvider(), "variant", "openr", "width", 2),
            method(new DvtsProvider()),
            method(new DvtsProvider(), "variant", "search-and-learn", "width", 2, "max-steps", 3),
            method(new RebaseProvider()),
            method(new RebaseProvider(), "temperature", 1.0, "truncation", 0.5),
            method(new RebaseProvider(), "arithmetic", "float32"),
            method(new StepBestOfNProvider()),
            method(new StepBestOfNProvider(), "samples", 3),
            method(new LookaheadProvider(), "steps", 0),
            method(new MctsProvider(), "choose", "value"),
            method(new MctsProvider(), "choose", "value", "policy", "puct", "width", 2),
            method(new TreeDfsProvider()),
            method(new ParticleFilterProvider()),
            method(new ParticleFilterProvider(), "resampling", "stratified", "select", "sample"),
            method(new ParticleFilterProvider(), "resampling", "multinomial", "when", "ess"),
            method(new ParticleFilterProvider(), "resampling", "residual", "weights", "incremental"),
            method(new ParticleFilterProvider(), "variant", "its-hub"),
            method(new ParticleFilterProvider(), "variant", "probabilistic-inference-scaling"),
            method(new ParticleGibbsProvider()),
            method(new ParticleGibbsProvider(), "iterations", 3, "references", 2),
            method(new ParallelTemperingProvider()),
            method(new ParallelTemperingProvider(), "score", "process"),
            method(new FeynmanKacProvider()),
            method(new FeynmanKacProvider(), "potential", "max"),
            method(new FeynmanKacProvider(), "potential", "sum", "interval", 1));

    /** Others, which discard candidates, or draw. */
    private static final List<Method> OTHERS = List.of(
            method(new LookaheadProvider()),
            method(new LookaheadProvider(), "steps", 3, "width", 2),
            method(new MctsProvider()),
            method(new MctsProvider(), "policy", "puct", "width", 2),
            method(new MctsProvider(), "evaluate", "rollout"),
            method(new MctsProvider(), "evaluate", "rollout", "rollout-score", "process"),
            method(new ParticleFilterProvider(), "select", "sample", "when", "ess"),
            method(new ParticleFilterProvider(), "variant", "its-hub", "select", "sample"),
            method(new ParticleGibbsProvider(), "variant", "its-hub"),
            method(new ParticleGibbsProvider(), "variant", "probabilistic-inference-scaling"),
            method(new ParticleGibbsProvider(), "select", "sample"),
            method(new ParallelTemperingProvider(), "select", "last"),
            method(new FeynmanKacProvider(), "select", "sample"));

    private static TrialRunner runner(double d, int budget) {
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(ACCURACY), 1),
                new Policy(
                        new CountLaw.Constant(4),
                        0.25,
                        StepProfile.UNIFORM,
                        new Distinct(),
                        new CountLaw.Constant(0),
                        new CountLaw.Constant(1),
                        Tariff.FREE),
                new Verifiers(Verifier.of(d), Verifier.of(d), null, 0, Tariff.FREE));
        return new TrialRunner(world, Budgets.generations(budget), 42);
    }

    @TestFactory
    Stream<DynamicTest> uninformativeVerifier_anyMethod_accuracyOfOne() {
        return Stream.concat(CHOOSERS.stream(), OTHERS.stream())
                .map(method -> DynamicTest.dynamicTest(method.toString(), () -> {
                    for (int budget : BUDGETS) {
                        FalseAlarm.assertProportion(
                                "budget " + budget, ACCURACY, correct(method, 0, budget), TRIALS, FALSE_ALARM);
                    }
                }));
    }

    private static int correct(Method method, double d, int budget) {
        TrialRunner runner = runner(d, budget);
        Strategy strategy = method.strategy();
        int correct = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            correct += runner.run(strategy, 0, trial).get(0).grade() == Grade.CORRECT ? 1 : 0;
        }
        return correct;
    }

    /** The same assertion rejects a verifier that knows something. */
    @Test
    void uninformativeVerifier_someInformation_isNoticed() {
        int correct = correct(CHOOSERS.get(0), 0.5, 16);
        assertThrows(
                AssertionError.class,
                () -> FalseAlarm.assertProportion("informed", ACCURACY, correct, TRIALS, FALSE_ALARM));
    }

    @TestFactory
    Stream<DynamicTest> perfectVerifier_anyChooser_reachesItsCoverage() {
        return CHOOSERS.stream()
                .map(method -> DynamicTest.dynamicTest(method.toString(), () -> {
                    for (int budget : BUDGETS) {
                        assertEquals(0, missed(method, PERFECT, budget), "budget " + budget);
                    }
                }));
    }

    /** In how many trials a right candidate was generated and another answer given. */
    private static int missed(Method method, double d, int budget) {
        TrialRunner runner = runner(d, budget);
        Strategy strategy = method.strategy();
        int missed = 0;
        for (int trial = 0; trial < 1_000; trial++) {
            Outcome outcome = runner.run(strategy, 0, trial).get(0);
            missed += outcome.covered() && outcome.grade() != Grade.CORRECT ? 1 : 0;
        }
        return missed;
    }

    @Test
    void perfectVerifier_goodVerifier_isNoticed() {
        assertThrows(AssertionError.class, () -> assertEquals(0, missed(CHOOSERS.get(0), 2, 16)));
    }
}

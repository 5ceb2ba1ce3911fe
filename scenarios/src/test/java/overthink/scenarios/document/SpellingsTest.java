package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import overthink.core.api.Resource;
import overthink.core.estimate.BinPlan;
import overthink.core.exact.selection.WithinProblemAuc;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.Silence;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.difficulty.Kumaraswamy;
import overthink.core.law.difficulty.Levels;
import overthink.core.law.difficulty.LogitNormal;
import overthink.core.law.difficulty.Mixture;
import overthink.core.law.difficulty.MomentLaws;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Prior;
import overthink.core.law.verifier.ScoreTable;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.world.Policy;
import overthink.core.world.Verifiers;

/** Every law as it is spelt, and the record that it becomes. */
class SpellingsTest {

    private static final NoiseLaw GAUSSIAN = new NoiseLaw.Gaussian();

    @TempDir
    Path folder;

    private Experiment read(String piece, String other) {
        String text = ScenarioText.with(piece, other);
        assertEquals(List.of(), ScenarioText.mistakes(folder, text));
        Scenario scenario = ScenarioText.read(folder, text);
        ScenarioReader reader = new ScenarioReader(Strategies.CATALOG);
        String explained = reader.explain(scenario.file(), List.of());
        Scenario again = ScenarioText.read(folder, explained);
        assertEquals(scenario.digest(), again.digest(), explained);
        assertEquals(scenario.experiment().world(), again.experiment().world(), "the explanation means the same");
        return scenario.experiment();
    }

    static Stream<Arguments> accuracies() {
        Mixture mixture =
                new Mixture(List.of(new Mixture.Part(0.25, new Point(0)), new Mixture.Part(0.75, new Beta(1, 2))));
        return Stream.of(
                arguments("0.25", new Point(0.25)),
                arguments("1", new Point(1)),
                arguments("{point: 0.25}", new Point(0.25)),
                arguments("{beta: {alpha: 0.9, beta: 1.6}}", new Beta(0.9, 1.6, 0, 1)),
                arguments("{beta: {alpha: 0.9, beta: 1.6, low: 0.1, high: 0.8}}", new Beta(0.9, 1.6, 0.1, 0.8)),
                arguments("{kumaraswamy: {a: 0.5, b: 2}}", new Kumaraswamy(0.5, 2)),
                arguments("uniform", new UniformDifficulty(0, 1)),
                arguments("{uniform: {}}", new UniformDifficulty(0, 1)),
                arguments("{uniform: {low: 0.2, high: 0.4}}", new UniformDifficulty(0.2, 0.4)),
                arguments("{logit-normal: {mu: -1, sigma: 1.5}}", new LogitNormal(-1, 1.5)),
                arguments("{logit-normal: {mean: 0.35, sd: 0.27}}", MomentLaws.logitNormal(0.35, 0.27)),
                arguments("{beta: {mean: 0.35, sd: 0.27}}", MomentLaws.beta(0.35, 0.27, 0, 1)),
                arguments("{beta: {mean: 0.35, within: 0.5, low: 0.1}}", MomentLaws.betaWithin(0.35, 0.5, 0.1, 1)),
                arguments(
                        "{mixture: [{weight: 0.25, accuracy: 0}, {weight: 0.75, accuracy: {beta: {alpha: 1, beta:"
                                + " 2}}}]}",
                        mixture),
                arguments(
                        "{levels: {easy: {weight: 0.5, accuracy: 0.9}, hard: {weight: 0.5, accuracy: {uniform: {high:"
                                + " 0.1}}}}}",
                        new Levels(List.of(
                                new Levels.Level("easy", 0.5, new Point(0.9)),
                                new Levels.Level("hard", 0.5, new UniformDifficulty(0, 0.1))))));
    }

    @ParameterizedTest
    @MethodSource("accuracies")
    void accuracy_spelt_isTheLaw(String spelling, Object law) {
        assertEquals(
                law,
                ScenarioText.declared(
                                read("accuracy: 0.3", "accuracy: " + spelling).world())
                        .problems()
                        .law());
    }

    @ParameterizedTest
    @MethodSource
    void wrongAnswers_spelt_isTheLaw(String spelling, Object law) {
        assertEquals(
                law,
                ScenarioText.declared(read("wrong-answers: distinct", "wrong-answers: " + spelling)
                                .world())
                        .policy()
                        .wrongAnswers());
    }

    static Stream<Arguments> wrongAnswers_spelt_isTheLaw() {
        return Stream.of(
                arguments("distinct", new Distinct()),
                arguments("{uniform: {answers: 5}}", new UniformAnswers(5)),
                arguments("{zipf: {answers: 12, exponent: 1.2}}", new Zipf(12, 1.2)),
                arguments("{attractor: {share: 0.4, answers: 6}}", new Attractor(0.4, 6)),
                arguments("{pitman-yor: {discount: 0.2, concentration: 3}}", new PitmanYor(0.2, 3)));
    }

    @Test
    void empirical_spelt_isTheList() {
        Empirical list = new Empirical(0.5, 0.25, 1);
        for (String spelling : List.of("{empirical: [0.5, 0.25, 1]}", "{empirical: {values: [0.5, 0.25, 1.0]}}")) {
            Experiment all = read("count: 10, accuracy: 0.3", "accuracy: " + spelling);
            assertEquals(list, ScenarioText.declared(all.world()).problems().law());
            assertEquals(3, ScenarioText.declared(all.world()).problems().count(), "all of them by default");
            assertEquals(
                    2,
                    ScenarioText.declared(read("count: 10, accuracy: 0.3", "count: 2, accuracy: " + spelling)
                                    .world())
                            .problems()
                            .count());
        }
    }

    @Test
    void policy_spelt_isTheRecord() {
        String spelling = """
            steps: {uniform: {min: 2, max: 4}}
                recovery: 0.25
                profile: {linear: {first: 1, last: 3}}
                prompt-tokens: {log-normal: {median: 200, sigma: 0.5}}
                tokens-per-step: 60
                parameters: 8.0e9
                price: {input: 0.1, output: 0.4}
                latency: {prefill: 0.2, per-token: 0.01, concurrency: 64}
            """;
        Policy policy = ScenarioText.declared(
                        read("policy: {steps: 3, wrong-answers: distinct}", "policy:\n    " + spelling)
                                .world())
                .policy();
        assertEquals(
                new Policy(
                        new CountLaw.UniformCount(2, 4),
                        0.25,
                        new StepProfile.Linear(1, 3),
                        new Distinct(),
                        new CountLaw.LogNormalCount(200, 0.5),
                        new CountLaw.Constant(60),
                        new Tariff(8e9, new Price(0.1, 0.4), new Latency(0.2, 0.01, 64))),
                policy);
    }

    @Test
    void cachedInput_hasAPriceOrNone() {
        assertEquals(new Price(2, OptionalDouble.of(0.5), 8), price("{input: 2, cached: 0.5, output: 8}"));
        assertEquals(new Price(2, 8), price("{input: 2, cached: none, output: 8}"));
        List<String> mistakes =
                ScenarioText.mistakes(folder, ScenarioText.with("steps: 3", "steps: 3, price: {input: 2, cached: 3}"));
        assertEquals(1, mistakes.size(), mistakes::toString);
        assertTrue(
                mistakes.get(0).contains("price.cached: must be at most the price of input, which is 2"),
                mistakes.get(0));
    }

    private Price price(String spelling) {
        return ScenarioText.declared(
                        read("steps: 3", "steps: 3, price: " + spelling).world())
                .policy()
                .tariff()
                .price();
    }

    @Test
    void noAnswer_ofAShareOrALaw_isThatOfWrongCandidates() {
        assertEquals(new Silence.Share(0.2), silence("no-answer: 0.2"));
        assertEquals(new Silence.OverProblems(new Beta(0.5, 3)), silence("no-answer: {beta: {alpha: 0.5, beta: 3}}"));
        assertEquals(Silence.NONE, silence("no-answer: 0"));
    }

    private Silence silence(String spelling) {
        return ScenarioText.declared(read("steps: 3", "steps: 3, " + spelling).world())
                .policy()
                .silence();
    }

    @Test
    void policy_leftOut_isFlat() {
        assertEquals(
                Policy.FLAT,
                ScenarioText.declared(read("  policy: {steps: 3, wrong-answers: distinct}\n", "")
                                .world())
                        .policy());
    }

    @Test
    void profile_ofWord_isUniform() {
        assertEquals(
                StepProfile.UNIFORM,
                ScenarioText.declared(
                                read("steps: 3", "steps: 3, profile: uniform").world())
                        .policy()
                        .profile());
    }

    @Test
    void profile_ofList_isThoseWeights() {
        // StepProfile.Listed is a class without equality, so the worlds are not compared
        Scenario scenario = ScenarioText.read(folder, ScenarioText.with("steps: 3", "steps: 3, profile: [1, 2, 0.5]"));
        assertArrayEquals(
                new double[] {1, 2, 0.5},
                ScenarioText.declared(scenario.experiment().world())
                        .policy()
                        .profile()
                        .weights(3));
    }

    static Stream<Arguments> verifiers() {
        Scoring.Graded graded = Scoring.Graded.of(1.5);
        return Stream.of(
                arguments("{d: 1.5}", Verifier.of(1.5)),
                arguments(
                        "{d: {hard: 0.5, easy: 2}}",
                        verifier(new Scoring.Graded(new Sensitivity(0.5, 2), 0.5, 1, 0), NoiseShares.CANDIDATE)),
                arguments(
                        "{d: {even: 1.5, per-logit: 0.2}, spread: {log-normal: {deviation: 0.4}}}",
                        verifier(Scoring.Graded.of(0), NoiseShares.CANDIDATE)
                                .with(new Sensitivity(
                                        new Sensitivity.Trend.Logit(1.5, 0.2), new Sensitivity.Spread.LogNormal(0.4)))),
                arguments(
                        "{d: 1.5, spread: 0.6}",
                        Verifier.of(1.5).with(Sensitivity.of(1.5).with(new Sensitivity.Spread.Normal(0.6)))),
                arguments(
                        "{d: 1.5, shared: {answer: 0.3, right: {answer: 1}}}",
                        Verifier.of(1.5).with(new NoiseShares(0, 0.3, 0.7, 0)).withGood(new NoiseShares(0, 1, 0, 0))),
                arguments(
                        "{tables: {right: [2, 0, 0], wrong: [-1.5]}, shared: {problem: 0.5}}",
                        verifier(
                                new Scoring.Tabulated(new ScoreTable(0, 0, 2), new ScoreTable(-1.5)),
                                new NoiseShares(0.5, 0, 0.5, 0))),
                arguments("{auc: 0.8}", Verifier.of(Sensitivity.fromAuc(0.8))),
                arguments("{auc: 0.3}", Verifier.of(Sensitivity.fromAuc(0.3))),
                arguments(
                        "{d: -1, prior: problem}",
                        verifier(
                                new Scoring.Graded(Sensitivity.of(-1), new Prior.OfProblem(), 1, 0),
                                NoiseShares.CANDIDATE)),
                arguments("{tpr: 0.2, fpr: 0.9}", Verifier.of(0.2, 0.9)),
                arguments("{tpr: 0.9, fpr: 0.2}", Verifier.of(0.9, 0.2)),
                arguments(
                        "{tpr: 0.9, fpr: 0.2, shared: {answer: 0.3}}",
                        Verifier.of(0.9, 0.2).with(new NoiseShares(0, 0.3, 0.7, 0))),
                arguments(
                        "{d: 1.5, shared: {problem: 0.1, answer: 0.2, call: 0.4}}",
                        verifier(graded, new NoiseShares(0.1, 0.2, 0.3, 0.4))),
                arguments(
                        "{d: 1.5, shared: {problem: 0.1, answer: 0.2, candidate: 0.3, call: 0.4}}",
                        verifier(graded, new NoiseShares(0.1, 0.2, 0.3, 0.4))),
                arguments(
                        "{d: 1.5, prior: 0.3, sharpness: 2, bias: -1, noise: {student-t: {degrees-of-freedom: 3}},"
                                + " hack: {share: 0.01, shift: 6}}",
                        new Verifier(
                                new Scoring.Graded(Sensitivity.of(1.5), 0.3, 2, -1),
                                NoiseShares.CANDIDATE,
                                new NoiseLaw.StudentT(3),
                                0,
                                new Hack(0.01, 6))));
    }

    /** The ends are as stated, and between them d is linear in p: at p = ½ the area is not halfway, .775, but Φ(1.104/√2). */
    @Test
    void auc_ofHardAndEasy_interpolatesTheDistance() {
        Scoring.Graded graded =
                (Scoring.Graded) outcome("{auc: {hard: 0.7, easy: 0.85}}").scoring();
        double middle = (Sensitivity.fromAuc(0.7) + Sensitivity.fromAuc(0.85)) / 2;
        assertEquals(Sensitivity.fromAuc(0.7), graded.sensitivity().at(0), 0.0);
        assertEquals(middle, graded.sensitivity().at(0.5), 1e-15);
        assertEquals(Sensitivity.fromAuc(0.85), graded.sensitivity().at(1), 1e-15);
    }

    /** Under Gaussian noise d = √2·Φ⁻¹(area)·√(1 − the problem's share); the other keys count as they stand. */
    @Test
    void aucWithin_ofAnyNoise_isTheAreaWithin() {
        Scoring.Graded half = (Scoring.Graded) outcome("{auc-within: {hard: 0.3, easy: 0.8}, shared: {problem: 0.5}}")
                .scoring();
        assertEquals(
                Sensitivity.fromAuc(0.3) * Math.sqrt(0.5), half.sensitivity().hard(), 1e-12);
        assertEquals(
                Sensitivity.fromAuc(0.8) * Math.sqrt(0.5), half.sensitivity().easy(), 1e-12);
        Verifier hacked = outcome("{auc-within: 0.75, hack: {share: 0.1, shift: 2}}");
        assertEquals(0.75, new WithinProblemAuc(hacked, 1).at(0.2), 1e-12);
    }

    private Verifier outcome(String spelling) {
        return ScenarioText.declared(
                        read("outcome: {d: 1.5}", "outcome: " + spelling).world())
                .verifiers()
                .outcome();
    }

    private static Verifier verifier(Scoring scoring, NoiseShares shares) {
        return new Verifier(scoring, shares, GAUSSIAN, 0, Hack.NONE);
    }

    @ParameterizedTest
    @MethodSource("verifiers")
    void outcome_spelt_isTheVerifier(String spelling, Verifier verifier) {
        assertEquals(
                verifier,
                ScenarioText.declared(read("outcome: {d: 1.5}", "outcome: " + spelling)
                                .world())
                        .verifiers()
                        .outcome());
    }

    @Test
    void process_spelt_isTheVerifier() {
        Verifiers verifiers = ScenarioText.declared(read(
                                "process: {auc: 0.8}",
                                "process: {d: 1, persistence: 0.5, shared: {problem: 0.25, call: 0.25}}")
                        .world())
                .verifiers();
        assertEquals(
                Verifier.of(1).withPersistence(0.5).with(new NoiseShares(0.25, 0, 0.5, 0.25)), verifiers.process());
    }

    @Test
    void judge_spelt_isTheJudge() {
        Verifiers verifiers = ScenarioText.declared(read(
                                "process: {auc: 0.8}",
                                "process: {auc: 0.8}\n    judge: {d: 2, beta: 1.5, position-bias: 0.25, shared: {answer: 0.5}}")
                        .world())
                .verifiers();
        assertEquals(new Judge(Verifier.of(2).with(new NoiseShares(0, 0.5, 0.5, 0)), 1.5, 0.25), verifiers.judge());
    }

    @Test
    void verifierCosts_spelt_areTheTariff() {
        Verifiers verifiers = ScenarioText.declared(read(
                                "process: {auc: 0.8}",
                                "process: {auc: 0.8}\n    tokens-per-call: 500\n    parameters: 1e9\n    price: {input: 0.2}\n"
                                        + "    latency: {prefill: 0.1}")
                        .world())
                .verifiers();
        assertEquals(500, verifiers.tokensPerCall());
        assertEquals(new Tariff(1e9, new Price(0.2, 0), new Latency(0.1, 0, Integer.MAX_VALUE)), verifiers.tariff());
    }

    @Test
    void verifier_leftOut_isNone() {
        String text = ScenarioText.with("  verifier:\n    outcome: {d: 1.5}\n    process: {auc: 0.8}\n", "")
                .replace("[single, best-of-n, beam-search: {width: 2}]", "[single]");
        assertEquals(
                Verifiers.NONE,
                ScenarioText.declared(
                                ScenarioText.read(folder, text).experiment().world())
                        .verifiers());
    }

    @ParameterizedTest
    @MethodSource
    void bins_spelt_arePlanned(String spelling, BinPlan plan) {
        String levels = "accuracy: {levels: {easy: {weight: 1, accuracy: 0.9}}}";
        String text = ScenarioText.with("accuracy: 0.3", levels) + "bins: " + spelling + "\n";
        assertEquals(plan, ScenarioText.read(folder, text).experiment().bins());
    }

    static Stream<Arguments> bins_spelt_arePlanned() {
        return Stream.of(
                arguments("none", new BinPlan.None()),
                arguments("thresholds", new BinPlan.Thresholds()),
                arguments("levels", new BinPlan.Levels()),
                arguments("{quantiles: 5}", new BinPlan.Quantiles(5)));
    }

    @Test
    void trials_spelt_arePlanned() {
        assertEquals(
                new TrialPlan.Count(5),
                read("trials: {count: 5}", "trials: {count: 5}").trials());
        assertEquals(
                new TrialPlan.Precision(0.01),
                read("trials: {count: 5}", "trials: {precision: 1e-2}").trials());
        assertEquals(
                new TrialPlan.Precision(0.005), read("trials: {count: 5}", "").trials());
    }

    private static final String BUDGETS = "budgets: {values: [1, 2, 4]}";

    /** What stands before the budgets is the verifier. */
    private static final String COSTS =
            "    tokens-per-call: 5\n    price: {input: 1}\n    parameters: 2\n    latency: {prefill: 1}\n";

    @ParameterizedTest
    @MethodSource
    void resource_spelt_isBounded(Resource resource) {
        assertEquals(
                new Budgets(resource, List.of(1.0, 2.0)),
                read(BUDGETS, COSTS + "budgets: {resource: %s, values: [1, 2.0]}".formatted(resource.label()))
                        .budgets());
    }

    static Stream<Resource> resource_spelt_isBounded() {
        return Stream.of(Resource.values());
    }

    @Test
    void latencyBudget_withFraction_isRead() {
        assertEquals(
                List.of(0.5, 1.25),
                read(BUDGETS, COSTS + "budgets: {resource: latency, values: [0.5, 1.25]}")
                        .budgets()
                        .values());
    }

    @Test
    void strategies_spelt_keepWhatWasGivenApart() {
        Experiment experiment = read(
                "[single, best-of-n, beam-search: {width: 2}]", "[tuned: {word: 5, whole: 3}, beam-search, tuned]");
        assertEquals("{whole=3, word=5}", experiment.strategies().get(0).given().toString());
        assertEquals(
                "{whole=3, real=0.25, flag=true, word=5}",
                experiment.strategies().get(0).parameters().toString());
        assertEquals(4, experiment.strategies().get(1).parameters().integer("width"));
        assertTrue(experiment.strategies().get(1).given().isEmpty());
        assertFalse(experiment.strategies().get(2).given().containsKey("word"));
    }

    @Test
    void nameAndSeed_leftOut_areTheFilesNameAnd1() {
        Scenario scenario = ScenarioText.read(folder, ScenarioText.with("name: sample\nseed: 7\n", ""));
        assertEquals("sample", scenario.name());
        assertEquals(1, scenario.seed());
        assertEquals(1, scenario.experiment().seed());
    }

    @Test
    void seed_ofAnyLong_isRead() {
        assertEquals(Long.MIN_VALUE, read("seed: 7", "seed: " + Long.MIN_VALUE).seed());
        assertEquals(Long.MAX_VALUE, read("seed: 7", "seed: " + Long.MAX_VALUE).seed());
    }
}

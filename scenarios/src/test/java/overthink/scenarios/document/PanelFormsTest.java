package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.api.Capability;
import overthink.core.api.Element;
import overthink.core.api.NamedPart;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Variation;
import overthink.core.world.NamedVerifier;
import overthink.core.world.VerifierPanel;
import overthink.core.world.Verifiers;
import overthink.scenarios.plugins.StrategyCatalog;

/** How verifiers by name are written, what goes by level or depth, and what strategies name. */
class PanelFormsTest {

    @TempDir
    Path folder;

    private static String scenario(String verifier, String strategies) {
        return """
                name: panel
                world:
                  problems:
                    count: 4
                    accuracy: {levels: {easy: {weight: 0.5, accuracy: 0.7}, hard: {weight: 0.5, accuracy: 0.1}}}
                  policy: {steps: 3}
                  verifier: %s
                budgets: {values: [4]}
                strategies: %s
                trials: {count: 2}
                """.formatted(verifier, strategies);
    }

    private Verifiers verifiers(String verifier) {
        return ScenarioText.declared(ScenarioText.read(folder, scenario(verifier, "[single]"))
                        .experiment()
                        .world())
                .verifiers();
    }

    private List<String> mistakes(String verifier, String strategies) {
        return ScenarioText.mistakes(folder, scenario(verifier, strategies));
    }

    private static final String TWO = "{outcome: {tests: {tpr: 0.9, fpr: 0.2, tokens-per-call: 0}, ranker: {d: 1}},"
            + " correlation: {ranker~tests: 0.4}, tokens-per-call: 50, price: {input: 2}}";

    @Test
    void outcome_asAMap_isAPanelWithCostsOfItsOwn() {
        VerifierPanel panel = verifiers(TWO).panel();
        assertEquals(List.of("tests", "ranker"), panel.names());
        assertEquals(0.4, panel.correlation().of(0, 1));
        NamedVerifier tests = panel.members().get(0);
        assertEquals(0, tests.tokensPerCall());
        assertEquals(50, panel.members().get(1).tokensPerCall());
        assertEquals(2, tests.tariff().price().input());
        assertEquals(tests.verifier(), verifiers(TWO).outcome());
        assertEquals(VerifierPanel.NONE, verifiers("{outcome: {d: 1}}").panel());
    }

    @Test
    void panel_explained_readsAsItself() {
        String text = ScenarioText.read(folder, scenario(TWO, "[single]")).text();
        assertTrue(text.contains("correlation: {\"ranker~tests\": 0.4}"), text);
        assertEquals(
                verifiers(TWO),
                ScenarioText.declared(
                                ScenarioText.read(folder, text).experiment().world())
                        .verifiers());
    }

    @Test
    void correlations_thatDoNotFit_areRefused() {
        assertMistake(
                mistakes(TWO.replace("ranker~tests", "ranker~test"), "[single]"),
                "there is no verifier test;",
                "Maybe: tests");
        assertMistake(mistakes(TWO.replace("ranker~tests", "tests~tests"), "[single]"), "a verifier goes with itself");
        assertMistake(
                mistakes(TWO.replace("{ranker~tests: 0.4}", "{ranker~tests: 0.4, tests~ranker: 0.2}"), "[single]"),
                "given twice");
        assertMistake(mistakes(TWO.replace("0.4", "1"), "[single]"), "positive definite");
        assertMistake(mistakes("{outcome: {d: 1}, correlation: {a~b: 0.1}}", "[single]"), "is no map of names");
        assertMistake(
                mistakes(TWO.replace("d: 1", "d: 1, noise: {student-t: {degrees-of-freedom: 4}}"), "[single]"),
                "must be gaussian");
    }

    @Test
    void numbers_byLevelAndDepth_areVariations() {
        Verifiers verifiers = verifiers(
                "{outcome: {tpr: {levels: {hard: 0.6, easy: 0.9}}, fpr: 0.1}, process: {d: {first: 0.2, last: 2}}}");
        Scoring.VariedVerdict verdict =
                (Scoring.VariedVerdict) verifiers.outcome().scoring();
        assertEquals(new Variation.Level(List.of("easy", "hard"), List.of(0.9, 0.6)), verdict.tpr());
        assertEquals(
                new Variation.Depth(0.2, 2),
                ((Scoring.VariedGrade) verifiers.process().scoring()).d());
        assertEquals(
                5,
                ((Scoring.VariedGrade) verifiers("{outcome: {d: 1, levels: 5}}")
                                .outcome()
                                .scoring())
                        .values());
        assertTrue(verifiers("{outcome: {tpr: 0.9, fpr: 0.1}}").outcome().scoring() instanceof Scoring.Verdict);
    }

    /** Each level's d is √2·Φ⁻¹ of its area: 1.1902 for .8 and .3583 for .6; within a problem √½ of them with half its noise. */
    @Test
    void areas_byLevelAndDepth_areMadeDistancesOneByOne() {
        String levels = "auc: {levels: {hard: 0.6, easy: 0.8}}";
        Variation.Level distances = (Variation.Level) varied("{outcome: {" + levels + "}}");
        assertEquals(List.of("easy", "hard"), distances.names());
        assertEquals(1.1902, distances.values().get(0), 1e-4);
        assertEquals(0.3583, distances.values().get(1), 1e-4);
        assertEquals(
                distances,
                varied("{outcome: {d: {levels: {easy: %s, hard: %s}}}}"
                        .formatted(Sensitivity.fromAuc(0.8), Sensitivity.fromAuc(0.6))));
        Variation.Level felt = (Variation.Level)
                varied("{outcome: {auc-within: {levels: {hard: 0.6, easy: 0.8}}, shared: {problem: 0.5}}}");
        assertEquals(1.1902 * Math.sqrt(0.5), felt.values().get(0), 1e-4);
        assertEquals(0.3583 * Math.sqrt(0.5), felt.values().get(1), 1e-4);
        assertEquals(
                new Variation.Depth(Sensitivity.fromAuc(0.55), Sensitivity.fromAuc(0.9)),
                ((Scoring.VariedGrade) verifiers("{process: {auc: {first: 0.55, last: 0.9}}}")
                                .process()
                                .scoring())
                        .d());
    }

    private Variation varied(String verifier) {
        return ((Scoring.VariedGrade) verifiers(verifier).outcome().scoring()).d();
    }

    @Test
    void areas_byLevel_areExplainedAsTheyAreStated() {
        String stated = "{outcome: {auc: {levels: {hard: 0.6, easy: 0.8}}}}";
        String text = ScenarioText.read(folder, scenario(stated, "[single]")).text();
        assertTrue(text.contains("auc: {levels: {hard: 0.6, easy: 0.8}}"), text);
    }

    @Test
    void areas_thatDoNotFit_areRefused() {
        assertMistake(
                mistakes("{outcome: {auc: {levels: {easy: 0.8, hard: 1}}}}", "[single]"),
                ":7: world.verifier.outcome.auc.levels.hard: must be a number between 1e-9 and 0.999999999, not 1");
        assertMistake(
                mistakes("{outcome: {auc: {levels: {easy: 0.8, hard: 0.6}}, d: 1}}", "[single]"),
                "not d, auc together");
        assertMistake(
                mistakes("{outcome: {auc: {levels: {easy: 0.8, hrd: 0.6}}}}", "[single]"),
                "goes by the levels easy, hrd, and problems have the levels easy, hard");
        assertMistake(mistakes("{outcome: {auc: {level: {easy: 0.8}}}}", "[single]"), "Maybe: levels");
        assertMistake(mistakes("{outcome: {auc: {first: 0.6, last: 0.8}}}", "[single]"), "for a process verifier");
        assertMistake(
                mistakes("{judge: {auc: {levels: {easy: 0.8, hard: 0.6}}}}", "[single]"),
                "a judge's auc goes by difficulty alone: a number or {hard, easy}");
    }

    @Test
    void numbers_thatDoNotFit_areRefused() {
        assertMistake(
                mistakes("{outcome: {d: {levels: {easy: 1, hrd: 2}}}}", "[single]"),
                "goes by the levels easy, hrd, and problems have the levels easy, hard");
        assertMistake(mistakes("{outcome: {d: {first: 1, last: 2}}}", "[single]"), "for a process verifier");
        assertMistake(mistakes("{judge: {d: {levels: {easy: 1, hard: 2}}}}", "[single]"), "a judge's d");
        assertMistake(
                mistakes("{outcome: {tpr: {even: 0.9, per-logit: 0.1}, fpr: 0.1}}", "[single]"),
                "tpr must stay within 0 and 1 on every difficulty");
        assertMistake(mistakes("{outcome: {d: 1, levels: 1}}", "[single]"), "between 2 and 1000");
    }

    /** A strategy whose stages name verifiers. */
    private static final class Staged implements StrategyProvider {

        @Override
        public String name() {
            return "staged";
        }

        @Override
        public String summary() {
            return "Names verifiers.";
        }

        @Override
        public List<ParameterSpec> parameters() {
            ParameterSpec verifier = ParameterSpec.name("verifier", NamedPart.FIRST, "Who is asked");
            return List.of(ParameterSpec.list(
                    "stages",
                    List.of(Element.of("vote")),
                    1,
                    3,
                    List.of(
                            new ParameterSpec.Item("filter", List.of(verifier), "Asks"),
                            new ParameterSpec.Item("vote", List.of(), "Asks nobody")),
                    "What is done"));
        }

        @Override
        public Strategy create(Parameters parameters) {
            return session -> {};
        }

        @Override
        public List<NamedPart> names(Parameters parameters) {
            return parameters.elements("stages").stream()
                    .filter(element -> element.name().equals("filter"))
                    .map(element -> new NamedPart(
                            NamedPart.Part.VERIFIER,
                            element.values()
                                    .getOrDefault("verifier", NamedPart.FIRST)
                                    .toString(),
                            Set.of(Capability.BOOLEAN_VERIFIER)))
                    .toList();
        }
    }

    private List<String> stagedMistakes(String verifier) {
        String text = scenario(TWO, """

                  - staged:
                      stages:
                        - vote
                        - filter: {verifier: %s}
                """.formatted(verifier));
        try {
            new ScenarioReader(StrategyCatalog.of(List.of(new Staged())))
                    .read(ScenarioText.write(folder, text), List.of());
            return List.of();
        } catch (InvalidScenarioException e) {
            return e.diagnostics().stream().map(Object::toString).toList();
        }
    }

    /** The line is that of the name. */
    @Test
    void strategy_thatNamesWhatTheWorldHasNot_isRefusedAtTheName() {
        assertMistake(stagedMistakes("tsts"), ":13:", "there is no verifier tsts; there are: tests, ranker");
        assertMistake(stagedMistakes("ranker"), ":13:", "ranker must be a Boolean outcome verifier");
        assertMistake(stagedMistakes("Tests"), ":13:", "must be a name of lower-case words");
        assertEquals(List.of(), stagedMistakes("tests"));
        assertEquals(List.of(), stagedMistakes("first"));
    }

    private static void assertMistake(List<String> mistakes, String... parts) {
        assertEquals(1, mistakes.size(), mistakes.toString());
        for (String part : parts) {
            assertTrue(mistakes.get(0).contains(part), mistakes.toString());
        }
    }
}

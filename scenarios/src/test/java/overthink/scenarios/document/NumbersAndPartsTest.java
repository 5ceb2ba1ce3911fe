package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.plugins.StrategyCatalog;

/** Worlds whose quality is a number, or whose problems are made of parts, as they are written: what is wrong is found with its line. */
class NumbersAndPartsTest {

    @TempDir
    private Path folder;

    private List<String> mistakes(String problems, String verifier, String rest) {
        Path file = ScenarioText.write(folder, """
                world:
                  problems: %s
                  verifier: %s
                budgets: {values: [1, 4]}
                %s
                """.formatted(problems, verifier, rest));
        try {
            new ScenarioReader(StrategyCatalog.load(List.of())).read(file, List.of());
            return List.of();
        } catch (InvalidScenarioException e) {
            return e.diagnostics().stream().map(Object::toString).toList();
        }
    }

    private void refused(String problems, String verifier, String rest, String... messages) {
        List<String> found = mistakes(problems, verifier, rest);
        assertEquals(messages.length, found.size(), found.toString());
        for (int i = 0; i < messages.length; i++) {
            assertTrue(found.get(i).contains(messages[i]), found.get(i) + " lacks " + messages[i]);
        }
    }

    @Test
    void quality_asWritten_isRead() {
        assertEquals(
                List.of(),
                mistakes(
                        "{count: 3, quality: {attributes: {a: {weight: 2}, b: {mean: 1}}, correlation: {a~b: 0.4}}, right-from: 1}",
                        "{outcome: {one: {correlation: 0.5}, other: {correlation: 0.5, sees: {a: 1, b: -1}}}}",
                        "strategies: [best-of-n, verifier-ensemble]\nbins: thresholds\nutility: {correct: 1}"));
        assertEquals(
                List.of(),
                mistakes(
                        "{count: 3, quality: {mixture: [{weight: 1}, {weight: 2, mean: 3, deviation: 0.5}]}}",
                        "{process: {correlation: 0.5, shared: {problem: 0.2}, persistence: 0.5}}",
                        "strategies: [beam-search: {width: 1}]\nexpect: [{strategy: beam-search, quality: {above: -9}}]"));
    }

    @Test
    void correlations_thatCannotBe_areRefused() {
        String three = "{count: 3, quality: {attributes: {a: {}, b: {}, c: {}}, correlation: {%s}}}";
        String strategies = "strategies: [single]";
        refused(three.formatted("a~b: 0.9, a~c: 0.9, b~c: 0.2"), "{}", strategies, "not positive definite");
        refused(three.formatted("a~d: 0.9"), "{}", strategies, "must name two attributes of a, b, c");
        refused(three.formatted("a~b: 0.9, b~a: 0.9"), "{}", strategies, "says again what a~b says");
        refused(
                three.formatted(""),
                "{outcome: {correlation: 0.5, sees: d}}",
                strategies,
                "a verifier cannot see d; attributes are a, b, c");
    }

    @Test
    void whatIsOfRightAndWrong_isRefused_whereNothingIs() {
        refused(
                "{count: 3, quality: normal}",
                "{outcome: {correlation: 0.5}}",
                """
                strategies: [best-of-n, majority-vote]
                bins: thresholds
                utility: {correct: 1}
                expect: [{strategy: best-of-n, coverage: {above: 0.2}}]""",
                "no two candidates give the same answer",
                "bins go by the chance of a right candidate",
                "a utility is of right and wrong answers",
                "there is no coverage");
        refused(
                "{count: 3, accuracy: {point: 0.5}}",
                "{}",
                "strategies: [single, zero-order-search, atoms]\nexpect: [{strategy: single, quality: {above: 0}}]",
                "an outcome verifier",
                "which world.problems.parts would make of this one",
                "there is no quality");
    }

    @Test
    void attributesOfExpectations_mustBeThoseOfTheWorld() {
        String two = "{count: 3, quality: {attributes: {beauty: {}, fit: {}}}}";
        String verifier = "{outcome: {correlation: 0.5}}";
        String expected = "strategies: [best-of-n]\nexpect: [{strategy: best-of-n, attributes: {%s: {above: 0.1}}}]";
        assertEquals(List.of(), mistakes(two, verifier, expected.formatted("fit")));
        refused(
                two,
                verifier,
                expected.formatted("beuty"),
                ":6: expect[0]: attributes.beuty: there is no attribute beuty; there are: beauty, fit. Maybe: beauty");
        String several =
                "attributes.fit: a quality has several numbers where world.problems.quality.attributes names them";
        refused("{count: 3, quality: normal}", verifier, expected.formatted("fit"), several);
        refused("{count: 3, accuracy: {point: 0.5}}", "{outcome: {d: 1}}", expected.formatted("fit"), several);
        refused(
                two,
                verifier,
                expected.formatted("fit").replace("{fit: {above: 0.1}}", "{}"),
                "a mapping of 1 to 8 attributes");
    }

    @Test
    void parts_asWritten_areReadOrRefused() {
        String problems = "{count: 3, parts: {count: 5, dependence: %s}, accuracy: {uniform: {low: 0.2, high: 0.9}}}";
        for (String dependence : List.of("none", "chain", "{tree: {branching: 2}}")) {
            assertEquals(
                    List.of(),
                    mistakes(
                            problems.formatted(dependence),
                            "{process: {d: 1}}",
                            "strategies: [solve-parts, solve-parts: {select: best}, atoms]"));
        }
        refused(problems.formatted("chian"), "{}", "strategies: [atoms]", "Maybe: chain");
        refused(
                problems.formatted("chain"),
                "{process: {d: 1, noise: {student-t: {degrees-of-freedom: 3}}}}",
                "strategies: [atoms]",
                "a verifier of parts has gaussian noise");
    }
}

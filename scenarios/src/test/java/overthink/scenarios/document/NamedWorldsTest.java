package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.Zipf;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.model.SyntheticWorld;
import overthink.scenarios.document.named.NamedWorlds;

/** Worlds that scenarios call by name. */
class NamedWorldsTest {

    @TempDir
    private Path folder;

    static List<String> names() {
        return NamedWorlds.NAMES;
    }

    private Scenario read(String world, String... overrides) {
        try {
            Path file = Files.writeString(
                    folder.resolve("scenario.yaml"),
                    "world: %s\nbudgets: {values: [1, 4]}\nstrategies: [single]\ntrials: {count: 2}\n"
                            .formatted(world));
            return new ScenarioReader(Strategies.CATALOG).read(file, List.of(overrides));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SyntheticWorld world(String world, String... overrides) {
        return ScenarioText.declared(read(world, overrides).experiment().world());
    }

    @ParameterizedTest
    @MethodSource("names")
    void world_ofEveryName_isReadAndSaysWhereItComesFrom(String name) {
        assertTrue(world("{like: %s}".formatted(name)).size() >= 100);
        List<String> about = NamedWorlds.about(name);
        assertTrue(about.get(0).startsWith("A world fitted to "), about.get(0));
        assertEquals(
                1, about.stream().filter(line -> line.startsWith("Source: ")).count());
        assertEquals(
                1,
                about.stream()
                        .filter(line -> line.startsWith("Made by: overthink fit "))
                        .count());
        assertEquals(
                1, about.stream().filter(line -> line.startsWith("Verdict: ")).count());
    }

    @Test
    void names_areThoseOfTheResources() throws IOException {
        Path here = Path.of("src", "main", "resources", "overthink", "scenarios", "document", "named");
        try (var files = Files.list(here)) {
            assertEquals(
                    NamedWorlds.NAMES,
                    files.map(file -> file.getFileName().toString())
                            .map(file -> file.substring(0, file.length() - ".yaml".length()))
                            .sorted()
                            .toList());
        }
        assertThrows(IllegalArgumentException.class, () -> NamedWorlds.text("none"));
    }

    @Test
    void keys_besideLike_takeThePlaceOfTheNamedOnes() {
        SyntheticWorld named = world("{like: codegen-16b-humaneval}");
        assertInstanceOf(PitmanYor.class, named.policy().wrongAnswers());
        SyntheticWorld other = world("{like: codegen-16b-humaneval, problems: {count: 7},"
                + " policy: {wrong-answers: {zipf: {answers: 4, exponent: 1}}}}");
        assertEquals(7, other.size());
        assertEquals(named.problems().law(), other.problems().law());
        assertEquals(new Zipf(4, 1), other.policy().wrongAnswers());
        assertEquals(named.verifiers(), other.verifiers());
        assertEquals(
                9,
                world("{like: codegen-16b-humaneval}", "world.problems.count=9").size());
    }

    @Test
    void verifier_toldInAnotherWay_replacesTheNamedOne() {
        SyntheticWorld other = world("{like: codegen-16b-humaneval, verifier: {outcome: {d: 2}, tokens-per-call: 5}}");
        Scoring.Graded graded = assertInstanceOf(
                Scoring.Graded.class, other.verifiers().outcome().scoring());
        assertEquals(Sensitivity.of(2), graded.sensitivity());
        assertEquals(5, other.verifiers().tokensPerCall());
        SyntheticWorld shares = world("{like: codegen-16b-humaneval, verifier: {outcome: {shared: {answer: 0.5}}}}");
        assertEquals(0.5, shares.verifiers().outcome().shares().answer());
        assertInstanceOf(Scoring.Tabulated.class, shares.verifiers().outcome().scoring());
        assertNull(world("{like: codegen-16b-humaneval, verifier: {outcome: none}}")
                .verifiers()
                .outcome());
    }

    @Test
    void mistakes_inNamesAndKeys_areReportedWithTheirPlace() {
        InvalidScenarioException unknown =
                assertThrows(InvalidScenarioException.class, () -> read("{like: llama-8b-math50}"));
        String said = unknown.diagnostics().get(0).toString();
        assertTrue(said.contains("scenario.yaml:1"), said);
        assertTrue(said.contains("Maybe: llama-8b-math500") || said.contains("llama-8b-math500"), said);
        InvalidScenarioException key = assertThrows(
                InvalidScenarioException.class, () -> read("{like: llama-8b-math500, policy: {stepps: 3}}"));
        assertTrue(
                key.diagnostics().get(0).toString().contains("scenario.yaml:1"),
                key.diagnostics().toString());
        assertTrue(
                key.diagnostics().get(0).toString().contains("stepps"),
                key.diagnostics().toString());
    }
}

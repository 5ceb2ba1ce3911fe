package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario file can have wrong, and what is said about it. */
class BadInputTest {

    @TempDir
    Path folder;

    @Test
    void sample_asItIs_isValid() {
        assertEquals(List.of(), ScenarioText.mistakes(folder, ScenarioText.VALID));
    }

    /** Each line of the file: a piece of the sample, what stands there instead, the one message. */
    @ParameterizedTest
    @CsvFileSource(resources = "bad-input.txt", delimiter = '|', quoteCharacter = '`')
    void file_withOneMistake_hasThatOneMessage(String piece, String other, String message) {
        String text = ScenarioText.with(piece, other == null ? "" : other);
        assertEquals(List.of(message), ScenarioText.mistakes(folder, text), text);
    }

    @Test
    void file_withManyMistakes_namesAllInTheOrderOfTheFile() {
        String text = """
            nmae: sample
            seed: 42.7
            world:
              problems:
                acuracy: 0.3
                count: -1
              policy:
                recovery: 2
              verifier:
                outcome: {d: often}
            budgets:
              values: [4, 2]
            strategies:
              - single
              - bset-of-n
              - single
            bins: quartiles
            """;
        assertEquals(
                List.of(
                        "sample.yaml:1: nmae: there is no such key here; keys are allocation, bins, budgets, cases, claim, expect, learning, measures, method, name, round, seed,"
                                + " strategies, sweep, trials, utility, world. Maybe: name",
                        "sample.yaml:2: seed: must be a whole number between -9223372036854775808 and 9223372036854775807, not 42.7",
                        "sample.yaml:5: world.problems.acuracy: there is no such key here; keys are accuracy, count, spread."
                                + " Maybe: accuracy",
                        "sample.yaml:6: world.problems.count: must be a whole number between 1 and 1000000, not -1",
                        "sample.yaml:8: world.policy.recovery: must be a number between 0 and 1, not 2",
                        "sample.yaml:10: world.verifier.outcome.d: must be a number between -100 and 100, or a mapping with"
                                + " hard with easy or even with per-logit or levels or first with last, not often",
                        "sample.yaml:12: budgets.values[1]: must be above the budget before it, which is 4, not 2",
                        "sample.yaml:15: strategies[1]: there is no strategy bset-of-n. Maybe best-of-n. There are: beam-search,"
                                + " best-of-n, first-accepted, fussy, knockout, single, tuned; --plugins DIR loads others",
                        "sample.yaml:17: bins: must be one of none, thresholds, levels, quantiles, not quartiles."
                                + " Maybe: quantiles"),
                ScenarioText.mistakes(folder, text));
    }

    @Test
    void file_missing_isNamed() {
        assertEquals(
                List.of("nothing.yaml: there is no such file"),
                ScenarioText.mistakes(folder, folder.resolve("nothing.yaml")));
    }

    @Test
    void file_thatIsDirectory_isNamed() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("d"));
        assertEquals(List.of("d: this is a directory; a scenario is a file"), ScenarioText.mistakes(folder, directory));
    }

    @ParameterizedTest
    @CsvSource(textBlock = "'', '\n\n', '# a comment\n'")
    void file_withNothingInIt_isRefused(String text) {
        assertEquals(List.of("sample.yaml:1: there is nothing in it"), ScenarioText.mistakes(folder, text));
    }

    @Test
    void file_notUtf8_isRefusedWithItsLine() throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, "name: x\nseed: é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                List.of("latin.yaml:2: the file must be UTF-8; the byte 0xE9 here is not"),
                ScenarioText.mistakes(folder, file));
    }

    @Test
    void file_withControlCharacter_isRefusedWithItsLine() {
        assertEquals(
                List.of("sample.yaml:2: the character U+0007 is not allowed in YAML"),
                ScenarioText.mistakes(folder, "name: x\nseed: \u0007\n"));
    }

    @Test
    void file_thatIsNoMapping_isRefused() {
        assertEquals(
                List.of(
                        "sample.yaml:1: must be a mapping with the keys allocation, bins, budgets, cases, claim, expect, learning, measures, method, name, round, seed,"
                                + " strategies, sweep, trials, utility, world, not a list"),
                ScenarioText.mistakes(folder, "[1, 2]\n"));
    }

    @Test
    void file_tooLarge_isRefused() {
        assertEquals(
                List.of("sample.yaml: a scenario has at most 1000000 bytes"),
                ScenarioText.mistakes(folder, "#".repeat(TextFile.LARGEST + 1)));
    }

    /** Ten anchors of nine aliases each stand for 9^10 values; nothing of that is ever built. */
    @Test
    void anchors_thatExplode_areRefused() {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i <= 10; i++) {
            int last = i - 1;
            String aliases = IntStream.range(0, 9).mapToObj(k -> "*a" + last).collect(Collectors.joining(", "));
            text.append("a%d: &a%d [%s]\n".formatted(i, i, aliases));
        }
        List<String> mistakes = ScenarioText.mistakes(folder, text.toString());
        assertEquals(1, mistakes.size());
        assertTrue(mistakes.get(0).endsWith("aliases stand for more than 10000 values"), mistakes.get(0));
        assertTrue(mistakes.get(0).startsWith("sample.yaml:5: a4"), mistakes.get(0));
    }

    @Test
    void anchor_usedSensibly_isRead() {
        String text = ScenarioText.with("d: 1.5", "d: &d 1.5").replace("auc: 0.8", "d: *d");
        assertEquals(List.of(), ScenarioText.mistakes(folder, text));
    }

    @Test
    void anchor_insideItself_isRefused() {
        assertEquals(
                List.of("sample.yaml:1: world[0]: no value was named &w before"),
                ScenarioText.mistakes(folder, "world: &w [*w]\n"));
    }

    @Test
    void nesting_tooDeep_isRefused() {
        List<String> mistakes = ScenarioText.mistakes(folder, "world: " + "[".repeat(100_000));
        assertEquals(1, mistakes.size());
        assertTrue(mistakes.get(0).endsWith("values are nested more than 64 deep"), mistakes.get(0));
    }

    @Test
    void mistakes_beyondHundred_areCounted() {
        String values = "x, ".repeat(150) + "x";
        List<String> mistakes = ScenarioText.mistakes(
                folder, ScenarioText.with("accuracy: 0.3", "accuracy: {empirical: [%s]}".formatted(values)));
        assertEquals(101, mistakes.size());
        assertEquals("sample.yaml: there are 51 mistakes more", mistakes.get(100));
    }

    @Test
    void diagnostic_ofMistake_holdsItsParts() {
        Path file = ScenarioText.write(folder, ScenarioText.with("width: 2", "width: 0"));
        InvalidScenarioException refusal = assertThrows(
                InvalidScenarioException.class, () -> new ScenarioReader(Strategies.CATALOG).read(file, List.of()));
        assertEquals(
                List.of(new Diagnostic(
                        file.toString(),
                        10,
                        54,
                        "strategies[2].beam-search.width",
                        "0",
                        "must be a whole number between 1 and 1024",
                        "")),
                refusal.diagnostics());
    }
}

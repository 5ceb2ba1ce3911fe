package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.api.Resource;
import overthink.core.estimate.Utility;
import overthink.scenarios.plugins.StrategyCatalog;

/** The scenarios that ship, and the published schema. */
class ScenarioFilesTest {

    private static final StrategyCatalog SHIPPED = StrategyCatalog.load(List.of());
    private static final Schema SCHEMA = schema(SHIPPED);
    private static final Schema SAMPLE_SCHEMA = schema(Strategies.CATALOG);

    @TempDir
    Path folder;

    private static Schema schema(StrategyCatalog catalog) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ScenarioReader.schema(catalog), InputFormat.JSON);
    }

    private static List<com.networknt.schema.Error> validate(Schema schema, String yaml) {
        return schema.validate(yaml, InputFormat.YAML);
    }

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("basedir", ".")))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> literature() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("basedir", "."), "literature"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("literature")
    void literature_file_looksAtAClaimThatCanFail(Path file) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.startsWith("# ") && text.replace("\n# ", " ").contains("Look at "), text);
        assertEquals(List.of(), validate(SCHEMA, text));
        Scenario scenario = new ScenarioReader(SHIPPED).read(file, List.of());
        assertEquals(file.getFileName().toString(), scenario.name() + ".yaml");
        assertFalse(
                Files.exists(file.resolveSibling("..").resolve(file.getFileName())),
                "a scenario of another kind has its name");
        assertTrue(scenario.claim().isPresent(), "it has the key claim");
        assertFalse(scenario.expectations().isEmpty());
        assertTrue(
                scenario.expectations().stream()
                        .anyMatch(expectation -> !expectation.published().isEmpty()),
                "what was published stands beside what is expected");
    }

    @Test
    void shipped_files_areThere() throws IOException {
        List<String> names =
                shipped().stream().map(file -> file.getFileName().toString()).toList();
        assertTrue(names.contains("quickstart.yaml"), () -> "found " + names);
        for (String strategy : SHIPPED.names()) {
            assertTrue(names.contains(strategy + ".yaml"), () -> "a scenario shows " + strategy);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shipped_file_isReadAndNamedAfterItself(Path file) {
        Scenario scenario = new ScenarioReader(SHIPPED).read(file, List.of());
        assertEquals(file.getFileName().toString(), scenario.name() + ".yaml");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shipped_file_startsWithWhatToLookFor(Path file) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.startsWith("# ") && text.contains("Look "), text);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shipped_file_meetsTheSchema(Path file) throws IOException {
        assertEquals(List.of(), validate(SCHEMA, Files.readString(file)));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void explanation_readBack_isTheSameAndMeetsTheSchema(Path file) throws IOException {
        ScenarioReader reader = new ScenarioReader(SHIPPED);
        Scenario scenario = reader.read(file, List.of());
        String explained = reader.explain(file, List.of());
        Path copy = Files.writeString(folder.resolve("explained.yaml"), explained);
        Path recording = file.resolveSibling("recorded-candidates.csv");
        Files.copy(recording, folder.resolve(recording.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        Scenario again = reader.read(copy, List.of());
        assertEquals(scenario.digest(), again.digest());
        assertEquals(scenario.name(), again.name());
        assertEquals(scenario.experiment().world(), again.experiment().world());
        assertEquals(explained, reader.explain(copy, List.of()));
        assertEquals(List.of(), validate(SCHEMA, explained));
    }

    @Test
    void explanation_ofShortestScenario_hidesNoDefault() {
        String text = """
            world: {problems: {count: 10, accuracy: 0.3}}
            budgets: {values: [1, 2]}
            strategies: [single, tuned]
            """;
        assertEquals("""
            name: sample
            seed: 1
            world:
              problems:
                count: 10
                spread: random
                accuracy: {point: 0.3}
              policy:
                steps: 1
                recovery: 0
                profile: uniform
                wrong-answers: distinct
                prompt-tokens: 0
                tokens-per-step: 1
                parameters: 0
                price: {input: 0, cached: none, output: 0}
                latency: {prefill: 0, per-token: 0, concurrency: unlimited}
              verifier:
                outcome: none
                process: none
                judge: none
                tokens-per-call: 0
                parameters: 0
                price: {input: 0}
                latency: {prefill: 0, per-token: 0, concurrency: unlimited}
            budgets:
              resource: generations
              values: [1, 2]
              generations: 1024
            strategies:
              - single
              - tuned: {whole: 2, real: 0.25, flag: true, word: on}
            trials: {precision: 0.005}
            method: auto
            bins: none
            utility: none
            measures: none
            allocation: none
            expect: []
            """, new ScenarioReader(Strategies.CATALOG).explain(ScenarioText.write(folder, text), List.of()));
    }

    @Test
    void explanation_ofVerifiers_saysWhatSelectionFeels() {
        String text = """
            world:
              problems: {count: 10, accuracy: 0.3}
              verifier:
                outcome: {auc-within: 0.8, shared: {problem: 0.5}, prior: problem}
                process: {d: {hard: -1, easy: 2}}
                judge: {auc: 0.8, hack: {share: 0.2, shift: 2}}
            budgets: {values: [1, 2]}
            strategies: [single]
            """;
        Path file = ScenarioText.write(folder, text);
        ScenarioReader reader = new ScenarioReader(Strategies.CATALOG);
        String explained = reader.explain(file, List.of());
        // d = √2·Φ⁻¹(.8)·√.5; Φ(−1/√2) and Φ(2/√2); .8·.8 + .2·Φ((1.1902 − 2)/√2)
        assertTrue(explained.endsWith("""
            # world.verifier.outcome: AUC within a problem 0.800, d 0.842
            # world.verifier.process: AUC within a problem 0.240 at p = 0 to 0.921 at p = 1, d -1.000 at p = 0 to 2.000 at p = 1
            # world.verifier.judge: AUC within a problem 0.697, d 1.190
            # note: world.verifier.process is below chance: within a problem a right candidate scores above a wrong one with probability 0.240 at p = 0 to 0.921 at p = 1; it does not know it, and selection by it does harm
            """), explained);
        assertTrue(explained.contains("outcome:\n      auc-within: 0.8\n"), explained);
        assertTrue(explained.contains("prior: problem\n"), explained);
        assertEquals(List.of(), validate(SAMPLE_SCHEMA, explained));
        assertEquals(
                reader.read(file, List.of()).digest(),
                ScenarioText.read(folder, explained).digest());
    }

    @Test
    void explanation_ofUtility_fillsInWhatIsFreeAndWorthNothing() {
        Path file = ScenarioText.write(
                folder, ScenarioText.with("trials: {count: 5}", "utility: {wrong: -2, per: {tokens: 1e-3}}"));
        ScenarioReader reader = new ScenarioReader(Strategies.CATALOG);
        String explained = reader.explain(file, List.of());
        assertTrue(explained.contains("""
            utility:
              correct: 1
              wrong: -2
              abstained: 0
              per:
                generations: 0
                steps: 0
                tokens: 0.001
                input-tokens: 0
                verifier-calls: 0
                rounds: 0
                latency: 0
                flops: 0
                usd: 0
            """), explained);
        assertEquals(List.of(), validate(SAMPLE_SCHEMA, explained));
        assertEquals(
                Optional.of(new Utility(1, -2, 0, everyResource(Resource.TOKENS, 1e-3))),
                reader.read(file, List.of()).experiment().utility());
        assertEquals(
                Optional.of(new Utility(1, -4, 0, everyResource(Resource.TOKENS, 1e-3))),
                reader.read(file, List.of("utility.wrong=-4")).experiment().utility());
    }

    private static Map<Resource, Double> everyResource(Resource priced, double price) {
        Map<Resource, Double> prices = new EnumMap<>(Resource.class);
        for (Resource resource : Resource.values()) {
            prices.put(resource, resource == priced ? price : 0.0);
        }
        return prices;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "true",
                "null",
                "~",
                "5",
                "0x1F",
                ".5",
                ".inf",
                "a: b",
                "# x",
                "x # y",
                "- a",
                "---",
                "...",
                "a...",
                "'q'",
                "a\"b",
                "a\\b",
                "é",
                " lead",
                "trail ",
                "[x",
                "{y}",
                "*z",
                "&w",
                "!t",
                "|",
                ">",
                "%d",
                "@a",
                "`b",
                ",",
                "?",
                "? x",
                ":",
                "a:",
                "<<",
                "\u2028",
                "\uD83D\uDE00",
                "a/b",
                "/a",
                "a+b"
            })
    void explanation_ofAnyText_readsBack(String name) {
        Path file = ScenarioText.write(folder, ScenarioText.VALID);
        ScenarioReader reader = new ScenarioReader(Strategies.CATALOG);
        String quoted = "name='" + name.replace("'", "''") + "'";
        String explained = reader.explain(file, List.of(quoted));
        assertEquals(name, ScenarioText.read(folder, explained).name(), explained);
        assertEquals(explained, reader.explain(ScenarioText.write(folder, explained), List.of()));
    }

    @Test
    void digest_always_isOfTheMeaning() {
        String digest = ScenarioText.read(folder, ScenarioText.VALID).digest();
        assertEquals("14eb063cb8be8789", digest, "the same on every machine and Java version");
        for (String same : List.of(
                ScenarioText.VALID + "# a comment\n",
                ScenarioText.with("accuracy: 0.3", "accuracy:   {point: 0.30}"),
                ScenarioText.with("seed: 7", "seed: 7.0\nbins: none"),
                ScenarioText.with("d: 1.5", "d: 15e-1, shared: {candidate: 1}"))) {
            assertEquals(digest, ScenarioText.read(folder, same).digest(), same);
        }
        assertFalse(digest.equals(ScenarioText.read(folder, ScenarioText.with("seed: 7", "seed: 8"))
                .digest()));
    }

    @Test
    void schema_ofSample_acceptsIt() {
        assertEquals(List.of(), validate(SAMPLE_SCHEMA, ScenarioText.VALID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accuracy: 0.3 -> acuracy: 0.3",
                "accuracy: 0.3 -> accuracy: 1.5",
                "accuracy: 0.3 -> accuracy: {beta: {alpha: 1}}",
                "accuracy: 0.3 -> accuracy: {beta: {alpha: 1, beta: 1}, point: 1}",
                "accuracy: 0.3 -> accuracy: beta",
                "count: 10 -> count: 42.7",
                "count: 10 -> count: 0",
                "seed: 7 -> seed: seven",
                "seed: 7 -> sed: 7",
                "steps: 3 -> steps: 0",
                "distinct -> distnct",
                "d: 1.5 -> auc-within: 1",
                "d: 1.5 -> d: 1.5, prior: problme",
                "d: 1.5 -> d: 1.5, auc: 0.8",
                "d: 1.5 -> prior: 0.5",
                "d: 1.5 -> tpr: 0.5",
                "[1, 2, 4] -> []",
                "single -> sing",
                "width: 2 -> width: 0",
                "width: 2 -> wide: 2",
                "single -> tuned: {word: of}",
                "trials: {count: 5} -> trials: {cuont: 5}",
                "trials: {count: 5} -> bins: quartiles",
                "trials: {count: 5} -> utility: {wrnog: -1}",
                "trials: {count: 5} -> utility: {correct: 1e10}",
                "trials: {count: 5} -> utility: {per: {dollars: 1}}",
                "trials: {count: 5} -> utility: {per: {tokens: -1}}",
                "trials: {count: 5} -> utility: all",
            })
    void schema_ofBadScenario_rejectsItAsTheReaderDoes(String change) {
        String[] sides = change.split(" -> ", 2);
        String text = ScenarioText.with(sides[0], sides[1]);
        assertFalse(ScenarioText.mistakes(folder, text).isEmpty(), text);
        assertFalse(validate(SAMPLE_SCHEMA, text).isEmpty(), text);
    }

    @Test
    void schema_always_isTheSameText() {
        assertEquals(ScenarioReader.schema(SHIPPED), ScenarioReader.schema(SHIPPED));
    }
}

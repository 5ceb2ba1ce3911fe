package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.plugins.PluginJar;
import overthink.scenarios.recording.table.Table;
import overthink.scenarios.recording.table.Tables;
import overthink.scenarios.results.PointColumns;
import overthink.scenarios.results.machine.CsvWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs that are kept, listed and compared. */
class RunStoreTest {

    private static final String STRATEGIES = "single, best-of-n, majority-vote";

    @TempDir
    private Path temp;

    /** Three runs of one second and two scenarios: three folders, each with all its files and nothing else. */
    @Tag("slow")
    @Test
    void out_always_makesAFolderOfItsOwn() throws IOException {
        Path out = temp.resolve("results");
        String[] command = {"run", "--format", "json", "--out", out.toString(), small("one"), small("t w/o")};
        JsonNode printed = JsonMapper.shared()
                .readTree(Ran.command(command).assertDone().out())
                .get(0);
        Ran.command("run", "--out", out.toString(), small("one")).assertDone();
        List<Path> runs = folders(out);
        assertEquals(3, runs.size());
        for (Path run : runs) {
            assertTrue(
                    run.getFileName().toString().matches("\\d{8}T\\d{6}Z-(one|t-w-o)-[0-9a-f]{8}(-2)?"),
                    run.toString());
            assertEquals(
                    List.of("manifest.json", "problems.csv.gz", "rows.csv", "rows.json", "scenario.yaml"),
                    folders(run).stream()
                            .map(file -> file.getFileName().toString())
                            .toList());
        }
        Path first = runs.stream()
                .filter(run -> run.toString().contains("-one-"))
                .findFirst()
                .orElseThrow();
        JsonNode rows = JsonMapper.shared().readTree(Files.readString(first.resolve("rows.json")));
        assertEquals(1, rows.get("schema").asInt());
        assertEquals(printed.get("rows"), rows.get("rows"));
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(first.resolve("manifest.json")));
        assertEquals("complete", manifest.get("status").asString());
        for (String fact : List.of(
                "schema", "scenario", "digest", "seed", "version", "java", "threads", "date", "cores", "commit")) {
            assertEquals(printed.get("manifest").get(fact), manifest.get(fact), fact);
        }
        assertTrue(manifest.get("command").asString().startsWith("overthink run --format json --out "));
        assertTrue(manifest.get("command").asString().contains(" '" + temp.resolve("t w/o.yaml") + "'"), "quoted");
        assertTrue(manifest.get("date").asString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    }

    /** The scenario kept is what ran, overrides and files elsewhere included: run from its folder it gives the same rows. */
    @Tag("slow")
    @Test
    void out_scenario_runsAgainFromAnywhere() throws IOException {
        Files.writeString(temp.resolve("counts.csv"), "n,c\n10,3\n10,7\n10,0\n");
        Path file = Path.of(small("one"));
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("count: 40", "count: 3")
                        .replace("{beta: {alpha: 0.9, beta: 1.6}}", "{counts: {file: counts.csv}}"));
        Path out = temp.resolve("results");
        Ran.command("run", "--out", out.toString(), "--seed", "7", "--set", "budgets.values=[2]", file.toString())
                .assertDone();
        Path run = folders(out).get(0);
        String again = Ran.command(
                        "run", "--format", "json", run.resolve("scenario.yaml").toString())
                .assertDone()
                .out();
        JsonNode rows = JsonMapper.shared().readTree(Files.readString(run.resolve("rows.json")));
        assertEquals(rows.get("rows").size(), 3);
        assertEquals(rows.get("rows").toString(), withoutParameters(again));
    }

    private static String withoutParameters(String document) {
        return JsonMapper.shared()
                .readTree(document)
                .get("rows")
                .toString()
                .replaceAll("\"parameters\":\\{[^}]+}", "\"parameters\":{}");
    }

    /** Its rows are those of the other files; skipped where there is no DuckDB. */
    @Tag("slow")
    @Test
    void parquet_holdsTheRows() throws IOException {
        Ran.command("run", "--parquet", small("one")).assertRefused("--parquet needs --out DIR");
        Path jar = Path.of(System.getenv()
                .getOrDefault(
                        "OVERTHINK_DUCKDB",
                        System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache")
                                + "/overthink/duckdb_jdbc-1.5.6.0.jar"));
        assumeTrue(Files.isRegularFile(jar), "no DuckDB here");
        Path run = Path.of(kept("a", "--parquet", "--method", "simulated"));
        byte[] bytes = Files.readAllBytes(run.resolve("rows.parquet"));
        assertEquals("PAR1", new String(bytes, 0, 4, StandardCharsets.US_ASCII));
        List<JsonNode> rows = JsonMapper.shared()
                .readTree(Files.readString(run.resolve("rows.json")))
                .get("rows")
                .valueStream()
                .toList();
        try (Table table = Tables.open(run.resolve("rows.parquet"), null)) {
            assertEquals(List.copyOf(CsvWriter.types(PointColumns.NONE).keySet()), table.columns());
            int accuracy = table.columns().indexOf("accuracy");
            int trials = table.columns().indexOf("trials");
            int utility = table.columns().indexOf("utility");
            for (JsonNode row : rows) {
                List<String> cells = table.next();
                assertEquals("one", cells.get(0));
                assertEquals(row.get("accuracy").asDouble(), Double.parseDouble(cells.get(accuracy)));
                assertEquals(row.get("trials").asString(), cells.get(trials));
                assertEquals("", cells.get(utility));
            }
            assertNull(table.next());
        }
    }

    /** The files cannot be written, as the provider makes a directory of their name while its strategy runs. */
    @Tag("slow")
    @Test
    void out_thatFailsAfterTheRun_printsTheRowsAndRunsTheOthers() throws IOException {
        Path out = temp.resolve("results");
        Path plugins = temp.resolve("plugins");
        new PluginJar()
                .strategy(
                        "Saboteur",
                        "saboteur",
                        ("for (java.io.File run : new java.io.File(\"%s\").listFiles())"
                                        + " new java.io.File(run, \"rows.csv/x\").mkdirs();")
                                .formatted(out))
                .build(plugins, "saboteur.jar");
        Ran ran = Ran.command(
                "run",
                "--format",
                "json",
                "--plugins",
                plugins.toString(),
                "--out",
                out.toString(),
                Scenarios.write(temp, "one", "saboteur"),
                small("two"));
        ran.assertFailed(ExitCode.FAILED, "one: the results could not be written to " + out);
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertEquals(2, JsonMapper.shared().readTree(ran.out()).size());
        String list = Ran.command("runs", out.toString()).assertDone().out();
        assertTrue(list.matches("(?s).*-one-\\S+\\s+running.*-two-\\S+\\s+complete.*"), list);
    }

    /** Of runs that begin in one second into one store each has its folder, with rows of its own. */
    @Tag("slow")
    @Test
    void out_severalAtOnce_loseNothing() throws IOException, InterruptedException {
        Path out = temp.resolve("results");
        String file = small("one");
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String seed = Integer.toString(i % 2);
            threads.add(new Thread(() -> Ran.command("run", "--seed", seed, "--out", out.toString(), file)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        List<Path> runs = folders(out);
        assertEquals(4, runs.size());
        for (Path run : runs) {
            assertTrue(Files.readString(run.resolve("manifest.json")).contains("\"status\": \"complete\""));
            assertEquals(10, Files.readAllLines(run.resolve("rows.csv")).size());
        }
    }

    @Test
    void runs_withoutAny_isRefused() throws IOException {
        Ran.command("runs", temp.resolve("none").toString()).assertRefused("there is no directory");
        Ran.command("runs", temp.toString()).assertRefused("there is no run in", "--out");
    }

    @Tag("slow")
    @Test
    void runsAndCompare_forPrograms() throws IOException {
        String one = kept("one");
        String two = kept("two", "--set", "world.verifier.outcome.auc=0.5");
        JsonNode runs = JsonMapper.shared()
                .readTree(Ran.command("runs", temp.resolve("one").toString(), "--format", "json")
                        .assertDone()
                        .out());
        assertEquals(1, runs.get("runs").size());
        assertEquals("complete", runs.get("runs").get(0).get("status").asString());
        assertTrue(runs.get("runs").get(0).get("seed").isNumber());
        assertEquals(one, runs.get("runs").get(0).get("folder").asString());
        List<String> lines = Ran.command("runs", temp.resolve("one").toString(), "--format", "csv")
                .assertDone()
                .out()
                .lines()
                .toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).startsWith("name,folder,status,scenario,digest,seed,"), lines.get(0));
        JsonNode comparison = JsonMapper.shared()
                .readTree(Ran.command("compare", one, two, "--format", "json")
                        .assertDone()
                        .out());
        assertTrue(comparison.get("differs").booleanValue());
        assertEquals(
                "world.verifier.outcome.auc",
                comparison.get("keys").get(0).get("path").asString());
        JsonNode row = comparison.get("rows").get(5);
        assertEquals("best-of-n at 16 generations", row.get("row").asString());
        JsonNode accuracy = row.get("measures").get(0);
        assertEquals("accuracy", accuracy.get("measure").asString());
        assertEquals(
                accuracy.get("second").doubleValue() - accuracy.get("first").doubleValue(),
                accuracy.get("difference").doubleValue());
        assertTrue(accuracy.get("changed").booleanValue());
        assertTrue(Ran.command("compare", one, one, "--format", "csv")
                .assertDone()
                .out()
                .lines()
                .skip(1)
                .allMatch(line -> line.endsWith(",false")));
    }

    @Tag("slow")
    @Test
    void compare_sameRun_findsNothingAndFailsNot() throws IOException {
        String one = kept("a", "--method", "simulated");
        String two = kept("b", "--method", "simulated");
        Ran ran = Ran.command("compare", "--fail-on-change", one, two).assertDone();
        assertTrue(ran.out().contains("The scenarios are the same."), ran.out());
        assertTrue(ran.out().contains("9 rows in both, paired by problem. None differ"), ran.out());
    }

    /** With a worthless verifier best-of-16 loses 30 points: far beyond the error, ±5. The other strategies ask none. */
    @Tag("slow")
    @Test
    void compare_otherVerifier_namesTheKeyAndTheRows() throws IOException {
        for (String method : List.of("simulated", "exact")) {
            String one = kept("a" + method, "--method", method);
            String two = kept("b" + method, "--method", method, "--set", "world.verifier.outcome.auc=0.5");
            Ran ran = Ran.command("compare", "--fail-on-change", one, two);
            assertEquals(ExitCode.UNMET, ran.code(), ran.err());
            assertTrue(ran.out().contains("  world.verifier.outcome.auc: 0.8 -> 0.5\n"), ran.out());
            assertTrue(ran.out().contains("\nbest-of-n at 16 generations\n  accuracy: "), ran.out());
            assertFalse(ran.out().contains("\nmajority-vote at"), ran.out());
            assertFalse(ran.out().contains("\nsingle at"), ran.out());
            Ran.command("compare", one, two).assertDone();
        }
    }

    /** The false alarm has a chance of 5 %; the seeds are fixed, and gave none. */
    @Tag("slow")
    @Test
    void compare_otherSeed_isUnpairedAndWithinTheErrors() throws IOException {
        String one = kept("a", "--method", "simulated");
        String two = kept("b", "--method", "simulated", "--seed", "1");
        Ran ran = Ran.command("compare", one, two).assertDone();
        assertTrue(ran.out().contains("  seed: 42 -> 1\n"), ran.out());
        assertTrue(ran.out().contains("9 rows in both, of different problems, unpaired. None differ"), ran.out());
    }

    @Tag("slow")
    @Test
    void compare_otherBudgets_namesRowsOfOneAlone() throws IOException {
        String one = kept("a");
        String two = kept("b", "--set", "budgets.values=[1, 4]");
        Ran ran = Ran.command("compare", "--fail-on-change", one, two);
        assertEquals(ExitCode.UNMET, ran.code());
        assertTrue(ran.out().contains("only in A: single at 16 generations\n"), ran.out());
        assertTrue(ran.out().contains("6 rows in both, paired by problem. None differ"), ran.out());
    }

    @Tag("slow")
    @Test
    void compare_brokenRuns_areNamed() throws IOException {
        String one = kept("a");
        Ran.command("compare", one, temp.toString()).assertRefused(temp + ": this is not the folder of a run");
        Path manifest = Path.of(kept("b"), "manifest.json");
        String written = Files.readString(manifest);
        Files.writeString(manifest, written.replace("\"schema\": 1", "\"schema\": 9"));
        Ran.command("compare", one, manifest.getParent().toString())
                .assertRefused("its schema is 9, and this version reads 1");
        Files.writeString(manifest, written.substring(0, 30));
        Ran.command("compare", one, manifest.getParent().toString()).assertRefused("this is no manifest of a run");
        Files.writeString(manifest, written);
        Files.delete(manifest.resolveSibling("rows.csv"));
        Ran.command("compare", one, manifest.getParent().toString()).assertRefused("this run has no rows");
    }

    /** The folder of a run of scenario one. */
    private String kept(String store, String... options) throws IOException {
        Path out = temp.resolve(store);
        String[] command = Stream.concat(Stream.of("run", "--out", out.toString(), small("one")), Stream.of(options))
                .toArray(String[]::new);
        Ran.command(command).assertDone();
        List<Path> runs = folders(out);
        assertEquals(1, runs.size());
        assertNotEquals(0, Files.size(runs.get(0).resolve("problems.csv.gz")));
        return runs.get(0).toString();
    }

    private static List<Path> folders(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.sorted().toList();
        }
    }

    private String small(String name) throws IOException {
        Files.createDirectories(temp.resolve(name).getParent());
        String file = Scenarios.write(temp, name, STRATEGIES);
        return file;
    }
}

package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.plugins.PluginJar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunCommandTest {

    private static final String STRATEGIES = "single, best-of-n, majority-vote";

    @TempDir
    private Path temp;

    @Test
    void run_byDefault_printsATable() throws IOException {
        String out = Ran.command("run", small("one")).assertDone().out();
        assertTrue(out.startsWith("one (seed 42)\n40 problems, "), out);
        assertTrue(out.contains("\nbest-of-n"), out);
        assertFalse(out.contains("\u001b"), "no colours but on a terminal");
    }

    /** Φ(−1/√2) is .240; the note goes to standard error, so that the rows stay what programs read. */
    @Tag("slow")
    @Test
    void verifierBelowChance_isNoted() throws IOException {
        String file = small("one");
        for (List<String> command : List.of(List.of("validate"), List.of("run"), List.of("run", "--format", "json"))) {
            List<String> arguments = new ArrayList<>(command);
            arguments.addAll(List.of("--set", "world.verifier.outcome.d=-1", file));
            Ran ran = Ran.command(arguments.toArray(String[]::new));
            assertEquals(ExitCode.DONE, ran.code(), ran.err());
            assertTrue(
                    ran.err()
                            .startsWith(file
                                    + ": note: world.verifier.outcome is below chance: within a problem a right candidate"
                                    + " scores above a wrong one with probability 0.240; it does not know it, and"
                                    + " selection by it does harm\n"),
                    ran.err());
        }
        assertTrue(Ran.command("run", file).assertDone().out().contains("(AUC) 0.800 (outcome)."));
    }

    @Tag("slow")
    @Test
    void run_quiet_saysNoNotes() throws IOException {
        String[] noted = {"run", "--set", "world.verifier.outcome.d=-1", small("one")};
        assertTrue(Ran.command(noted).err().contains(": note: "));
        assertEquals("", Ran.command(concat(noted, "--quiet")).assertDone().err());
        Ran.command("run", "--progress", "none", small("one")).assertDone();
        Ran.command("run", "--progress", "loud", small("one")).assertRefused("must be auto, plain or none, not 'loud'");
    }

    @Tag("slow")
    @Test
    void run_json_printsOneDocumentWhoseRowsDoNotDependOnThreads() throws IOException {
        String file = small("one");
        JsonNode one = json("run", "--format", "json", "--threads", "1", file);
        JsonNode three = json("run", "--format", "json", "--threads", "3", file);
        assertEquals(one.get("rows").toString(), three.get("rows").toString());
        assertEquals(9, one.get("rows").size());
        assertEquals(3, three.get("manifest").get("threads").asInt());
        assertEquals("one", one.get("manifest").get("scenario").asString());
        assertEquals("single", one.get("rows").get(0).get("strategy").asString());
    }

    @Tag("slow")
    @Test
    void run_severalFilesAsJson_printsAnArray() throws IOException {
        JsonNode documents = json("run", "--format", "json", small("one"), small("two"));
        assertEquals(2, documents.size());
        assertEquals("two", documents.get(1).get("manifest").get("scenario").asString());
    }

    @Test
    void run_csv_printsOneHeader() throws IOException {
        List<String> lines = Ran.command("run", "--format", "csv", small("one"), small("two"))
                .assertDone()
                .out()
                .lines()
                .toList();
        assertEquals(1 + 2 * 9, lines.size());
        assertTrue(lines.get(0).startsWith("scenario,strategy,parameters,resource,budget,"), lines.get(0));
        assertTrue(lines.get(10).startsWith("two,single,,generations,1,all,"), lines.get(10));
    }

    @Tag("slow")
    @Test
    void run_seedAndSet_overrideTheFile() throws IOException {
        String file = small("one");
        JsonNode plain = json("run", "--format", "json", file);
        JsonNode other = json("run", "--format", "json", "--seed", "7", "--set", "budgets.values=[2, 8]", file);
        assertEquals(7, other.get("manifest").get("seed").asInt());
        assertEquals(2, other.get("rows").get(0).get("budget").asInt());
        assertEquals(6, other.get("rows").size());
        assertNotEquals(
                plain.get("manifest").get("digest"), other.get("manifest").get("digest"));
    }

    @Test
    void run_oneInvalidFile_runsNothingWritesNothingAndReportsAll() throws IOException {
        Path out = temp.resolve("results");
        Path bad = Files.writeString(temp.resolve("bad.yaml"), "name: bad\nworlds: {}\nseed: x\n");
        Path missing = temp.resolve("missing.yaml");
        Ran ran = Ran.command(
                "run", "--out", out.toString(), small("one"), bad.toString(), missing.toString(), temp.toString());
        ran.assertRefused("bad.yaml:2", "worlds", "bad.yaml:3", "seed", "missing.yaml");
        assertTrue(ran.err().lines().anyMatch(line -> line.startsWith(temp + ": ")), ran.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void run_unknownStrategy_isRefusedWithTheNearest() throws IOException {
        Ran.command("run", Scenarios.write(temp, "one", "best-of-m")).assertRefused("best-of-m", "best-of-n");
    }

    @Test
    void run_badOverride_isRefused() throws IOException {
        Ran.command("run", "--set", "trails.count=3", small("one")).assertRefused("trails");
        Ran.command("run", "--set", "trials", small("one")).assertRefused("trials");
    }

    @Test
    void run_outThatCannotBe_isRefusedBeforeAnythingRuns() throws IOException {
        String file = small("one");
        Ran.command("run", "--out", file, file).assertRefused("is a file");
        Ran.command("run", "--out", " ", file).assertRefused("--out needs the name of a directory");
    }

    @Tag("slow")
    @Test
    void run_expectations_endWith3WhenOneIsNotMetAndNameAll() throws IOException {
        String met = "  - {strategy: best-of-n, accuracy: {above: {budget: 1}, by: 0.1}}\n";
        String unmet = "  - {strategy: single, budget: [1, 4], coverage: {below: 0.2}}\n";
        String good = expecting("good", met);
        Ran table = Ran.command("run", good).assertDone();
        assertTrue(
                table.out().contains("\n1 expectation, all met\nmet    accuracy of best-of-n at 16 is 0."),
                table.out());
        String bad = expecting("bad", met + unmet);
        int line = 1
                + (int) Files.readString(Path.of(bad))
                        .lines()
                        .takeWhile(each -> !each.contains("0.2"))
                        .count();
        Ran ran = Ran.command("run", "--format", "json", good, bad);
        ran.assertFailed(
                ExitCode.UNMET,
                bad + ":" + line + ": expect[1]: coverage of single at 1 is 0.",
                bad + ":" + line + ": expect[1]: coverage of single at 4 is 0.",
                ", not below 0.2\n");
        assertEquals(2, ran.err().lines().count(), ran.err());
        JsonNode documents = JsonMapper.shared().readTree(ran.out());
        assertEquals(1, documents.get(0).get("expectations").size());
        JsonNode findings = documents.get(1).get("expectations");
        assertEquals(
                List.of(true, false, false),
                findings.valueStream()
                        .map(finding -> finding.get("met").asBoolean())
                        .toList());
        assertEquals("coverage", findings.get(2).get("measure").asString());
        assertFalse(Ran.command("run", "--format", "json", small("one")).out().contains("\"expectations\""));
        Ran.command("run", "--set", "expect=[]", bad).assertDone();
    }

    @Tag("slow")
    @Test
    void run_stoppedStrategy_isWorseThanAnUnmetExpectation() throws IOException {
        Path plugins = temp.resolve("plugins");
        new PluginJar()
                .strategy("Thrower", "thrower", "throw new IllegalStateException(\"no\");")
                .build(plugins, "thrower.jar");
        String file = Scenarios.write(temp, "faulty", "thrower");
        Files.writeString(
                Path.of(file), "expect:\n  - {strategy: thrower, accuracy: {above: 0.5}}\n", StandardOpenOption.APPEND);
        Ran.command("run", "--plugins", plugins.toString(), file)
                .assertFailed(
                        ExitCode.FAILED,
                        "accuracy of thrower at 16: there is no row of thrower at 16: its bin is empty, or its strategy was"
                                + " stopped",
                        "strategy thrower was stopped");
    }

    @Tag("slow")
    @Test
    void run_method_isTakenFromTheFileAndTheOption() throws IOException {
        String file = small("one");
        assertEquals(List.of("exact", "exact", "exact"), methods(file));
        assertEquals(List.of("simulated", "simulated", "simulated"), methods(file, "--method", "simulated"));
        assertEquals(List.of("aggregated"), methods(file, "--set", "strategies=[best-of-n]", "--method", "aggregated"));
        Ran.command("run", "--method", "exact", "--set", "budgets.resource=tokens", file)
                .assertRefused(
                        "one.yaml:12: strategies[0]: single has no exact method here: budgets bound tokens",
                        "one.yaml:12: strategies[1]: best-of-n has no exact method here",
                        "one.yaml:12: strategies[2]: majority-vote has no exact method here");
        Ran.command("run", "--method", "guessed", file)
                .assertRefused("method: must be one of auto, simulated, exact, aggregated, not guessed");
    }

    @Tag("slow")
    @Test
    void run_exactRows_haveNoTrialsAndALimit() throws IOException {
        String file = small("one");
        JsonNode document = json("run", "--format", "json", file);
        assertEquals(0, document.get("rows").get(0).get("trials").asInt());
        JsonNode limits = document.get("limits");
        assertEquals(3, limits.size());
        assertEquals("best-of-n", limits.get(1).get("strategy").asString());
        assertEquals(1, limits.get(1).get("accuracy").asDouble(), 1e-6);
        String page = Ran.command("run", file).assertDone().out();
        assertTrue(page.startsWith("one (seed 42)\n40 problems, exact, "), page);
        assertTrue(page.contains("\u221e\nsingle"), page);
        assertTrue(page.contains("\n\u221e: as the budget grows without end"), page);
    }

    @Tag("slow")
    @Test
    void run_utility_isInRowsTablesAndExpectations() throws IOException {
        String file = small("one");
        String[] valued = {"run", "--set", "utility={wrong: -1, per: {generations: 0.001}}", "--format"};
        JsonNode document = json(concat(valued, "json", file));
        assertEquals(-1, document.get("utility").get("wrong").asDouble());
        JsonNode row = document.get("rows").get(0);
        assertEquals(
                2 * row.get("accuracy").asDouble() - 1 - 0.001,
                row.get("utility").asDouble(),
                1e-12);
        JsonNode best = document.get("bestBudgets");
        assertEquals(3, best.size());
        assertEquals(1, best.get(0).get("overall").get("budget").asInt(), "a single answer gains by no budget");
        assertTrue(best.get(1).get("overall").get("budget").asInt() > 1);
        String page = Ran.command(concat(valued, "table", file)).assertDone().out();
        assertTrue(page.contains("\nBest budget in generations for the utility\n"), page);
        assertFalse(json("run", "--format", "json", file).has("utility"));
        JsonNode simulated = json(concat(valued, "json", file, "--method", "simulated"));
        assertEquals(document.get("limits"), simulated.get("limits"), "of the strategy, not of the method");
        assertEquals(
                best.get(1).get("overall"), simulated.get("bestBudgets").get(1).get("overall"));
        JsonNode tokens = json(concat(valued, "json", file, "--set", "budgets={resource: tokens, values: [1, 4]}"));
        assertEquals(3, tokens.get("bestBudgets").size());
        assertFalse(tokens.get("bestBudgets").get(1).has("overall"));
        String expecting =
                expecting("expecting", "  - {strategy: best-of-n, utility: {above: {budget: 1}, by: 0.1}}\n");
        Ran.command("run", "--set", "utility={}", expecting).assertDone();
        Ran.command("run", expecting).assertRefused("expect[0]: rows have a utility only where");
    }

    private static String[] concat(String[] first, String... rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
    }

    private static List<String> methods(String file, String... options) {
        String[] arguments = Stream.concat(Stream.of("run", "--format", "json", file), Stream.of(options))
                .toArray(String[]::new);
        return json(arguments)
                .get("rows")
                .valueStream()
                .filter(row -> row.get("budget").asInt() == 16)
                .map(row -> row.get("method").asString())
                .toList();
    }

    private String expecting(String name, String expectations) throws IOException {
        String file = small(name);
        Files.writeString(Path.of(file), "expect:\n" + expectations, StandardOpenOption.APPEND);
        return file;
    }

    @Test
    void validate_validAndInvalid_saysWhich() throws IOException {
        String file = small("one");
        assertEquals(
                file + ": valid (one)\n",
                Ran.command("validate", file).assertDone().out());
        Path empty = Files.writeString(temp.resolve("empty.yaml"), "");
        Ran.command("validate", empty.toString()).assertRefused("empty.yaml");
    }

    @Test
    void validate_explain_printsAScenarioThatMeansTheSame() throws IOException {
        String file = small("one");
        String explained =
                Ran.command("validate", "--explain", file).assertDone().out();
        Path again = Files.writeString(temp.resolve("again.yaml"), explained);
        assertEquals(withoutParameters(file), withoutParameters(again.toString()));
    }

    /** The rows save the parameters, which are listed as they are given. */
    private static String withoutParameters(String file) {
        return json("run", "--format", "json", file).get("rows").toString().replaceAll("\"parameters\":\\{[^}]*},", "");
    }

    @Test
    void run_leavesNoFilesBehind() throws IOException {
        small("one");
        Ran.command("run", small("one")).assertDone();
        try (Stream<Path> files = Files.list(temp)) {
            assertEquals(1, files.count());
        }
    }

    private String small(String name) throws IOException {
        return Scenarios.write(temp, name, STRATEGIES);
    }

    private static JsonNode json(String... arguments) {
        return JsonMapper.shared().readTree(Ran.command(arguments).assertDone().out());
    }
}

package overthink.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.Main;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.plugins.PluginJar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the README of the checkout prints works as printed. */
class ReadmeTest {

    private static final Path ROOT =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();

    /** The first scenario has no more lines than this. */
    private static final int SCENARIO_LINES = 12;

    /** Its table has no more lines than this. */
    private static final int TABLE_LINES = 8;

    /** A strategy of one's own has fewer lines than this. */
    private static final int SHORT = 40;

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TempDir
    private Path temp;

    private static List<String> blocks(String language) throws IOException {
        Matcher blocks = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(Files.readString(ROOT.resolve("README.md")));
        return blocks.results().map(block -> block.group(1)).toList();
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                arguments);
        assertEquals(ExitCode.DONE, code, () -> String.join(" ", arguments) + "\n" + err);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void strategy_asPrinted_isShortAndVotesLikeTheApplicationsOwn() throws IOException {
        String source = blocks("java").stream()
                .filter(block -> block.contains("implements StrategyProvider"))
                .findFirst()
                .orElseThrow();
        long lines = source.lines().filter(line -> !line.isBlank()).count();
        assertTrue(lines < SHORT, "it has " + lines + " lines");
        Matcher type = Pattern.compile("class (\\w+)").matcher(source);
        assertTrue(type.find(), source);
        Path plugins = temp.resolve("plugins");
        new PluginJar().printed(type.group(1), source).build(plugins, "printed.jar");
        Matcher name =
                Pattern.compile("String name\\(\\) \\{\\s*return \"([^\"]+)\"").matcher(source);
        assertTrue(name.find(), source);
        Path scenario = Files.writeString(temp.resolve("votes.yaml"), """
                world:
                  problems: {count: 30, accuracy: {beta: {alpha: 0.9, beta: 1.6}}}
                  policy: {wrong-answers: {zipf: {answers: 5, exponent: 1}}}
                budgets: {values: [1, 4, 32]}
                strategies: [majority-vote, %s]
                trials: {count: 20}
                method: simulated
                """.formatted(name.group(1)));
        JsonNode rows = JsonMapper.shared()
                .readTree(run("run", "--format", "json", "--plugins", plugins.toString(), scenario.toString()))
                .get("rows");
        assertEquals(6, rows.size());
        for (int budget = 0; budget < 3; budget++) {
            assertEquals(vote(rows.get(budget)), vote(rows.get(budget + 3)));
        }
    }

    @Tag("slow")
    @Test
    void firstScenario_asPrinted_givesTheTablePrinted() throws IOException {
        String scenario = blocks("yaml").get(0);
        String table = blocks("text").get(0);
        assertTrue(scenario.lines().count() <= SCENARIO_LINES, scenario);
        assertTrue(table.lines().count() <= TABLE_LINES, table);
        String out = run(
                "run", Files.writeString(temp.resolve("first.yaml"), scenario).toString());
        assertTrue(out.contains(table), out);
    }

    /** From an empty folder to a checked plugin, with a launcher that knows the class path and hands the check on to this process. */
    @Tag("slow")
    @Test
    void plugin_byTheCommandsPrinted_isMadeAndChecked() throws IOException, InterruptedException {
        Files.writeString(
                temp.resolve("PlainVote.java"),
                blocks("java").stream()
                        .filter(block -> block.contains("class PlainVote"))
                        .findFirst()
                        .orElseThrow());
        String commands = blocks("sh").stream()
                .filter(block -> block.contains("strategies check"))
                .findFirst()
                .orElseThrow();
        assertEquals(3, commands.lines().count());
        String classPath = run("strategies", "class-path").strip();
        Path launcher = Files.writeString(
                temp.resolve("overthink"),
                "#!/bin/sh\ncase $2 in class-path) echo '%s' ;; *) echo \"$*\" >asked ;; esac\n".formatted(classPath));
        assertTrue(launcher.toFile().setExecutable(true));
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", commands)
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("said").toFile());
        String tools = Path.of(System.getProperty("java.home"), "bin").toString();
        shell.environment().merge("PATH", tools, (path, own) -> own + java.io.File.pathSeparator + path);
        assertEquals(0, shell.start().waitFor(), () -> said(temp.resolve("said")));
        List<String> asked =
                words("overthink " + Files.readString(temp.resolve("asked")).strip());
        assertEquals(List.of("strategies", "check"), asked.subList(0, 2));
        String checked = run("strategies", "check", temp.resolve(asked.get(2)).toString());
        assertTrue(checked.endsWith("keeps the contract\n"), checked);
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The row without the strategy's name, and without rounds: one candidate after the other takes as many as there are. */
    private static String vote(JsonNode row) {
        return row.toString().replaceFirst("\"strategy\":\"[^\"]+\",", "").replaceFirst("\"rounds\":[0-9.]+,", "");
    }

    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> commands_asPrinted_areDone() throws IOException {
        List<String> commands = blocks("sh").stream()
                .flatMap(String::lines)
                .map(line -> line.replaceFirst("\\s+#.*", ""))
                .filter(line -> line.startsWith("./overthink "))
                .filter(ReadmeTest::canRunHere)
                .toList();
        assertTrue(commands.size() >= 5, () -> "found " + commands);
        return commands.stream().map(command -> DynamicTest.dynamicTest(command, () -> run(arguments(command))));
    }

    /** Whether the files that a command names are there; the README also names the reader's own. */
    private static boolean canRunHere(String command) {
        return !command.startsWith("./overthink explore ") // it serves until it is stopped
                && words(command).stream()
                        .filter(word -> word.matches(".*[.](yaml|csv|jar)"))
                        .allMatch(file -> Files.exists(ROOT.resolve(file)));
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .skip(1)
                .toList();
    }

    /** Where a run is kept. */
    private String kept() {
        String results = temp.resolve("kept").toString();
        run("run", ROOT.resolve("scenarios/single.yaml").toString(), "--out", results);
        return results;
    }

    /** The words of a command as its process would get them in the root of the checkout; a run is kept short. */
    private String[] arguments(String command) {
        List<String> arguments = new ArrayList<>(words(command));
        arguments.replaceAll(
                word -> word.matches(".*[.](yaml|csv)") ? ROOT.resolve(word).toString() : word);
        if (arguments.equals(List.of("scenarios"))) {
            arguments.add(ROOT.resolve("scenarios").toString());
        }
        if (arguments.get(0).equals("runs")) {
            arguments.set(1, kept());
        }
        int out = arguments.indexOf("--out");
        if (out >= 0) {
            arguments.set(out + 1, temp.resolve("results").toString());
        }
        if (arguments.get(0).equals("report")) {
            try (Stream<Path> runs = Files.list(Path.of(kept()))) {
                arguments.set(1, runs.findFirst().orElseThrow().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            arguments.set(
                    arguments.indexOf("-o") + 1, temp.resolve("report.html").toString());
        }
        if (arguments.get(0).equals("plan")) {
            arguments.addAll(List.of("--set", "strategies=[best-of-n, majority-vote]"));
        }
        if (arguments.get(0).equals("power")) {
            arguments.addAll(List.of("--trials", "4"));
        }
        if (arguments.get(0).equals("run")) {
            arguments.addAll(List.of("--set", "trials={count: 2}", "--set", "expect=[]"));
        }
        return arguments.toArray(String[]::new);
    }
}

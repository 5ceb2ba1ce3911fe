package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.Terminal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios that are run at several points. */
class SweepCommandTest {

    private static final String AUC = "world.verifier.outcome.auc";

    @TempDir
    private Path temp;

    /** Strategies with exact values, others without, and one that asks no verifier. */
    private String scenario() throws IOException {
        return Scenarios.write(temp, "one", "best-of-n, majority-vote, best-of-majority");
    }

    private String with(String name, String... more) throws IOException {
        Path file = temp.resolve(name + ".yaml");
        Files.writeString(
                file,
                Files.readString(Path.of(Scenarios.write(temp, name, "best-of-n, majority-vote")))
                        + String.join("\n", more) + "\n");
        return file.toString();
    }

    private static String csv(String... arguments) {
        return Ran.command(Stream.concat(Stream.of(arguments), Stream.of("--format", "csv"))
                        .toArray(String[]::new))
                .assertDone()
                .out();
    }

    /** The lines of a table without the columns that a sweep adds. */
    private static String without(String csv, int columns) {
        return csv.lines()
                .map(line -> line.replaceFirst("^([^,]*)(,[^,]*){%d},".formatted(columns), "$1,"))
                .collect(Collectors.joining("\n"));
    }

    @Tag("slow")
    @Test
    void sweep_always_givesTheBytesOfSingleRuns() throws IOException {
        String file = scenario();
        List<String> single = new ArrayList<>();
        for (String auc : List.of("0.6", "0.75", "0.9")) {
            for (String method : List.of("auto", "simulated")) {
                single.addAll(csv("run", file, "--set", AUC + "=" + auc, "--set", "method=" + method)
                        .lines()
                        .skip(1)
                        .toList());
            }
        }
        String swept = csv("sweep", file, AUC + "=0.6..0.9/0.15", "method=auto,simulated");
        assertTrue(swept.startsWith("scenario,case,sweep." + AUC + ",sweep.method,strategy,parameters,"), swept);
        assertEquals(single, without(swept, 3).lines().skip(1).toList());
        List<String> points = swept.lines()
                .skip(1)
                .map(line -> line.split(",", -1)[2] + " " + line.split(",", -1)[3])
                .distinct()
                .toList();
        assertEquals(
                List.of("0.6 auto", "0.6 simulated", "0.75 auto", "0.75 simulated", "0.9 auto", "0.9 simulated"),
                points);
    }

    @Tag("slow")
    @Test
    void sweep_ofPrices_givesTheBytesOfSingleRuns() throws IOException {
        String file = scenario();
        String paths = "world.policy.price.output";
        List<String> single = new ArrayList<>();
        for (String price : List.of("0.4", "4")) {
            single.addAll(csv("run", file, "--method", "simulated", "--set", paths + "=" + price)
                    .lines()
                    .skip(1)
                    .toList());
        }
        assertNotEquals(single.subList(0, 9), single.subList(9, 18));
        assertEquals(
                single,
                without(csv("sweep", file, "--method", "simulated", paths + "=0.4,4"), 2)
                        .lines()
                        .skip(1)
                        .toList());
    }

    @Tag("slow")
    @Test
    void run_scenarioWithSweepAndCases_runsAllOfThem() throws IOException {
        String file = with(
                "both",
                "sweep:",
                "  " + AUC + ": {from: 0.6, to: 0.9, step: 0.3}",
                "  zip: {world.problems.count: [20, 30], seed: [1, 2]}",
                "cases: {flat: {}, hard: {world.problems.accuracy: {point: 0.1}}}");
        Ran ran = Ran.command("run", file, "--format", "json").assertDone();
        JsonNode document = JsonMapper.shared().readTree(ran.out());
        List<String> points = new ArrayList<>();
        for (JsonNode row : document.get("rows")) {
            points.add(row.get("case").asString() + row.get("sweep"));
        }
        assertEquals(2 * 2 * 2 * 2 * 3, points.size());
        assertEquals("flat{\"%s\":0.6,\"world.problems.count\":20,\"seed\":1}".formatted(AUC), points.get(0));
        assertEquals("hard{\"%s\":0.9,\"world.problems.count\":30,\"seed\":2}".formatted(AUC), points.get(47));
        assertEquals(8, points.stream().distinct().count());
        JsonNode last = document.get("rows").get(42);
        assertEquals(
                0.1, last.get("accuracy").asDouble(), 1e-12, "one candidate of problems of which all have p = 0.1");
        assertEquals(30, last.get("problems").asInt());
        assertEquals(7 * 2, document.get("changes").size());
        assertTrue(document.get("changes").get(2).get("paired").asBoolean());
        assertFalse(document.get("changes").get(0).get("paired").asBoolean(), "other problems");
        String table = Ran.command("run", file).assertDone().out();
        assertTrue(table.contains("8 points (2 cases by 2 values of auc by 2 values of count with seed)"), table);
        assertTrue(table.lines().allMatch(line -> line.length() <= 100), table);
    }

    @Tag("slow")
    @Test
    void show_differenceOnGrid_isThatOfEachPoint() throws IOException {
        String file = scenario();
        String show = "best-of-n@16 - majority-vote@16";
        String[] command = {"sweep", file, AUC + "=0.6,0.9", "world.problems.accuracy.point=0.2,0.4", "--show", show};
        JsonNode shown = JsonMapper.shared()
                .readTree(Ran.command(Stream.concat(Stream.of(command), Stream.of("--format", "json"))
                                .toArray(String[]::new))
                        .assertDone()
                        .out());
        assertEquals(show, shown.get("show").asString());
        assertEquals(4, shown.get("shown").size());
        for (int point = 0; point < 4; point++) {
            double[] accuracy = new double[2];
            for (JsonNode row : shown.get("rows")) {
                if (row.get("sweep").equals(shown.get("shown").get(point).get("sweep"))
                        && row.get("budget").asInt() == 16) {
                    String strategy = row.get("strategy").asString();
                    if (!strategy.equals("best-of-majority")) {
                        accuracy[strategy.equals("best-of-n") ? 0 : 1] =
                                row.get("accuracy").asDouble();
                    }
                }
            }
            assertEquals(
                    accuracy[0] - accuracy[1],
                    shown.get("shown").get(point).get("value").asDouble(),
                    1e-12);
        }
        String table = Ran.command(command).assertDone().out();
        assertTrue(table.contains("\nbest-of-n@16 - majority-vote@16, in %; columns: point\n"), table);
        assertTrue(table.contains("\nauc=0.6  "), table);
        Ran.command("sweep", file, AUC + "=0.6,0.9", "--show", "best-off-n").assertRefused("--show: ", "best-of-n");
        Ran.command("run", file, "--show", "best-of-n").assertRefused("states neither sweep nor cases");
    }

    @Tag("slow")
    @Test
    void expectations_acrossCasesPointsAndLimits_areJudged() throws IOException {
        String[] text = {
            "sweep: {%s: [0.6, 0.9]}".formatted(AUC),
            "cases: {easy: {world.problems.accuracy: {point: 0.5}}, hard: {world.problems.accuracy: {point: 0.1}}}",
            "expect:",
            "  - strategy: best-of-n",
            "    case: easy",
            "    accuracy: {above: {case: hard}}",
            "  - strategy: [best-of-n]",
            "    at: {%s: 0.9}".formatted(AUC),
            "    budget: 16",
            "    accuracy: {above: {at: {%s: 0.6}}, by: 0.05}".formatted(AUC),
            "  - strategy: majority-vote",
            "    at: {%s: 0.9}".formatted(AUC),
            "    budget: [1, 4, 16]",
            "    accuracy: {equals: {at: {%s: 0.6}}}".formatted(AUC),
            "  - strategy: best-of-n",
            "    budget: inf",
            "    coverage: {equals: 1}",
            "  - strategy: best-of-n",
            "    budget: 16",
            "    coverage: {below: {budget: inf}}"
        };
        Ran.command("run", with("met", text)).assertDone();
        text[5] = "    accuracy: {below: {case: hard}}";
        Ran unmet = Ran.command("run", with("unmet", text));
        assertEquals(ExitCode.UNMET, unmet.code(), unmet.err());
        assertEquals(2, unmet.err().lines().count(), unmet.err());
        assertTrue(
                unmet.err().contains("accuracy of best-of-n at 16 (case easy, %s=0.6) is ".formatted(AUC)),
                unmet.err());
        assertTrue(unmet.err().contains("of best-of-n at 16, case hard)"), unmet.err());
        JsonNode findings = JsonMapper.shared()
                .readTree(Ran.command("run", with("unmet", text), "--format", "json")
                        .out())
                .get("expectations");
        assertEquals("easy", findings.get(0).get("case").asString());
        assertEquals("hard", findings.get(0).get("referencePoint").get("case").asString());
        assertFalse(findings.get(0).get("met").asBoolean());
        assertEquals(2 + 2 + 6 + 4 + 4, findings.size());
    }

    @Test
    void expectations_ofPointsThatAreNone_areNamed() throws IOException {
        String file = with(
                "wrong",
                "sweep: {%s: [0.6, 0.9]}".formatted(AUC),
                "cases: {easy: {}, hard: {}}",
                "expect:",
                "  - {strategy: best-of-n, case: esy, accuracy: {above: 0}}",
                "  - {strategy: best-of-n, at: {%s: 0.7}, accuracy: {above: 0}}".formatted(AUC),
                "  - {strategy: best-of-n, at: {world.verifier.outcome.d: 1}, accuracy: {above: 0}}",
                "  - {strategy: best-of-n, accuracy: {above: {case: none}}}");
        Ran.command("validate", file)
                .assertRefused(
                        "wrong.yaml:17: expect[0].case: must be one of the cases, which are easy, hard, not esy. Maybe: easy",
                        "wrong.yaml:18: expect[1].at.%s: must be one of the values of %s, which are 0.6, 0.9, not 0.7"
                                .formatted(AUC, AUC),
                        "world.verifier.outcome.d is not swept; swept are " + AUC,
                        "wrong.yaml:20: expect[3].accuracy.above.case: must be one of the cases");
        Ran.command("validate", with("alone", "expect: [{strategy: best-of-n, case: easy, accuracy: {above: 0}}]"))
                .assertRefused("this scenario has no cases");
    }

    @Tag("slow")
    @Test
    void mistakes_atSomePoint_areFoundBeforeAnythingRuns() throws IOException {
        String file = scenario();
        Ran.command("sweep", file, AUC + "=0.6..1.2/0.1").assertRefused("auc=1.2", "(at " + AUC + "=1", "must be");
        Ran.command("sweep", file, AUC + "=0.5..1000000000/0.5")
                .assertRefused("no more than 100,000 points, and these are 2,000,000,000");
        Ran.command("sweep", file, "seed=1..1000/1", "world.problems.count=1..1000000/1000", AUC + "=0.6..0.9/0.1")
                .assertRefused("1000000 is no whole number of steps of 1000 from 1. Maybe: to: 999001");
        Ran.command("sweep", file, "seed=1..1000/1", "world.problems.count=1..1000/1", "world.policy.steps=1..1000/1")
                .assertRefused("a scenario is run at no more than 100,000 points, and these are 1,000,000,000");
        Ran.command("sweep", file, "world.verifer.outcome.auc=0.6,0.7")
                .assertRefused("world.verifer: there is no such key here", "Maybe: verifier");
        Ran.command("sweep", file, "--zip", AUC + "=0.6,0.7", "seed=1,2,3")
                .assertRefused("there must be as many of each: %s has 2, and this 3".formatted(AUC));
        Ran.command("sweep", file, AUC + "=0.6..0.9").assertRefused("what is swept is written", "Maybe: 0.6..0.9/1");
        Ran.command("sweep", file, AUC).assertRefused("what is swept is written PATH=VALUES");
        Ran.command("sweep", file, "name=a,b").assertRefused("name is the same at all points");
        Ran.command("sweep", file, AUC + "=0.6,0.6").assertRefused("0.6 stands here twice");
        Ran.command("sweep", file, AUC + "=0.6", "world.verifier.outcome=x")
                .assertRefused("is set by the sweep already, as " + AUC);
        Ran.command("sweep", file).assertRefused("there is nothing to sweep");
        Ran.command("sweep", file, "strategies.best-off-n.x=1,2")
                .assertRefused("the list has no item named best-off-n");
        Ran.command("validate", with("lines", "sweep:", "  " + AUC + ": {from: 0.6, to: 1.2, points: 4}"))
                .assertRefused("lines.yaml:15: %s: ".formatted(AUC), "not 1.2 (at %s=1.2)".formatted(AUC));
        Ran.command("validate", with("case", "cases: {odd: {world.problems.count: -1}, fine: {}}"))
                .assertRefused("case.yaml:14: world.problems.count: ", "not -1 (at case odd)");
        assertEquals(0, Files.list(temp).filter(Files::isDirectory).count());
    }

    @Tag("slow")
    @Test
    void explain_scenarioWithSweep_saysItInFullAndMeansTheSame() throws IOException {
        String file = with(
                "explained",
                "sweep: {%s: {from: 0.6, to: 0.9, step: 0.1}}".formatted(AUC),
                "cases: {shared: {world.verifier.outcome.shared.answer: 0.3}}");
        String explained =
                Ran.command("validate", "--explain", file).assertDone().out();
        assertTrue(explained.contains("%s: [0.6, 0.7, 0.8, 0.9]".formatted(AUC)), explained);
        assertTrue(explained.contains("# run at 4 points"), explained);
        Path again = Files.writeString(temp.resolve("again.yaml"), explained);
        String stated = "aggregation=outcome"; // what is stated stands in rows
        assertEquals(
                csv("run", file).replace(stated, ""),
                csv("run", again.toString()).replace(stated, ""));
    }

    @Tag("slow")
    @Test
    void resume_sweepThatWasInterrupted_givesTheSameBytes() throws IOException {
        String file = scenario();
        String[] sweep = {
            "sweep",
            file,
            "world.policy.price.output=0.4,4",
            AUC + "=0.6,0.8",
            "--method",
            "simulated",
            "--threads",
            "2",
            "--set",
            "trials.count=300"
        };
        Ran whole = Ran.command(and(sweep, "--out", temp.resolve("whole").toString(), "--format", "csv"))
                .assertDone();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        AtomicInteger left = new AtomicInteger(150);
        int code = Main.run(
                Terminal.plain(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8)),
                new Interruption() {
                    @Override
                    public boolean getAsBoolean() {
                        return left.decrementAndGet() < 0;
                    }
                },
                and(sweep, "--out", temp.resolve("out").toString()));
        String said = err.toString(StandardCharsets.UTF_8);
        assertEquals(ExitCode.INTERRUPTED, code, said);
        assertTrue(said.contains("one: interrupted; these are results of "), said);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("PARTIAL: the run was interrupted"), said);
        Ran resumed = Ran.command(and(sweep, "--out", temp.resolve("out").toString(), "--resume", "--format", "csv"));
        assertEquals(ExitCode.DONE, resumed.code(), resumed.err());
        assertTrue(resumed.err().matches("one: goes on with \\S+, of which [\\d,]+ shards are there\n"), resumed.err());
        assertEquals(whole.out(), resumed.out());
        for (String rows : List.of("rows.json", "rows.csv", "problems.csv.gz", "scenario.yaml")) {
            assertArrayEquals(
                    Files.readAllBytes(only("whole").resolve(rows)),
                    Files.readAllBytes(only("out").resolve(rows)),
                    rows);
        }
        String compared = Ran.command(
                        "compare", only("whole").toString(), only("out").toString(), "--fail-on-change")
                .assertDone()
                .out();
        assertTrue(compared.contains("36 rows in both, paired by problem. None differ"), compared);
    }

    private Path only(String store) throws IOException {
        try (Stream<Path> runs = Files.list(temp.resolve(store))) {
            return runs.findFirst().orElseThrow();
        }
    }

    private static String[] and(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }
}

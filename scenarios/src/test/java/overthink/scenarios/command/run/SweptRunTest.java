package overthink.scenarios.command.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.Execution;
import overthink.scenarios.command.Ran;
import overthink.scenarios.command.Scenarios;
import overthink.scenarios.command.process.ProgressLine;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.plugins.StrategyCatalog;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.SweepDocument;

/** Points of a sweep lie on the disk, and are written as if they had not. */
class SweptRunTest {

    private static final String AUC = "world.verifier.outcome.auc";

    @TempDir
    private Path temp;

    private Scenario scenario(int points) throws IOException {
        Path file = Files.writeString(temp.resolve("s.yaml"), """
                        seed: 3
                        world:
                          problems: {count: 12, accuracy: {beta: {alpha: 0.9, beta: 1.6}}}
                          policy:
                            steps: 1
                            wrong-answers: {zipf: {answers: 12, exponent: 1.2}}
                            tokens-per-step: 50
                            price: {input: 0.1, output: 0.4}
                          verifier: {outcome: {auc: 0.80}}
                        budgets: {values: [1, 8]}
                        strategies: [single, best-of-n, majority-vote]
                        trials: {count: 6}
                        utility: {correct: 1, wrong: -1, per: {usd: 0.1}}
                        measures: [quantiles]
                        sweep:
                          world.verifier.outcome.auc: {from: 0.6, to: 0.9, points: %d}
                        """.formatted(points));
        return new ScenarioReader(StrategyCatalog.load(List.of())).read(file, List.of());
    }

    /** How many objects of all points are in memory: constants, of which more points have no more. */
    @Tag("slow")
    @Test
    void run_morePoints_holdsNoMore() throws IOException {
        int few = held(3);
        assertEquals(few, held(12));
        assertTrue(few < 20, few + " constants");
    }

    private int held(int points) throws IOException {
        Terminal terminal = Terminal.plain(
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8));
        try (SweptRun run = new SweptRun(scenario(points), Optional.empty(), true, Optional.empty(), 0, 1);
                ProgressLine progress = new ProgressLine(terminal, ProgressLine.Mode.NONE, run.begin())) {
            run.run(
                    new Execution(1, Execution.PATIENCE, progress, Checkpoint.NONE, () -> false),
                    progress,
                    Optional.empty());
            SweepDocument document = run.document(new Manifest("s", "0", 3, "1", "17", 1, 0));
            assertEquals(points, document.parts().size());
            assertTrue(document.parts().stream()
                    .allMatch(part -> part.document().manifest().scenario().equals("s")
                            && part.document().samples().size()
                                    == part.document().rows().size()));
            return run.held();
        }
    }

    /** What rows say of each problem, trials with their errors and exact values alike, is that of the scenario run alone. */
    @Tag("slow")
    @Test
    void perProblem_ofASweptPoint_isThatOfASingleRun() throws IOException {
        String file = Scenarios.write(temp, "one", "single, best-of-n, majority-vote");
        for (String method : List.of("exact", "simulated")) {
            String alone = perProblem(
                    "run", file, "--set", AUC + "=0.7", "--set", "method=" + method, "--set", "trials.count=20");
            String swept = perProblem(
                    "sweep", file, AUC + "=0.6,0.7", "--set", "method=" + method, "--set", "trials.count=20");
            List<String> second = swept.lines()
                    .filter(line -> line.startsWith("one,,0.7,"))
                    .map(line -> line.replaceFirst(",,0.7,", ","))
                    .toList();
            assertEquals(alone.lines().filter(line -> line.startsWith("one,")).toList(), second);
        }
    }

    private static String perProblem(String... arguments) {
        return Ran.command(Stream.concat(Stream.of(arguments), Stream.of("--per-problem", "--format", "csv"))
                        .toArray(String[]::new))
                .assertDone()
                .out();
    }

    /** The tables of a store, which are made of samples, are those of single runs, too. */
    @Tag("slow")
    @Test
    void store_ofASweep_hasTheProblemsOfSingleRuns() throws IOException {
        String file = Scenarios.write(temp, "one", "best-of-n, majority-vote");
        Ran.command("run", file, "--out", temp.resolve("alone").toString(), "--set", AUC + "=0.7")
                .assertDone();
        Ran.command("sweep", file, AUC + "=0.7", "--out", temp.resolve("swept").toString())
                .assertDone();
        String alone = problems(temp.resolve("alone"));
        assertTrue(alone.lines().count() > 40, alone);
        assertEquals(
                alone.lines().skip(1).toList(),
                problems(temp.resolve("swept"))
                        .lines()
                        .skip(1)
                        .map(line -> line.replaceFirst("^\"\",0.7,", ""))
                        .toList());
    }

    private static String problems(Path store) throws IOException {
        try (Stream<Path> runs = Files.list(store)) {
            Path run = runs.toList().get(0);
            try (var in = new GZIPInputStream(Files.newInputStream(run.resolve("problems.csv.gz")))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}

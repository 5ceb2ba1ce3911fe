package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Ends the program by signals, and goes on. */
@Tag("slow")
class SignalsIT {

    @TempDir
    private Path temp;

    private ProcessBuilder program(String out, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--method",
                "simulated",
                "--set",
                "trials.count=20000",
                "--out",
                temp.resolve(out).toString(),
                Scenarios.write(temp, "one", "best-of-n, majority-vote")));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("said").toFile());
    }

    private Path shards(String out) throws IOException {
        try (Stream<Path> runs = Files.list(temp.resolve(out))) {
            return runs.findFirst().map(run -> run.resolve("shards.log")).orElse(temp.resolve("none yet"));
        }
    }

    /** Waits until some shards are kept, of 2 · 40 · 79. */
    private void waitForShards(String out, Process process) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (Files.isDirectory(temp.resolve(out))
                    && Files.exists(shards(out))
                    && Files.size(shards(out)) > 100_000) {
                return;
            }
            assertTrue(process.isAlive(), () -> "it ended before it was interrupted");
            Thread.sleep(20);
        }
    }

    /** SIGTERM prints what there is; SIGKILL prints nothing, and loses the shards in hand alone. */
    @Test
    void run_endedBySignals_goesOnToTheSameBytes() throws IOException, InterruptedException {
        Process term = program("out").start();
        waitForShards("out", term);
        term.destroy();
        assertEquals(143, term.waitFor());
        String said = Files.readString(temp.resolve("said"), StandardCharsets.UTF_8);
        assertTrue(said.contains("PARTIAL: the run was interrupted"), said);
        assertTrue(said.contains("one: interrupted; these are results of "), said);
        long kept = Files.size(shards("out"));

        Process kill = program("out", "--resume").start();
        while (kill.isAlive() && Files.size(shards("out")) < kept + 20_000) {
            Thread.sleep(10);
        }
        kill.destroyForcibly();
        assertEquals(137, kill.waitFor());
        assertTrue(Files.size(shards("out")) >= kept);

        assertEquals(0, program("out", "--resume").start().waitFor(), () -> "it went on");
        assertEquals(0, program("whole").start().waitFor());
        for (String rows : List.of("rows.json", "rows.csv", "problems.csv.gz")) {
            assertArrayEquals(
                    Files.readAllBytes(shards("whole").resolveSibling(rows)),
                    Files.readAllBytes(shards("out").resolveSibling(rows)),
                    rows);
        }
    }
}

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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends a run at moments drawn by a fixed seed, by SIGKILL, SIGTERM and SIGINT in turn, and goes on until it is complete: the
 * bytes are those of a run that was let alone. {@code -Doverthink.moments=50} tries that many.
 */
@Tag("slow")
@Tag("once")
class RandomMomentsIT {

    private static final int MOMENTS = Integer.getInteger("overthink.moments", 3);

    private static final List<String> SIGNALS = List.of("KILL", "TERM", "INT");

    private static final List<Integer> CODES = List.of(137, 143, 130);

    @TempDir
    private Path temp;

    private Process start(String out, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--quiet",
                "--set",
                "trials.count=4000",
                "--out",
                temp.resolve(out).toString(),
                Scenarios.write(temp, "one", "weighted-vote, early-stopping-vote")));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("said").toFile())
                .start();
    }

    private List<Path> runs(String out) throws IOException {
        if (!Files.isDirectory(temp.resolve(out))) {
            return List.of();
        }
        try (Stream<Path> runs = Files.list(temp.resolve(out))) {
            return runs.filter(run -> Files.exists(run.resolve("manifest.json")))
                    .toList();
        }
    }

    @Test
    void run_endedAtRandomMoments_goesOnToTheSameBytes() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        assertEquals(0, start("whole").waitFor(), () -> said());
        long millis = (System.nanoTime() - begin) / 1_000_000;
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(20261129L);
        String out = "out0";
        for (int moment = 0; moment < MOMENTS; moment++) {
            boolean resumes = !runs(out).isEmpty();
            Process process = resumes ? start(out, "--resume") : start(out);
            int signal = moment % SIGNALS.size();
            boolean ended = process.waitFor(random.nextLong(Math.max(1, millis)), TimeUnit.MILLISECONDS);
            if (!ended) {
                new ProcessBuilder("kill", "-" + SIGNALS.get(signal), Long.toString(process.pid()))
                        .start()
                        .waitFor();
            }
            int code = process.waitFor();
            assertTrue(code == 0 || code == CODES.get(signal), () -> code + ": " + said());
            if (code == 0) {
                assertSame(out);
                out = "out" + (moment + 1);
            }
        }
        Process last = runs(out).isEmpty() ? start(out) : start(out, "--resume");
        assertEquals(0, last.waitFor(), () -> said());
        assertSame(out);
    }

    private String said() {
        try {
            return Files.readString(temp.resolve("said"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void assertSame(String out) throws IOException {
        assertEquals(1, runs(out).size());
        for (String rows : List.of("rows.json", "rows.csv", "problems.csv.gz")) {
            assertArrayEquals(
                    Files.readAllBytes(runs("whole").get(0).resolve(rows)),
                    Files.readAllBytes(runs(out).get(0).resolve(rows)),
                    rows);
        }
    }
}

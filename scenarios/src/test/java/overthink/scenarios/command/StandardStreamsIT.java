package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the process behaves towards what reads it. */
class StandardStreamsIT {

    @TempDir
    private Path temp;

    @Tag("slow")
    @Test
    void output_readerGoesAway_endsQuietly() throws IOException, InterruptedException {
        assertEquals("{\n0\n", shell("{ %s run --format json FILE; echo $? >&2; } | head -n 1"));
    }

    @Tag("slow")
    @Test
    void output_fullDisk_isAFailure() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        assertEquals(
                "overthink: standard output cannot be written: No space left on device\n1\n",
                shell("%s run FILE > /dev/full; echo $?"));
    }

    /**
     * A limit on the size of files, in blocks of 512 or 1,024 bytes, is a disk that is full for files and not for pipes: room for
     * the scenario, none for its rows, and no half of them is left. The run can be resumed.
     */
    @Tag("slow")
    @Test
    void out_fullDisk_isAFailureAfterTheRowsArePrinted() throws IOException, InterruptedException {
        Path out = temp.resolve("out");
        String budgets =
                IntStream.rangeClosed(1, 64).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String said = shell("ulimit -f 6; %s run --format csv --set 'budgets.values=[" + budgets + "]' --out '" + out
                + "' FILE; echo $?");
        assertTrue(said.startsWith("scenario,strategy,"), said);
        assertTrue(
                said.contains("one: the results could not be written to " + out)
                        && said.endsWith(": File too large\n1\n"),
                said);
        try (Stream<Path> runs = Files.list(out)) {
            Path run = runs.findFirst().orElseThrow();
            try (Stream<Path> files = Files.list(run)) {
                assertEquals(
                        List.of("manifest.json", "scenario.yaml", "shards.log"),
                        files.map(file -> file.getFileName().toString())
                                .sorted()
                                .toList());
            }
        }
    }

    /** Shards that find no room cost the possibility to go on from them, and nothing else. */
    @Tag("slow")
    @Test
    void out_fullDiskWhileShardsAreKept_printsAllRows() throws IOException, InterruptedException {
        Path out = temp.resolve("out");
        String said =
                shell("ulimit -f 24; %s run --quiet --format csv --method simulated --set trials.count=1000 --out '"
                        + out + "' FILE; echo $?");
        assertTrue(said.startsWith("scenario,strategy,"), said);
        assertTrue(said.contains("one,best-of-n,,generations,16,all,simulated,40,40000,"), said);
        assertTrue(
                said.contains(
                        "one: shards could not be kept, so that the run cannot be resumed from all of them: " + out),
                said);
        assertTrue(said.endsWith("shards.log: File too large\n1\n"), said);
    }

    @Tag("slow")
    @Test
    void output_closed_isAFailure() throws IOException, InterruptedException {
        assertEquals(
                "overthink: standard output cannot be written: Bad file descriptor\n1\n",
                shell("%s run FILE >&-; echo $?"));
    }

    @Tag("slow")
    @Test
    void error_notATerminal_getsNothing() throws IOException, InterruptedException {
        assertEquals("0\n", shell("%s run --set trials.count=2000 FILE > /dev/null; echo $?"));
    }

    /** What a command line says on both streams; {@code %s} is the program and FILE a scenario. */
    private String shell(String line) throws IOException, InterruptedException {
        String program = "'%s' -cp '%s' %s"
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        Main.class.getName());
        String file = Scenarios.write(temp, "one", "single, best-of-n");
        Process process = new ProcessBuilder("sh", "-c", line.formatted(program).replace("FILE", file))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.faults.Fault;
import overthink.scenarios.faults.FaultyDisk;

/**
 * A small run on a disk of which one change fails, for every change and every fault: it ends with the truth, and goes on to
 * the same bytes.
 */
@Tag("slow")
class FaultsTest {

    private static final String SEEN = "seen:";

    /** Every so many changes fail, each fault beginning at another; {@code -Doverthink.faults=1} lets all of them. */
    private static final int STRIDE = Integer.getInteger("overthink.faults", 17);

    private static final List<String> FILES = List.of("rows.json", "rows.csv", "problems.csv.gz", "scenario.yaml");

    @TempDir
    private Path temp;

    private static String[] command(String out, String file, String... options) {
        return Stream.concat(
                        Stream.of(
                                "run",
                                "--threads",
                                "1",
                                "--quiet",
                                "--method",
                                "simulated",
                                "--set",
                                "world.problems.count=6",
                                "--set",
                                "trials.count=20",
                                "--set",
                                "budgets.values=[1, 4]",
                                "--format",
                                "csv",
                                "--out",
                                out,
                                file),
                        Stream.of(options))
                .toArray(String[]::new);
    }

    private static Ran onDisk(FaultyDisk disk, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                Terminal.plain(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8)),
                new Interruption(),
                text -> text.startsWith(SEEN) ? disk.view(Path.of(text.substring(SEEN.length()))) : Path.of(text),
                arguments);
        Thread.interrupted();
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static List<Path> runs(Path store) throws IOException {
        if (!Files.isDirectory(store)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(store)) {
            return found.filter(run -> Files.exists(run.resolve("manifest.json")))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isComplete(Path run) throws IOException {
        return Files.readString(run.resolve("manifest.json")).contains("\"status\": \"complete\"");
    }

    private static List<byte[]> bytes(Path run) throws IOException {
        List<byte[]> bytes = new ArrayList<>();
        for (String file : FILES) {
            bytes.add(Files.readAllBytes(run.resolve(file)));
        }
        return bytes;
    }

    private static void assertWhole(List<byte[]> whole, Path run, String what) throws IOException {
        List<byte[]> found = bytes(run);
        for (int i = 0; i < whole.size(); i++) {
            assertArrayEquals(whole.get(i), found.get(i), what + ": " + FILES.get(i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void run_anyChangeOfTheDiskFails_endsWithTheTruthAndGoesOnToTheSameBytes(Fault fault) throws IOException {
        String file = Scenarios.write(temp, "one", "weighted-vote, early-stopping-vote");
        Path whole = temp.resolve("whole");
        Ran reference = Ran.command(command(whole.toString(), file)).assertDone();
        List<byte[]> expected = bytes(runs(whole).get(0));
        String header = reference.out().substring(0, reference.out().indexOf('\n') + 1);
        boolean dies = fault == Fault.KILLED || fault == Fault.POWER;
        int failed = 0;
        for (int at = fault.ordinal() % STRIDE; ; at += STRIDE) {
            String what = fault + " at change " + at;
            Path root = Files.createDirectory(temp.resolve("disk"));
            Path attic = Files.createDirectory(temp.resolve("attic"));
            FaultyDisk disk = new FaultyDisk(root, attic, fault, at);
            Ran ran = onDisk(disk, command(SEEN + root.resolve("out"), file));
            if (!dies) {
                assertFalse(ran.err().contains("internal error") || ran.err().contains("\tat "), what + ran.err());
                boolean none = ran.out().isEmpty() || ran.out().equals(header);
                assertTrue(none || ran.out().equals(reference.out()), what + "\n" + ran.out());
            }
            Path store = (Files.exists(root) ? root : attic.resolve("gone")).resolve("out");
            List<Path> left = runs(store);
            for (Path run : left) {
                if (isComplete(run)) {
                    assertWhole(expected, run, what);
                }
            }
            if (ran.code() == ExitCode.DONE) {
                assertEquals(reference.out(), ran.out(), what);
                assertTrue(left.size() == 1 && isComplete(left.get(0)), what + ": not complete");
            } else {
                failed++;
                assertFalse(ran.err().isBlank(), what);
            }
            goOn(store, file, expected, left.isEmpty(), what);
            FaultyDisk.deleteAll(root);
            FaultyDisk.deleteAll(attic);
            if (at >= disk.changes()) {
                assertEquals(ExitCode.DONE, ran.code(), ran.err());
                assertTrue(failed > 15 / STRIDE && at > 40, "the disk failed too seldom: " + failed + " of " + at);
                return;
            }
        }
    }

    private static void goOn(Path store, String file, List<byte[]> expected, boolean nothing, String what)
            throws IOException {
        FaultyDisk sound = new FaultyDisk(store, store, Fault.KILLED, Integer.MAX_VALUE);
        Ran resumed = onDisk(sound, command(SEEN + store, file, "--resume"));
        if (nothing) {
            resumed.assertFailed(ExitCode.INVALID, "there is no run of one");
            resumed = onDisk(sound, command(SEEN + store, file));
        }
        assertEquals(ExitCode.DONE, resumed.code(), what + "\n" + resumed.err());
        List<Path> runs = runs(store);
        assertEquals(1, runs.size(), what);
        assertTrue(isComplete(runs.get(0)), what);
        assertWhole(expected, runs.get(0), what);
        try (Stream<Path> found = Files.list(runs.get(0))) {
            assertEquals(
                    List.of("manifest.json", "problems.csv.gz", "rows.csv", "rows.json", "scenario.yaml"),
                    found.map(path -> path.getFileName().toString()).sorted().toList(),
                    what);
        }
    }
}

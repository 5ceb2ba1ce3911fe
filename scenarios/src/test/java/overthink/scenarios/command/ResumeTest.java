package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.Terminal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs that are interrupted, and go on. */
class ResumeTest {

    @TempDir
    private Path temp;

    /** Asks the run to stop when it has been looked at so often: in the middle of it. */
    private static final class After extends Interruption {

        private final AtomicInteger left;

        After(int looks) {
            left = new AtomicInteger(looks);
        }

        @Override
        public boolean getAsBoolean() {
            return left.decrementAndGet() < 0;
        }
    }

    private static Ran interrupted(int looks, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                Terminal.plain(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8)),
                new After(looks),
                arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String[] command(String out, String... options) {
        return Stream.concat(
                        Stream.of(
                                "run",
                                "--threads",
                                "2",
                                "--method",
                                "simulated",
                                "--set",
                                "trials.count=1000",
                                "--out",
                                temp.resolve(out).toString()),
                        Stream.of(options))
                .toArray(String[]::new);
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.sorted().toList();
        }
    }

    private String scenario() throws IOException {
        return Scenarios.write(temp, "one", "single, best-of-n, majority-vote");
    }

    @Tag("slow")
    @Test
    void run_interruptedAndResumed_givesTheSameBytes() throws IOException {
        String file = scenario();
        Ran whole = Ran.command(command("whole", "--format", "csv", file)).assertDone();
        Ran first = interrupted(250, command("out", "--format", "json", file));
        assertEquals(ExitCode.INTERRUPTED, first.code(), first.err());
        assertTrue(first.err().contains("one: interrupted; these are results of "), first.err());
        assertTrue(first.err().contains("one: the same command with --resume goes on with "), first.err());
        JsonNode partial = JsonMapper.shared().readTree(first.out());
        int problems = partial.get("partial").get("problems").asInt();
        assertTrue(problems > 0 && problems < 40, first.err());
        assertEquals(40, partial.get("partial").get("of").asInt());
        assertEquals(problems, partial.get("rows").get(0).get("problems").asInt());
        Path run = list(temp.resolve("out")).get(0);
        assertTrue(Files.readString(run.resolve("manifest.json")).contains("\"status\": \"partial\""));
        Ran second = interrupted(100, command("out", "--resume", file));
        assertTrue(second.out().contains("\nPARTIAL: the run was interrupted. Rows are of the "), second.out());

        Ran third = Ran.command(command("out", "--resume", "--format", "csv", file));
        assertEquals(ExitCode.DONE, third.code(), third.err());
        assertTrue(
                third.err().matches("one: goes on with \\S+-one-\\S+, of which \\d+ shards are there\n"), third.err());
        assertEquals(whole.out(), third.out());
        assertEquals(List.of(run), list(temp.resolve("out")));
        for (String rows : List.of("rows.json", "rows.csv", "problems.csv.gz", "scenario.yaml")) {
            assertArrayEquals(
                    Files.readAllBytes(list(temp.resolve("whole")).get(0).resolve(rows)),
                    Files.readAllBytes(run.resolve(rows)),
                    rows);
        }
        assertFalse(Files.exists(run.resolve("shards.log")));
        Ran fourth = Ran.command(command("out", "--resume", file));
        assertEquals("one: complete already, in %s\n".formatted(run), fourth.err());
        assertEquals(ExitCode.DONE, fourth.code());
    }

    /** After a complete run of 2099 the clock was set right: its name is the last, and another run began after it. */
    @Tag("slow")
    @Test
    void resume_clockSetBack_goesOnWithTheRunThatBeganLast() throws IOException {
        String file = scenario();
        Ran.command(command("out", "--format", "csv", file)).assertDone();
        Path first = list(temp.resolve("out")).get(0);
        Path ahead = Files.move(
                first,
                first.resolveSibling("2099" + first.getFileName().toString().substring(4)));
        interrupted(250, command("out", file));
        List<Path> runs = list(temp.resolve("out"));
        assertEquals(ahead, runs.get(1));
        Ran resumed = Ran.command(command("out", "--resume", "--format", "csv", file));
        assertTrue(resumed.err().startsWith("one: goes on with " + runs.get(0).getFileName()), resumed.err());
        assertArrayEquals(
                Files.readAllBytes(ahead.resolve("rows.csv")),
                Files.readAllBytes(runs.get(0).resolve("rows.csv")));
    }

    /** What was being written when the power failed, or what a disk has turned into, is played again. */
    @Tag("slow")
    @Test
    void resume_damagedShards_givesTheSameBytes() throws IOException {
        String file = scenario();
        Ran whole = Ran.command(command("whole", "--format", "csv", file)).assertDone();
        interrupted(250, command("out", file));
        Path shards = list(temp.resolve("out")).get(0).resolve("shards.log");
        byte[] bytes = Files.readAllBytes(shards);
        bytes[bytes.length / 2] ^= 1;
        Files.write(shards, bytes);
        try (FileChannel channel = FileChannel.open(shards, StandardOpenOption.WRITE)) {
            channel.truncate(bytes.length - 5);
        }
        Ran resumed = Ran.command(command("out", "--resume", "--format", "csv", file));
        assertTrue(resumed.err().matches("one: goes on .*; [\\d,]+ bytes of another were not whole\n"), resumed.err());
        assertEquals(whole.out(), resumed.out());
    }

    @Tag("slow")
    @Test
    void resume_otherScenarioOrVersionOrProcess_isRefusedAndLosesNothing() throws IOException {
        String file = scenario();
        interrupted(250, command("out", file));
        Path shards = list(temp.resolve("out")).get(0).resolve("shards.log");
        byte[] kept = Files.readAllBytes(shards);
        Ran other = Ran.command(command("out", "--resume", "--set", "world.verifier.outcome.auc=0.7", file));
        other.assertRefused(
                ": this run is of another scenario 'one': world.verifier.outcome.auc was 0.8 and is 0.7. Undo that, or begin"
                        + " anew, without --resume");
        try (FileChannel channel = FileChannel.open(shards, StandardOpenOption.WRITE)) {
            assertTrue(channel.tryLock() != null);
            Ran.command(command("out", "--resume", file))
                    .assertFailed(ExitCode.INVALID, "one: ", "another process is at work on this run");
        }
        assertArrayEquals(kept, Files.readAllBytes(shards));
        byte[] later = kept.clone();
        int version = new String(kept, StandardCharsets.ISO_8859_1).indexOf("development");
        later[version] = 'D';
        Files.write(shards, later);
        Ran.command(command("out", "--resume", file))
                .assertFailed(
                        ExitCode.INVALID, "the shards are of version Development, and this is version development");
        Files.write(shards, new byte[] {1, 2, 3});
        Ran.command(command("out", "--resume", file)).assertFailed(ExitCode.INVALID, "the file is damaged");
        Files.delete(shards);
        Ran.command(command("out", "--resume", file)).assertFailed(ExitCode.INVALID, "its shards are missing");
    }

    @Test
    void resume_nothingThere_isRefused() throws IOException {
        String file = scenario();
        Ran.command("run", "--resume", file).assertRefused("--resume needs --out DIR");
        Ran.command(command("none", "--resume", file)).assertRefused("--resume: there is no run of one in ");
    }

    /** The first is complete, the second was interrupted, the third never begun. */
    @Tag("slow")
    @Test
    void run_several_interrupted_goOnWhereTheyWere() throws IOException {
        String one = scenario();
        String two = Scenarios.write(temp, "two", "single, best-of-n");
        String three = Scenarios.write(temp, "three", "single");
        Ran.command(command("out", one)).assertDone();
        Ran stopped = interrupted(150, command("out", two, three));
        assertEquals(ExitCode.INTERRUPTED, stopped.code(), stopped.err());
        assertTrue(stopped.err().endsWith("three: not run\n"), stopped.err());
        Ran resumed = Ran.command(command("out", "--resume", "--format", "csv", one, two, three));
        assertEquals(ExitCode.DONE, resumed.code(), resumed.err());
        assertEquals(1 + 6 + 3, resumed.out().lines().count());
        assertEquals(3, list(temp.resolve("out")).size());
    }
}

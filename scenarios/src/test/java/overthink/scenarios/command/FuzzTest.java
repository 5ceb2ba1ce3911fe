package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.ScenarioKeys;
import overthink.scenarios.faults.Fault;
import overthink.scenarios.faults.FaultyDisk;
import overthink.scenarios.faults.Mutants;

/**
 * Scenarios, command lines, recordings and stores, mutated from all valid ones: each is run or refused with a sentence, in time,
 * and leaves nothing beside its folder. The seed is fixed, so that nothing is left to chance; {@code -Doverthink.fuzz=20000} and
 * {@code -Doverthink.fuzz.seed=7} try more and others, and what is found is printed with the words that repeat it.
 */
@Tag("slow")
class FuzzTest {

    private static final int INPUTS = Integer.getInteger("overthink.fuzz", 2000);

    private static final long SEED = Long.getLong("overthink.fuzz.seed", 20261129L);

    /** A run that takes longer is interrupted, as by Ctrl-C. */
    private static final long PATIENCE_NANOS = 500_000_000L;

    /** Whatever is not over then hangs. */
    private static final int MOST_SECONDS = 60;

    private static final Set<Integer> CODES = Set.of(
            ExitCode.DONE, ExitCode.FAILED, ExitCode.INVALID, ExitCode.UNMET, ExitCode.NOTHING, ExitCode.INTERRUPTED);

    /** What is not for users: the names of Java's classes and packages, and what such things print by themselves. */
    private static final Pattern INTERNAL = Pattern.compile(
            "[a-z]\\.[A-Z][a-z]+[A-Z]|Exception|\\bjava\\.|\\borg\\.|[Ii]nternal error|\\tat |[\\p{Cc}&&[^\\n\\t]]");

    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "-1",
            "2",
            "7",
            "0.5",
            "-0.5",
            "1.5",
            "1e-300",
            "1e300",
            "1e9",
            "1000000",
            "2147483648",
            "nan",
            "inf",
            "null",
            "true",
            "''",
            "x",
            "[]",
            "{}",
            "[1, 2]",
            "{point: 0.5}",
            "none",
            "all",
            "9".repeat(40),
            "é",
            "~",
            "-0.0",
            "{}{}",
            "1..3",
            "1,2",
            "0.1..0.3/0.1",
            "best-of-n",
            "majority-vote@4",
            "best-of-n@1",
            "coverage of single > 0.1");

    @TempDir
    private Path temp;

    private final UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(SEED);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "fuzz");
        made.setDaemon(true);
        return made;
    });
    private final Map<Integer, Integer> codes = new TreeMap<>();

    @AfterEach
    void end() {
        thread.shutdownNow();
    }

    /** Is asked to stop when a run takes long. */
    private static final class Impatience extends Interruption {
        private final long until = System.nanoTime() + PATIENCE_NANOS;

        @Override
        public boolean getAsBoolean() {
            return System.nanoTime() - until > 0;
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Runs a command whose relative paths are below a folder. */
    private Ran run(Path folder, List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String what = "input %s, seed %d: %s"
                .formatted(codes.values().stream().mapToInt(i -> i).sum(), SEED, arguments);
        try {
            int code = thread.submit(() -> Main.run(
                            Terminal.plain(
                                    new PrintStream(out, false, StandardCharsets.UTF_8),
                                    new PrintStream(err, false, StandardCharsets.UTF_8)),
                            new Impatience(),
                            text -> folder.resolve(Main.path(text)),
                            arguments.toArray(String[]::new)))
                    .get(MOST_SECONDS, TimeUnit.SECONDS);
            codes.merge(code, 1, Integer::sum);
            Ran ran = new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
            assertTrue(CODES.contains(code), () -> what + "\nended with " + code + "\n" + ran.err());
            assertTrue(!INTERNAL.matcher(ran.err()).find(), () -> what + "\nsaid\n" + ran.err());
            assertTrue(code == ExitCode.DONE || !ran.err().isBlank(), () -> what + "\nfailed silently, " + code);
            return ran;
        } catch (TimeoutException e) {
            throw new AssertionError(what + "\nhangs", e);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(what, e);
        }
    }

    private static List<Path> list(Path folder, String ending) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .filter(file -> ("/" + file).split("/(target|src)/", 2).length == 1)
                    .sorted()
                    .toList();
        }
    }

    /** Scenarios, with the files that they read, in a folder. */
    private Path scenarios() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("scenarios"));
        for (String ending : List.of(".yaml", ".csv")) {
            for (Path file : list(Path.of(""), ending)) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        return folder;
    }

    private static final List<String> SMALL = List.of("--set", "trials={count: 2}", "--quiet");

    private static List<String> words(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    @Test
    void scenarios_mutated_areRunOrRefused() throws IOException {
        Path folder = scenarios();
        List<Path> files = list(folder, ".yaml");
        for (int i = 0; i < INPUTS * 30 / 100; i++) {
            String text = Files.readString(any(files));
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                text = Mutants.text(text, random);
            }
            Files.write(folder.resolve("mutant.yml"), text.getBytes(StandardCharsets.UTF_8));
            Ran ran = run(folder, List.of("validate", "mutant.yml"));
            if (ran.code() == ExitCode.DONE && i % 5 == 0) {
                run(folder, words(SMALL, "run", "mutant.yml", "--set", "budgets.values=[1, 4]"));
            }
        }
        assertBothHappen();
    }

    /** One key of a valid scenario gets another value. */
    @Test
    void overrides_ofAnyKey_areRunOrRefused() throws IOException {
        Path folder = scenarios();
        List<Path> files = list(folder, ".yaml");
        for (int i = 0; i < INPUTS * 15 / 100; i++) {
            Path file = any(files);
            List<String> keys = List.copyOf(ScenarioKeys.of(file).keySet());
            String set = any(keys) + "=" + any(VALUES);
            boolean runs = i % 8 == 0;
            List<String> words = new ArrayList<>(List.of(runs ? "run" : "validate", file.toString(), "--set", set));
            if (runs) {
                words.addAll(SMALL);
            }
            run(folder, words);
        }
        assertBothHappen();
    }

    @Test
    void commandLines_mutated_areRunOrRefused() throws IOException {
        Path folder = scenarios();
        Path root = Files.createDirectory(temp.resolve("root"));
        Files.move(folder, root.resolve("scenarios"));
        List<List<String>> lines = lines();
        for (int i = 0; i < INPUTS * 15 / 100; i++) {
            List<String> words = new ArrayList<>(any(lines));
            for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
                mutate(words, lines);
            }
            words.removeIf(word -> word.contains("--parquet")
                    || word.contains("--threads")
                    || word.equals("gallery")
                    || word.equals("explore")
                    || word.equals("check")
                    || word.equals("claims"));
            if (!words.isEmpty() && Set.of("run", "sweep", "power").contains(words.get(0))) {
                words.addAll(List.of("--set", "trials={count: 2}", "--set", "world.problems.count=4"));
            }
            run(root, words);
        }
        assertBothHappen();
    }

    /** The examples of all commands' help. */
    private static List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        for (String command : List.of(
                "run",
                "validate",
                "sweep",
                "plan",
                "power",
                "solve",
                "inspect",
                "fit",
                "forecast",
                "report",
                "plot",
                "runs",
                "compare",
                "strategies",
                "scenarios",
                "schema",
                "worlds")) {
            Ran help = Ran.command(command, "--help");
            help.out().lines().filter(line -> line.startsWith("  ./overthink ")).forEach(line -> {
                List<String> words = new ArrayList<>();
                for (String word :
                        line.strip().replaceAll(" [<>|] ?[a-z.-]+$", "").split(" (?=(?:[^']*'[^']*')*[^']*$)")) {
                    words.add(word.replace("'", ""));
                }
                lines.add(List.copyOf(words.subList(1, words.size())));
            });
        }
        return lines;
    }

    private void mutate(List<String> words, List<List<String>> lines) {
        if (words.isEmpty()) {
            return;
        }
        int at = random.nextInt(words.size());
        switch (random.nextInt(7)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, any(any(lines)));
            case 2 -> words.set(at, any(VALUES));
            case 3 -> words.set(at, Mutants.text(words.get(at), random));
            case 4 -> words.add(words.get(at));
            case 5 -> words.add(at, any(Mutants.FRAGMENTS));
            default -> words.set(at, any(any(lines)));
        }
    }

    @Test
    void recordings_mutated_areReadOrRefused() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("recordings"));
        byte[] table = Files.readAllBytes(Path.of("recorded-candidates.csv"));
        StringBuilder some = new StringBuilder();
        new String(table, StandardCharsets.UTF_8)
                .lines()
                .limit(120)
                .forEach(line -> some.append(line).append('\n'));
        byte[] lines = """
                {"problem": "a", "answer": "7", "correct": true, "score": 0.9, "tokens": 10}
                {"problem": "a", "answer": "8", "correct": false, "score": NaN, "tokens": 20}
                {"problem": "b", "answer": null, "correct": false, "score": 0.1, "tokens": 5}
                """.getBytes(StandardCharsets.UTF_8);
        List<List<String>> commands = List.of(
                List.of("inspect"),
                List.of("inspect", "--format", "json"),
                List.of("forecast", "--draws", "20", "--budgets", "1,4"));
        for (int i = 0; i < INPUTS * 30 / 100; i++) {
            byte[] mutant = i % 3 == 0 ? lines : some.toString().getBytes(StandardCharsets.UTF_8);
            boolean zipped = i % 5 == 0;
            mutant = zipped ? zip(mutant) : mutant;
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                mutant = Mutants.bytes(mutant, random);
            }
            String name = (i % 3 == 0 ? "mutant.jsonl" : "mutant.csv") + (zipped ? ".gz" : "");
            Files.write(folder.resolve(name), mutant);
            run(folder, words(any(commands), name));
        }
        assertBothHappen();
    }

    private static byte[] zip(byte[] plain) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        }
        return zipped.toByteArray();
    }

    /** What is left of a run that was interrupted gives the bytes of one that was not, however it is damaged, or is refused. */
    @Test
    void stores_mutated_areReadOrRefusedAndNeverGiveOtherRows() throws IOException {
        String file = Scenarios.write(temp, "one", "weighted-vote, early-stopping-vote");
        List<String> command = List.of(
                "run",
                file,
                "--quiet",
                "--threads",
                "1",
                "--set",
                "world.problems.count=20",
                "--method",
                "simulated",
                "--out");
        run(temp, words(command, "whole"));
        Path whole = list(temp.resolve("whole"), "rows.json").get(0);
        byte[] rows = Files.readAllBytes(whole);
        Path kept = interrupted(file);
        for (int i = 0; i < INPUTS * 10 / 100; i++) {
            Path store = Files.createDirectory(temp.resolve("store" + i));
            boolean resumes = i % 2 == 0;
            Path source = resumes ? kept : whole.getParent();
            Path run = Files.createDirectory(store.resolve(source.getFileName().toString()));
            List<Path> files = list(source, "");
            for (Path each : files) {
                Files.copy(each, run.resolve(each.getFileName().toString()));
            }
            Path victim = run.resolve(any(files).getFileName().toString());
            byte[] mutant = Files.readAllBytes(victim);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                mutant = Mutants.bytes(mutant, random);
            }
            Files.write(victim, mutant);
            String name = store.getFileName().toString();
            if (resumes) {
                if (run(temp, words(command, name, "--resume")).code() == ExitCode.DONE) {
                    String what = "seed %d, %s of %d".formatted(SEED, victim, i);
                    assertArrayEquals(rows, Files.readAllBytes(run.resolve("rows.json")), what);
                }
            } else {
                run(
                        temp,
                        any(List.of(
                                List.of("runs", name, "--format", "json"),
                                List.of("report", run.toString(), "-o", "report.html"),
                                List.of("plot", run.toString(), "-o", "plot.svg"),
                                List.of(
                                        "compare",
                                        run.toString(),
                                        whole.getParent().toString()))));
            }
            FaultyDisk.deleteAll(store);
        }
        assertBothHappen();
    }

    /** The folder of a run of which some shards are there. */
    private Path interrupted(String file) throws IOException {
        FaultyDisk disk = new FaultyDisk(temp, temp, Fault.KILLED, 40);
        ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(nowhere, false, StandardCharsets.UTF_8);
        Main.run(
                Terminal.plain(printer, printer),
                new Interruption(),
                text -> disk.view(temp.resolve(text)),
                "run",
                file,
                "--quiet",
                "--threads",
                "1",
                "--set",
                "world.problems.count=20",
                "--method",
                "simulated",
                "--out",
                "kept");
        Path run = list(temp.resolve("kept"), "manifest.json").get(0).getParent();
        assertEquals(true, Files.size(run.resolve("shards.log")) > 1000);
        return run;
    }

    private void assertBothHappen() {
        int all = codes.values().stream().mapToInt(i -> i).sum();
        int done = codes.getOrDefault(ExitCode.DONE, 0);
        assertTrue(done > all / 100 && done < all * 99 / 100, "both happen: " + codes);
    }
}

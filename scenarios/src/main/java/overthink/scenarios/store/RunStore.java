package overthink.scenarios.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import overthink.scenarios.document.ScenarioKeys;
import overthink.scenarios.files.FileTrouble;
import overthink.scenarios.files.WholeFile;
import overthink.scenarios.results.Manifest;

/**
 * A directory of runs. Each has a folder of its own, named by the time of its start (UTC), the scenario and its digest, as
 * {@code 20260131T235959Z-quickstart-1a2b3c4d}; no folder is ever written by two runs. Names are for people: a clock can be set
 * back, so that runs are numbered in the order in which they begin.
 */
public final class RunStore {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Digits of the digest in a folder's name. */
    private static final int DIGITS = 8;

    private static final int LONGEST_NAME = 60;

    /** More runs of one scenario begin in no second. */
    private static final int MOST_TWINS = 10_000;

    /** More keys that differ are not named. */
    private static final int MOST_NAMED = 5;

    private final Path directory;

    /** Names a directory, which need not exist yet. */
    public RunStore(Path directory) {
        this.directory = directory;
    }

    /** Its path, as it was given. */
    public Path directory() {
        return directory;
    }

    /**
     * Why runs could not be kept here. It is tried: the directory is made, and a file is written in it; when that fails, what was
     * made is removed again. Only a disk that is full later can still be in the way.
     */
    public Optional<String> obstacle() {
        if (directory.toString().isBlank()) {
            return Optional.of("--out needs the name of a directory, not an empty one. Maybe: --out results");
        }
        Deque<Path> made = new ArrayDeque<>();
        try {
            make(directory.toAbsolutePath(), made);
            Files.delete(Files.createTempFile(directory, ".writing", ""));
            return Optional.empty();
        } catch (IOException e) {
            made.forEach(RunStore::remove);
            return Optional.of("%s: results cannot be written here: %s".formatted(directory, FileTrouble.of(e)));
        }
    }

    /** Makes a directory and those above it; says which were made, the deepest first. */
    private static void make(Path place, Deque<Path> made) throws IOException {
        if (Files.isDirectory(place)) {
            return;
        }
        Path above = place.getParent();
        if (above != null) {
            make(above, made);
        }
        try {
            Files.createDirectory(place);
            made.push(place);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(place)) { // which another run may have made meanwhile
                String what = Files.exists(place) ? "a file" : "a link to nothing";
                throw new IOException("results go to a directory, and %s is %s".formatted(place, what));
            }
        }
    }

    private static void remove(Path directory) {
        try {
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            // Somebody else put something in; it is in nobody's way.
        }
    }

    /**
     * Begins a run: makes its folder, and puts the scenario and a manifest that says so there.
     *
     * @param manifest of what begins
     * @param scenario the text of the scenario as it runs
     * @param start when, as the clock says
     * @param origin of its shards
     */
    public RunFolder begin(Manifest manifest, String scenario, Instant start, ShardLog.Origin origin)
            throws IOException {
        Files.createDirectories(directory);
        String name = "%s-%s-%s"
                .formatted(
                        TIME.format(start),
                        plain(manifest.scenario()),
                        manifest.digest()
                                .substring(0, Math.min(DIGITS, manifest.digest().length())));
        long ordinal =
                1 + existing().stream().mapToLong(RunFolder::ordinal).max().orElse(0);
        for (int twin = 1; twin < MOST_TWINS; twin++) {
            Path place = directory.resolve(twin == 1 ? name : name + "-" + twin);
            try {
                Files.createDirectory(place); // of two that try, one succeeds
            } catch (FileAlreadyExistsException e) {
                continue;
            }
            WholeFile.keepNames(directory);
            return begin(place, manifest, scenario, origin, ordinal);
        }
        throw new IOException("there are %d runs of this second already".formatted(MOST_TWINS));
    }

    /** A folder with the files of a run that begins; when they find no room, none is left. */
    private static RunFolder begin(Path place, Manifest manifest, String scenario, ShardLog.Origin origin, long ordinal)
            throws IOException {
        try {
            return RunFolder.begin(place, manifest, scenario, origin, ordinal);
        } catch (IOException e) {
            RunFolder.discard(place);
            throw e;
        }
    }

    /** What a scenario's name looks like in the name of a folder. */
    private static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        String cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        return cut.isEmpty() ? "run" : cut;
    }

    /**
     * The run of a scenario to go on with: the last that began of those with its digest, be it complete. Empty when no run of
     * a scenario of this name is here.
     *
     * @param manifest of what is to go on
     * @param scenario its text
     * @throws BrokenRunException when the runs of this name that are not complete are of other scenarios
     */
    public Optional<RunFolder> last(Manifest manifest, String scenario) throws IOException {
        RunFolder last = null;
        RunFolder other = null;
        for (RunFolder run : existing()) {
            if (run.fact("scenario").equals(manifest.scenario())) {
                if (run.fact("digest").equals(manifest.digest())) {
                    last = run;
                } else if (!run.status().equals(RunFolder.Status.COMPLETE.label())) {
                    other = run;
                }
            }
        }
        if (last == null && other != null) {
            throw new BrokenRunException(
                    "%s: this run is of another scenario '%s': %s. Undo that, or begin anew, without --resume"
                            .formatted(other.place(), manifest.scenario(), differences(other, scenario)));
        }
        return Optional.ofNullable(last);
    }

    private static String differences(RunFolder run, String scenario) {
        Map<String, String> then = ScenarioKeys.of(run.scenario());
        Map<String, String> now = ScenarioKeys.of(scenario);
        TreeSet<String> keys = new TreeSet<>(then.keySet());
        keys.addAll(now.keySet());
        String changed = keys.stream()
                .filter(key -> !Objects.equals(then.get(key), now.get(key)))
                .limit(MOST_NAMED)
                .map(key -> "%s was %s and is %s"
                        .formatted(key, then.getOrDefault(key, "absent"), now.getOrDefault(key, "absent")))
                .collect(Collectors.joining("; "));
        return changed.isEmpty() ? "the files that it reads have changed" : changed;
    }

    /**
     * All runs that are here, in the order in which they began. Those that tell no number come first, by the names of their
     * folders, which also decide between two of one number: they began at once, or in another store.
     *
     * @param broken hears of what is no whole run
     */
    public List<RunFolder> runs(Consumer<String> broken) throws IOException {
        List<RunFolder> runs = new ArrayList<>();
        try (Stream<Path> found = Files.list(directory)) {
            for (Path place : found.sorted().toList()) {
                if (RunFolder.isOne(place)) {
                    try {
                        runs.add(RunFolder.open(place));
                    } catch (BrokenRunException e) {
                        broken.accept(e.getMessage());
                    } catch (IOException e) { // somebody else's, or gone meanwhile
                        broken.accept("%s: its manifest cannot be read: %s".formatted(place, FileTrouble.of(e)));
                    }
                }
            }
        }
        runs.sort(Comparator.comparingLong(RunFolder::ordinal)); // keeps the order of names
        return runs;
    }

    private List<RunFolder> existing() throws IOException {
        return Files.isDirectory(directory) ? runs(broken -> {}) : List.of();
    }
}

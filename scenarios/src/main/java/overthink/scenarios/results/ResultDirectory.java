package overthink.scenarios.results;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import overthink.scenarios.files.FileTrouble;

/**
 * A directory of results: {@code NAME/rows.json}, {@code NAME/rows.csv} and {@code NAME/manifest.json} for each
 * scenario. Every file is written aside and moved into place whole. The manifest goes first and comes last, so that
 * what stands beside a manifest belongs to it.
 */
public final class ResultDirectory {

    private static final String MANIFEST = "manifest.json";
    private static final List<String> FILES = List.of("rows.json", "rows.csv", MANIFEST);

    private final Path directory;

    /** Names a directory, which need not exist yet. */
    public ResultDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Why the results of scenarios with these names could not be written here. It is tried: directories are made, a file is
     * written in each, and all that was made is removed again. Only a disk that is full later can still be in the way.
     */
    public Optional<String> obstacle(List<String> scenarios) {
        if (directory.toString().isBlank()) {
            return Optional.of("--out needs the name of a directory, not an empty one. Maybe: --out results");
        }
        Deque<Path> made = new ArrayDeque<>();
        try {
            Map<Path, String> owners = new HashMap<>();
            for (String name : scenarios) {
                Optional<String> obstacle = obstacle(name, owners, made);
                if (obstacle.isPresent()) {
                    return obstacle;
                }
            }
            return Optional.empty();
        } finally {
            made.forEach(ResultDirectory::remove);
        }
    }

    private Optional<String> obstacle(String name, Map<Path, String> owners, Deque<Path> made) {
        Optional<Path> named = FileTrouble.below(directory, name);
        if (named.isEmpty() || !name.matches("[^/\\\\\\p{Cntrl}]+") || name.equals(".") || name.equals("..")) {
            return Optional.of("%s: the scenario name '%s' cannot name a directory. Maybe: --set name=%s"
                    .formatted(directory, name, plain(name)));
        }
        Path place = named.get();
        try {
            make(place.toAbsolutePath(), made);
            String owner = owners.put(place.toRealPath(), name);
            if (owner != null) {
                return Optional.of("%s: two scenarios have the name %s%s, and would write the same files. Rename one."
                        .formatted(directory, name, owner.equals(name) ? "" : " or " + owner));
            }
            for (String file : FILES) {
                if (Files.isDirectory(place.resolve(file))) {
                    return Optional.of("%s: a file goes here, and this is a directory".formatted(place.resolve(file)));
                }
            }
            Path probe = Files.createTempFile(place, ".writing", "");
            Files.delete(probe);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("%s: results cannot be written here: %s".formatted(place, FileTrouble.of(e)));
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
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            String what = Files.exists(place) ? "a file" : "a link to nothing";
            throw new IOException("results go to a directory, and %s is %s".formatted(place, what));
        }
        Files.createDirectory(place);
        made.push(place);
    }

    private static void remove(Path directory) {
        try {
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            // Somebody else put something in; it is in nobody's way.
        }
    }

    private static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return plain.isEmpty() ? "results" : plain;
    }

    /** Writes the three files of one document in place of older ones. */
    public void write(ResultDocument document) throws IOException {
        Path place =
                Files.createDirectories(directory.resolve(document.manifest().scenario()));
        Path aside = Files.createTempDirectory(place, ".writing");
        try {
            write(aside.resolve("rows.json"), out -> JsonWriter.writeRows(out, document));
            write(aside.resolve("rows.csv"), out -> {
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                try (CsvWriter csv = new CsvWriter(text)) {
                    csv.write(document);
                }
                text.flush();
            });
            write(aside.resolve(MANIFEST), out -> JsonWriter.writeManifest(out, document.manifest()));
            Files.deleteIfExists(place.resolve(MANIFEST));
            for (String name : FILES) {
                Files.move(aside.resolve(name), place.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (String name : FILES) {
                remove(aside.resolve(name));
            }
            remove(aside);
        }
    }

    private static void write(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.writeTo(out);
        }
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}

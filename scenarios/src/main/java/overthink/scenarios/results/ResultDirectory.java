package overthink.scenarios.results;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A directory of results: {@code NAME/rows.json}, {@code NAME/rows.csv} and {@code NAME/manifest.json} for each
 * scenario. Every file is written aside and moved into place whole. The manifest goes first and comes last, so that
 * what stands beside a manifest belongs to it.
 */
public final class ResultDirectory {

    private static final String MANIFEST = "manifest.json";

    private final Path directory;

    /** Names a directory, which need not exist yet. */
    public ResultDirectory(Path directory) {
        this.directory = directory;
    }

    /** Why the results of scenarios with these names could not be written here, so far as that can be told. */
    public Optional<String> obstacle(List<String> scenarios) {
        Path existing = directory.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            return Optional.of("%s: results go to a directory, and %s is a file".formatted(directory, existing));
        }
        if (!Files.isWritable(existing)) {
            return Optional.of("%s: nothing may be written in %s".formatted(directory, existing));
        }
        Set<String> seen = new HashSet<>();
        for (String name : scenarios) {
            if (!name.matches("[^/\\\\\\p{Cntrl}]+") || name.equals(".") || name.equals("..")) {
                return Optional.of("%s: the scenario name '%s' cannot name a directory".formatted(directory, name));
            }
            if (!seen.add(name)) {
                return Optional.of("%s: two scenarios have the name %s, and would write the same files. Rename one."
                        .formatted(directory, name));
            }
        }
        return Optional.empty();
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
            for (String name : List.of("rows.json", "rows.csv", MANIFEST)) {
                Files.move(aside.resolve(name), place.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (String name : List.of("rows.json", "rows.csv", MANIFEST)) {
                Files.deleteIfExists(aside.resolve(name));
            }
            Files.deleteIfExists(aside);
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

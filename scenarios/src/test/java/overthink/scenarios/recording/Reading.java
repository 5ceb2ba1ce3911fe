package overthink.scenarios.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import overthink.core.world.Recording;
import overthink.scenarios.files.BrokenFileException;
import overthink.scenarios.recording.table.Table;
import overthink.scenarios.recording.table.Tables;

/** A file that was read: what it holds, or what is wrong with it. */
record Reading(@Nullable Recorded recorded, List<String> mistakes) {

    static Reading of(Path file, Mapping mapping) throws IOException {
        List<String> mistakes = new ArrayList<>();
        try (Table table = Tables.open(file, null)) {
            Recorded read = new RecordingReader(
                            table,
                            mapping,
                            (line, column, value, rule, hint) -> mistakes.add(
                                    "%d: %s: %s, not %s%s".formatted(line, column, rule, value, maybe(hint))),
                            share -> {})
                    .read();
            return new Reading(read, mistakes);
        } catch (BrokenFileException e) {
            mistakes.add(e.line() + ": " + e.getMessage() + maybe(e.hint()));
            return new Reading(null, mistakes);
        }
    }

    static Reading of(Path file) throws IOException {
        return of(file, Mapping.GUESSED);
    }

    /** Reads a text, guessing. */
    static Reading text(Path folder, String text) throws IOException {
        return of(Files.writeString(folder.resolve("file"), text));
    }

    private static String maybe(String hint) {
        return hint.isEmpty() ? "" : ". Maybe: " + hint;
    }

    Recorded whole() {
        if (recorded == null) {
            throw new AssertionError(mistakes);
        }
        return recorded;
    }

    Recording recording() {
        return whole().recording().orElseThrow();
    }

    RecordedCounts counts() {
        return whole().counts().orElseThrow();
    }

    /** The only mistake. */
    String mistake() {
        if (mistakes.size() != 1) {
            throw new AssertionError(mistakes + " " + recorded);
        }
        return mistakes.get(0);
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    /** An archive of files, each a name and then its text. */
    static byte[] zip(String... files) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (int i = 0; i < files.length; i += 2) {
                out.putNextEntry(new ZipEntry(files[i]));
                out.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return packed.toByteArray();
    }
}

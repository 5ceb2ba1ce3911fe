package overthink.scenarios.recording.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.files.BrokenFileException;
import overthink.scenarios.files.JsonValues;

/** An Inspect log: a zip archive with a sample in each {@code samples/ID_epoch_N.json}. */
final class InspectArchive implements Records {

    /** What a sample has most bytes of, and nobody asks for here. */
    private static final Set<String> SKIPPED =
            Set.of("messages", "events", "store", "attachments", "metadata", "input", "sandbox", "setup", "files");

    private static final String FOLDER = "samples/";

    private final ZipFile zip;
    private final Iterator<? extends ZipEntry> samples;
    private int number;

    /** Opens an archive. */
    InspectArchive(Path file) throws IOException {
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException e) {
            throw new BrokenFileException(0, "this archive is cut short or damaged", "copy it anew");
        }
        List<? extends ZipEntry> entries = Collections.list(zip.entries()).stream()
                .filter(entry ->
                        entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".json"))
                .toList();
        if (entries.isEmpty()) {
            zip.close();
            throw new BrokenFileException(
                    1,
                    "this is a zip archive and no log of Inspect, which has its samples in a folder samples",
                    "unpack it, or save a workbook as CSV");
        }
        samples = entries.iterator();
    }

    @Override
    public String format() {
        return "Inspect log";
    }

    @Override
    @SuppressWarnings("unchecked") // the keys of an object are texts
    public @Nullable Map<String, @Nullable Object> next() throws IOException {
        if (!samples.hasNext()) {
            return null;
        }
        number++;
        ZipEntry entry = samples.next();
        try (InputStream in = zip.getInputStream(entry);
                JsonValues values = new JsonValues(in, SKIPPED)) {
            if (values.token() != null && values.value() instanceof Map<?, ?> sample) {
                return (Map<String, @Nullable Object>) sample;
            }
        } catch (IOException e) {
            throw new BrokenFileException(
                    0,
                    "sample %d of this archive is damaged, or packed in a way that is not read here".formatted(number),
                    "copy it anew");
        }
        throw new BrokenFileException(0, "sample %d of this archive is no sample".formatted(number), "");
    }

    @Override
    public int line() {
        return number;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

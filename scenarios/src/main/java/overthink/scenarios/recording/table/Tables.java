package overthink.scenarios.recording.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.files.BrokenFileException;
import overthink.scenarios.files.DataFile;

/** Opens a file of rows as what it is; its name does not matter. */
public final class Tables {

    private Tables() {}

    /**
     * Opens a file.
     *
     * @param news hears when something must be fetched to read it, which takes a while; null when nothing may be
     * @throws BrokenFileException when it is not one of rows
     * @throws IOException when it cannot be read
     */
    public static Table open(Path file, @Nullable Consumer<String> news) throws IOException {
        DataFile data = DataFile.open(file);
        try {
            return switch (data.kind()) {
                case TEXT -> new CsvTable(data, data.content());
                case JSON -> new JsonTable(data, new JsonRecords(data.content()));
                case ZIP -> new JsonTable(data, new InspectArchive(file));
                case PARQUET -> new JsonTable(data, new ParquetRecords(file, news));
                case ZSTANDARD -> unpacked(data, new BufferedInputStream(new UnpackedLines(file, news), 1 << 16));
            };
        } catch (IOException | RuntimeException | Error e) {
            data.close();
            throw e;
        }
    }

    private static Table unpacked(DataFile data, BufferedInputStream text) throws IOException {
        try {
            return switch (DataFile.kind(text)) {
                case TEXT -> new CsvTable(data, text);
                case JSON -> new JsonTable(data, new JsonRecords(text));
                default -> throw new BrokenFileException(0, "this is packed twice", "unpack it once");
            };
        } catch (IOException | RuntimeException | Error e) {
            text.close();
            throw e;
        }
    }
}

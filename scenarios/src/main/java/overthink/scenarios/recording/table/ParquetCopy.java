package overthink.scenarios.recording.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import overthink.scenarios.files.BrokenFileException;

/** A table in Parquet, made of one in CSV by DuckDB. */
public final class ParquetCopy {

    private ParquetCopy() {}

    /**
     * Writes a table in Parquet.
     *
     * @param csv the table, with a header; what is empty has no value
     * @param types by column, in the order of the columns: VARCHAR, BIGINT, BOOLEAN or DOUBLE
     * @param parquet the file to be written, or written anew
     * @param news hears that DuckDB is fetched
     */
    public static void write(Path csv, Map<String, String> types, Path parquet, Consumer<String> news)
            throws IOException {
        // Names become part of a statement, so they are names of ours.
        Path folder = Files.createTempDirectory("overthink");
        Path made = folder.resolve("rows.parquet");
        try (Connection connection = DuckDb.connect(System.getenv(), news);
                Statement statement = connection.createStatement()) {
            Path link = folder.resolve("rows.csv");
            Files.copy(csv, link);
            statement.execute(
                    "COPY (SELECT * FROM read_csv(%s, header = true, auto_detect = false, columns = {%s})) TO %s (FORMAT parquet)"
                            .formatted(
                                    quoted(link.toString()),
                                    types.entrySet().stream()
                                            .map(type -> quoted(type.getKey()) + ": " + quoted(type.getValue()))
                                            .collect(Collectors.joining(", ")),
                                    quoted(made.toString())));
            Files.copy(made, parquet);
        } catch (SQLException e) {
            throw new BrokenFileException(0, "DuckDB cannot write it: " + e.getMessage(), "");
        } finally {
            Files.deleteIfExists(made);
            Files.deleteIfExists(folder.resolve("rows.csv"));
            Files.deleteIfExists(folder);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

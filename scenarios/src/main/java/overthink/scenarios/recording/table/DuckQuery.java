package overthink.scenarios.recording.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.files.BrokenFileException;

/** The texts that DuckDB makes of a file, one a row. Neither the file's name nor those of its columns become part of a query. */
final class DuckQuery implements AutoCloseable {

    private static final String DAMAGED = "this file is cut short or damaged, or uses what is not read here";

    private final Connection connection;
    /** A folder with a link to the file: in names DuckDB takes some letters for patterns. */
    private final Path folder;

    private final PreparedStatement statement;
    private final ResultSet rows;

    private DuckQuery(Path file, boolean parquet, @Nullable Consumer<String> news) throws IOException {
        connection = DuckDb.connect(System.getenv(), news);
        folder = Files.createTempDirectory("overthink");
        try {
            Path link = folder.resolve("file");
            Files.createSymbolicLink(link, file.toAbsolutePath());
            statement = connection.prepareStatement(
                    parquet
                            ? "SELECT CAST(to_json(%1$s) AS VARCHAR) FROM read_parquet(?) AS %1$s"
                                    .formatted(unusedName(link))
                            : "SELECT coalesce(line, '') FROM read_csv(?, compression = 'zstd', auto_detect = false,"
                                    + " header = false, columns = {'line': 'VARCHAR'}, delim = chr(1), quote = '',"
                                    + " escape = '', max_line_size = 16000000)");
            statement.setString(1, link.toString());
            rows = statement.executeQuery();
        } catch (SQLException e) {
            close();
            throw new BrokenFileException(0, DAMAGED, "copy it anew");
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The rows of a Parquet file, each as a JSON object. */
    static DuckQuery parquet(Path file, @Nullable Consumer<String> news) throws IOException {
        return new DuckQuery(file, true, news);
    }

    /** The lines of a text that Zstandard packed. */
    static DuckQuery lines(Path file, @Nullable Consumer<String> news) throws IOException {
        return new DuckQuery(file, false, news);
    }

    /** A name for a whole row that no column has. */
    private String unusedName(Path link) throws SQLException {
        Set<String> taken = new HashSet<>();
        try (PreparedStatement describe = connection.prepareStatement("SELECT * FROM read_parquet(?) LIMIT 0")) {
            describe.setString(1, link.toString());
            try (ResultSet none = describe.executeQuery()) {
                for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                    taken.add(none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                }
            }
        }
        int number = 0;
        while (taken.contains("row" + number)) {
            number++;
        }
        return "row" + number;
    }

    /** The next text; null after the last. */
    @Nullable
    String next() throws IOException {
        try {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new BrokenFileException(0, DAMAGED, "copy it anew");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close(); // and with it what it made
        } catch (SQLException e) {
            throw new IOException("the reader of the file does not end", e);
        } finally {
            Files.deleteIfExists(folder.resolve("file"));
            Files.deleteIfExists(folder);
        }
    }
}

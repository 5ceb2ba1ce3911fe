package overthink.core.fit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Reads the recordings that lie beside the checkout, for tests: the folder {@code data} of the system property
 * {@code overthink.shared}, else {@code ../shared/data} from the checkout; {@code overthink.data} names another. A test whose
 * file is absent is skipped.
 */
public final class SharedData {

    private SharedData() {}

    /** A row of a file: its cells by the names in the header. */
    public record Line(Map<String, Integer> columns, List<String> cells) {

        /** The cell in a column. */
        public String text(String column) {
            Integer index = columns.get(column);
            if (index == null) {
                throw new IllegalArgumentException("no column '%s'; there are %s".formatted(column, columns.keySet()));
            }
            return cells.get(index);
        }

        /** The whole number in a column. */
        public int whole(String column) {
            return Integer.parseInt(text(column));
        }

        /** The number in a column; NaN where the cell is blank. */
        public double number(String column) {
            String text = text(column);
            return text.isBlank() ? Double.NaN : Double.parseDouble(text);
        }
    }

    /** The rows of a CSV file, compressed where its name ends with .gz; skips the test that asks when it is absent. */
    public static List<Line> read(String name) {
        Path file = folder().resolve(name);
        Assumptions.assumeTrue(Files.isReadable(file), () -> "no recording at " + file);
        try (InputStream raw = Files.newInputStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        name.endsWith(".gz") ? new GZIPInputStream(raw) : raw, StandardCharsets.UTF_8))) {
            List<List<String>> rows = rows(reader);
            Map<String, Integer> columns = new HashMap<>();
            for (String column : rows.get(0)) {
                columns.put(column, columns.size());
            }
            return rows.subList(1, rows.size()).stream()
                    .map(cells -> new Line(columns, cells))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static Path folder() {
        String data = System.getProperty("overthink.data", "");
        if (!data.isEmpty()) {
            return Path.of(data);
        }
        String shared = System.getProperty("overthink.shared", "");
        if (!shared.isEmpty()) {
            return Path.of(shared, "data");
        }
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.exists(root.resolve("CONTRIBUTING.md"))) {
            root = root.getParent();
        }
        return root.resolveSibling("shared").resolve("data");
    }

    /** Cells by RFC 4180: quoted ones may hold commas, line ends and doubled quotes. */
    private static List<List<String>> rows(BufferedReader reader) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int read = reader.read();
        while (read >= 0) {
            char c = (char) read;
            read = reader.read();
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (read == '"') {
                    cell.append(c);
                    read = reader.read();
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!row.isEmpty() || cell.length() > 0) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}

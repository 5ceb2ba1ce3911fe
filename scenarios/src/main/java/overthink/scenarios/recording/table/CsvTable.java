package overthink.scenarios.recording.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.files.CsvReader;
import overthink.scenarios.files.DataFile;

/** A file with a line of names and then a line a row. */
final class CsvTable implements Table {

    private final DataFile data;
    private final CsvReader rows;
    private final List<String> columns;

    private final InputStream text;

    /** Reads a text that is, or is packed in, a file. */
    CsvTable(DataFile data, InputStream text) throws IOException {
        this.data = data;
        this.text = text;
        rows = new CsvReader(text);
        List<String> header = rows.next();
        columns = header == null ? List.of() : List.copyOf(header);
    }

    @Override
    public String format() {
        return switch (rows.separator()) {
            case ';' -> "CSV with semicolons";
            case '\t' -> "TSV";
            default -> "CSV";
        };
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable List<String> next() throws IOException {
        List<String> row = rows.next();
        if (row == null) {
            data.unchanged();
        }
        return row;
    }

    @Override
    public int line() {
        return Math.max(1, rows.line());
    }

    @Override
    public boolean decimalCommas() {
        return rows.separator() != ',';
    }

    @Override
    public double progress() {
        return data.size() == 0 ? 1 : (double) data.read() / data.size();
    }

    @Override
    public void close() throws IOException {
        text.close();
        data.close();
    }
}

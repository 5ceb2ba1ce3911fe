package overthink.scenarios.recording.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.files.JsonValues;

/** Rows of a Parquet file. */
final class ParquetRecords implements Records {

    private final DuckQuery rows;
    private int number;

    ParquetRecords(Path file, @Nullable Consumer<String> news) throws IOException {
        rows = DuckQuery.parquet(file, news);
    }

    @Override
    public String format() {
        return "Parquet";
    }

    @Override
    @SuppressWarnings("unchecked") // a row becomes an object, whose keys are texts
    public @Nullable Map<String, @Nullable Object> next() throws IOException {
        String row = rows.next();
        number++;
        return row == null ? null : (Map<String, @Nullable Object>) JsonValues.of(row);
    }

    @Override
    public int line() {
        return number;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}

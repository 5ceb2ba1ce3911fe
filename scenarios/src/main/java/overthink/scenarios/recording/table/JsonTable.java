package overthink.scenarios.recording.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.files.DataFile;

/** Rows made of records. The columns are those of the first records. */
final class JsonTable implements Table {

    /** Records whose keys become columns. */
    private static final int LOOK = 2000;

    private final DataFile data;
    private final Records records;
    private final String format;
    private final @Nullable RecordShape shape;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> columns;
    private final Deque<Row> ahead = new ArrayDeque<>();
    private int line = 1;

    private record Row(Map<String, String> cells, int line) {}

    JsonTable(DataFile data, Records records) throws IOException {
        this.data = data;
        this.records = records;
        Map<String, @Nullable Object> first = records.next();
        RecordShape.Recognised recognised = first == null ? null : RecordShape.of(first);
        shape = recognised == null ? null : recognised.shape();
        format = recognised == null
                        || recognised.name().isEmpty()
                        || recognised.name().startsWith(records.format())
                ? records.format()
                : "%s, %s".formatted(recognised.name(), records.format());
        Map<String, @Nullable Object> record = first;
        for (int i = 1; record != null && i <= LOOK; i++) {
            add(record);
            record = i < LOOK ? records.next() : null;
        }
        ahead.forEach(row -> names.addAll(row.cells().keySet()));
        columns = List.copyOf(names);
    }

    private void add(Map<String, @Nullable Object> record) throws IOException {
        int at = records.line();
        if (shape != null) {
            shape.rows(record, at, row -> ahead.add(new Row(row, at)));
        }
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable List<String> next() throws IOException {
        while (ahead.isEmpty()) {
            Map<String, @Nullable Object> record = records.next();
            if (record == null) {
                data.unchanged();
                return null;
            }
            add(record);
        }
        Row row = ahead.remove();
        line = row.line();
        List<String> cells = new ArrayList<>(columns.size());
        for (String column : columns) {
            cells.add(row.cells().getOrDefault(column, ""));
        }
        return cells;
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public double progress() {
        return data.size() == 0 ? 1 : (double) data.read() / data.size();
    }

    @Override
    public void close() throws IOException {
        records.close();
        data.close();
    }
}

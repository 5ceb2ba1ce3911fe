package overthink.scenarios.recording.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.files.BrokenFileException;
import overthink.scenarios.files.JsonValues;
import tools.jackson.core.JsonToken;

/** Objects a line, an array of objects, or one object that holds an array of them. */
final class JsonRecords implements Records {

    /** Where logs keep their records. */
    private static final List<String> PLACES = List.of("results", "samples", "rows", "data", "records");

    private final JsonValues values;
    private final boolean array;
    private final Deque<Entry> read = new ArrayDeque<>();
    private boolean document;
    private boolean ended;
    private int line = 1;

    /** Reads a text. */
    JsonRecords(InputStream text) throws IOException {
        values = new JsonValues(text, Set.of());
        JsonToken token = values.token();
        array = token == JsonToken.START_ARRAY;
        Entry first = read(array ? values.token() : token);
        if (first == null) {
            return;
        }
        Entry second = array ? null : read(values.token());
        List<?> nested = array || second != null ? null : nested(first.record());
        if (nested == null) {
            read.add(first);
            if (second != null) {
                read.add(second);
            }
            return;
        }
        document = true;
        for (Object one : nested) {
            read.add(new Entry(object(one, read.size() + 1), read.size() + 1));
        }
    }

    private record Entry(Map<String, @Nullable Object> record, int line) {}

    /** The object that a token begins; null at the end. */
    private @Nullable Entry read(@Nullable JsonToken token) throws IOException {
        if (ended) {
            return null;
        }
        if (token == null && array) {
            throw new BrokenFileException(values.line(), "the file ends before its array does", "copy it anew");
        }
        if (token == null || token == JsonToken.END_ARRAY) {
            ended = true;
            return null;
        }
        int first = values.line();
        return new Entry(object(values.value(), first), first);
    }

    @SuppressWarnings("unchecked") // the keys of an object are texts
    private static Map<String, @Nullable Object> object(@Nullable Object value, int line) throws IOException {
        if (!(value instanceof Map)) {
            throw new BrokenFileException(line, "a record must be an object with a key for each column", "");
        }
        return (Map<String, @Nullable Object>) value;
    }

    /** The array of objects that a document holds; null when there is none. */
    private static @Nullable List<?> nested(Map<?, ?> document) {
        for (String place : PLACES) {
            Object found = document.get(place);
            if (found instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
                return list;
            }
            List<?> deeper = found instanceof Map<?, ?> map ? nested(map) : null;
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    @Override
    public String format() {
        return array || document ? "JSON" : "JSON lines";
    }

    @Override
    public @Nullable Map<String, @Nullable Object> next() throws IOException {
        Entry next = read.isEmpty() && !document && !ended ? read(values.token()) : read.poll();
        if (next == null) {
            return null;
        }
        line = next.line();
        return next.record();
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public void close() {
        values.close();
    }
}

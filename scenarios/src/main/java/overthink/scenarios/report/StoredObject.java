package overthink.scenarios.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a JSON object holds; keys that are not there have the value that says so. */
record StoredObject(Map<?, ?> values) {

    /** The fields of a value, none when it is no object. */
    static StoredObject of(@Nullable Object value) {
        return new StoredObject(value instanceof Map<?, ?> map ? map : Map.of());
    }

    /** A text; empty when there is none. */
    String text(String key) {
        Object value = values.get(key);
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }

    /** A number; NaN when there is none. */
    double number(String key) {
        try {
            return Double.parseDouble(text(key));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** An object; one without fields when there is none. */
    StoredObject object(String key) {
        return of(values.get(key));
    }

    /** The objects of an array; none when there is none. */
    List<StoredObject> objects(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(StoredObject::of).toList()
                : List.of();
    }

    /** The texts of an array; none when there is none. */
    List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Whether there is such a key. */
    boolean has(String key) {
        return values.get(key) != null;
    }
}

package overthink.scenarios.document.form;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The named parts of a JSON Schema, each written once and referred to. */
public final class Definitions {

    private final Map<String, Object> named = new TreeMap<>();

    /** A reference to a part, which is written when it is first asked for. */
    Map<String, Object> reference(String name, Supplier<Map<String, Object>> schema) {
        if (!named.containsKey(name)) {
            named.put(name, Map.of());
            named.put(name, schema.get());
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    /** The parts by name. */
    public Map<String, Object> all() {
        return named;
    }
}

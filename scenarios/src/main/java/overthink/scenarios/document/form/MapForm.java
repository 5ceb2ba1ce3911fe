package overthink.scenarios.document.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/**
 * A mapping whose keys the user chooses.
 *
 * @param <T> what its values mean
 * @param value how each value is written
 * @param keys what the keys are called, in the plural
 * @param key what a key must be
 * @param least how many keys there must be
 * @param most how many keys there may be
 */
public record MapForm<T>(Form<T> value, String keys, TextForm key, int least, int most)
        implements Form<Map<String, T>> {

    @Override
    public @Nullable ReadValue<Map<String, T>> read(Node node, KeyPath spot) {
        if (!(node instanceof Node.Entries mapping)
                || mapping.entries().size() < least
                || mapping.entries().size() > most) {
            return spot.refuse(node, "must be " + what());
        }
        Map<String, T> values = new LinkedHashMap<>();
        List<Node.Entry> explained = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            KeyPath inner = spot.key(entry.name());
            ReadValue<T> reading = value.read(entry.value(), inner);
            if (key.read(entry.key(), inner) != null && reading != null) {
                values.put(entry.name(), reading.value());
                explained.add(new Node.Entry(entry.key(), reading.explained()));
            }
        }
        return values.size() < mapping.entries().size()
                ? null
                : new ReadValue<>(values, new Node.Entries(explained, node.place()));
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("propertyNames", Map.of("pattern", key.pattern()));
        schema.put("additionalProperties", value.schema(definitions));
        schema.put("minProperties", least);
        schema.put("maxProperties", most);
        return schema;
    }

    @Override
    public String what() {
        return "a mapping of %d to %d %s".formatted(least, most, keys);
    }

    @Override
    public boolean optional() {
        return least == 0;
    }
}

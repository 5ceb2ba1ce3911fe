package overthink.scenarios.document.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/**
 * A list.
 *
 * @param <T> what its items mean
 * @param item how each item is written
 * @param items what the items are called, in the plural
 * @param least how many there must be
 * @param most how many there may be
 */
public record ListForm<T>(Form<T> item, String items, int least, int most) implements Form<List<T>> {

    @Override
    public @Nullable ReadValue<List<T>> read(Node node, KeyPath spot) {
        if (!(node instanceof Node.Items list)
                || list.items().size() < least
                || list.items().size() > most) {
            return spot.refuse(node, "must be " + what());
        }
        List<T> values = new ArrayList<>();
        List<Node> explained = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            ReadValue<T> reading = item.read(list.items().get(i), spot.item(i));
            if (reading != null) {
                values.add(reading.value());
                explained.add(reading.explained());
            }
        }
        return values.size() < list.items().size()
                ? null
                : new ReadValue<>(List.copyOf(values), new Node.Items(explained, node.place()));
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", item.schema(definitions));
        schema.put("minItems", least);
        schema.put("maxItems", most);
        return schema;
    }

    @Override
    public String what() {
        return "a list of %d to %d %s".formatted(least, most, items);
    }
}

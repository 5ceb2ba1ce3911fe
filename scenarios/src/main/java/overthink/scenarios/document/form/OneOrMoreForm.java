package overthink.scenarios.document.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/**
 * One value, or a list of several.
 *
 * @param <T> what each value means
 * @param one how each is written
 * @param items what they are called, in the plural
 * @param most how many there may be
 */
public record OneOrMoreForm<T>(Form<T> one, String items, int most) implements Form<List<T>> {

    @Override
    public @Nullable ReadValue<List<T>> read(Node node, KeyPath spot) {
        if (!(node instanceof Node.Items)) {
            ReadValue<T> reading = one.read(node, spot);
            return reading == null ? null : new ReadValue<>(List.of(reading.value()), reading.explained());
        }
        ReadValue<List<T>> several = several().read(node, spot);
        return several != null && several.value().size() == 1 && several.explained() instanceof Node.Items single
                ? new ReadValue<>(several.value(), single.items().get(0))
                : several;
    }

    private ListForm<T> several() {
        return new ListForm<>(one, items, 1, most);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of("anyOf", List.of(one.schema(definitions), several().schema(definitions)));
    }

    @Override
    public String what() {
        return one.what() + ", or " + several().what();
    }
}

package overthink.scenarios.document.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/**
 * A value, or the word {@code none}.
 *
 * @param <T> what the value means
 * @param some how a value is written
 */
public record OptionalForm<T>(Form<T> some) implements Form<Optional<T>> {

    private static final String NONE = "none";

    @Override
    public @Nullable ReadValue<Optional<T>> read(Node node, KeyPath spot) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text().equals(NONE)
                    ? new ReadValue<>(Optional.empty(), Node.Scalar.text(NONE, node.place()))
                    : spot.refuse(node, "must be " + what(), Spelling.nearest(scalar.text(), words()));
        }
        ReadValue<T> reading = some.read(node, spot);
        return reading == null ? null : new ReadValue<>(Optional.of(reading.value()), reading.explained());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of("anyOf", List.of(Map.of("const", NONE), some.schema(definitions)));
    }

    @Override
    public List<String> words() {
        return List.of(NONE);
    }

    @Override
    public String what() {
        return some.what() + ", or " + NONE;
    }
}

package overthink.scenarios.document.form;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/**
 * A form that has a name in the JSON Schema, and so may contain itself.
 *
 * @param <T> what it means
 * @param name in the schema
 * @param form the form itself, asked for when it is needed
 */
public record NamedForm<T>(String name, Supplier<Form<T>> form) implements Form<T> {

    @Override
    public @Nullable ReadValue<T> read(Node node, KeyPath spot) {
        return form.get().read(node, spot);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return definitions.reference(name, () -> form.get().schema(definitions));
    }

    @Override
    public String what() {
        return form.get().what();
    }

    @Override
    public List<String> words() {
        return form.get().words();
    }

    @Override
    public boolean optional() {
        return form.get().optional();
    }
}

package overthink.scenarios.document.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/** A form whose meaning keeps the place. */
record LocatedForm<T>(Form<T> written) implements Form<LocatedValue<T>> {

    @Override
    public @Nullable ReadValue<LocatedValue<T>> read(Node node, KeyPath spot) {
        ReadValue<T> reading = written.read(node, spot);
        return reading == null
                ? null
                : new ReadValue<>(new LocatedValue<>(reading.value(), node, spot), reading.explained());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return written.schema(definitions);
    }

    @Override
    public String what() {
        return written.what();
    }

    @Override
    public List<String> words() {
        return written.words();
    }

    @Override
    public boolean optional() {
        return written.optional();
    }
}

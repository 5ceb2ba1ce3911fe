package overthink.scenarios.document.form;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/** A form that is explained in another spelling. */
record RewrittenForm<T>(Form<T> written, UnaryOperator<Node> spelling) implements Form<T> {

    @Override
    public @Nullable ReadValue<T> read(Node node, KeyPath spot) {
        ReadValue<T> reading = written.read(node, spot);
        return reading == null ? null : new ReadValue<>(reading.value(), spelling.apply(reading.explained()));
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

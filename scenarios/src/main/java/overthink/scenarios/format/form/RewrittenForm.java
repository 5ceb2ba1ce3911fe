package overthink.scenarios.format.form;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.format.yaml.Node;

/** A form that is explained in another spelling. */
record RewrittenForm<T>(Form<T> written, UnaryOperator<Node> spelling) implements Form<T> {

    @Override
    public @Nullable Reading<T> read(Node node, Spot spot) {
        Reading<T> reading = written.read(node, spot);
        return reading == null ? null : new Reading<>(reading.value(), spelling.apply(reading.explained()));
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

package overthink.scenarios.format.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.format.yaml.Node;

/** A form whose meaning keeps the place. */
record PlacedForm<T>(Form<T> written) implements Form<Placed<T>> {

    @Override
    public @Nullable Reading<Placed<T>> read(Node node, Spot spot) {
        Reading<T> reading = written.read(node, spot);
        return reading == null ? null : new Reading<>(new Placed<>(reading.value(), node, spot), reading.explained());
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

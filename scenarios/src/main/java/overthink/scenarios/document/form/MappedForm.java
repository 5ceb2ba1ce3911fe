package overthink.scenarios.document.form;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/** A form with its meaning turned into another. */
record MappedForm<S, T>(Form<S> written, Function<? super S, ? extends T> meaning) implements Form<T> {

    @Override
    public @Nullable ReadValue<T> read(Node node, KeyPath spot) {
        ReadValue<S> reading = written.read(node, spot);
        if (reading == null) {
            return null;
        }
        try {
            return new ReadValue<>(meaning.apply(reading.value()), reading.explained());
        } catch (IllegalArgumentException refused) {
            spot.report(node.place(), String.valueOf(refused.getMessage()), "");
            return null;
        }
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

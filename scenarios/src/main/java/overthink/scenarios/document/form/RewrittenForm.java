package overthink.scenarios.document.form;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/** A form that is explained in another spelling. */
record RewrittenForm<T>(Form<T> written, BiFunction<? super T, Node, Node> spelling) implements SameWriting<T, T> {

    @Override
    public @Nullable ReadValue<T> read(Node node, KeyPath spot) {
        ReadValue<T> reading = written.read(node, spot);
        return reading == null
                ? null
                : new ReadValue<>(reading.value(), spelling.apply(reading.value(), reading.explained()));
    }
}

package overthink.scenarios.document.form;

import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/** A form whose meaning keeps the place. */
record LocatedForm<T>(Form<T> written) implements SameWriting<T, LocatedValue<T>> {

    @Override
    public @Nullable ReadValue<LocatedValue<T>> read(Node node, KeyPath spot) {
        ReadValue<T> reading = written.read(node, spot);
        return reading == null
                ? null
                : new ReadValue<>(new LocatedValue<>(reading.value(), node, spot), reading.explained());
    }
}

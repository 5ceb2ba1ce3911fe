package overthink.scenarios.document.form;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/** A form with its meaning turned into another. */
record MappedForm<S, T>(Form<S> written, Function<? super S, ? extends T> meaning) implements SameWriting<S, T> {

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
}

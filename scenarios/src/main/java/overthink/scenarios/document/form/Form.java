package overthink.scenarios.document.form;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/**
 * How a value is written.
 *
 * @param <T> what it means
 */
public interface Form<T> {

    /**
     * Reads a value and reports every mistake in it.
     *
     * @param node as written
     * @param spot where it stands
     * @return the value; null when there was a mistake
     */
    @Nullable
    ReadValue<T> read(Node node, KeyPath spot);

    /** The JSON Schema of what may be written. */
    Map<String, Object> schema(Definitions definitions);

    /** What may be written, as it follows "must be". */
    String what();

    /** Whether an empty mapping will do, so that a name may stand alone. */
    default boolean optional() {
        return false;
    }

    /** The words that may stand alone. */
    default List<String> words() {
        return List.of();
    }

    /**
     * The same writing with another meaning.
     *
     * @param meaning of the value; the message of an {@link IllegalArgumentException} that it throws is reported
     */
    default <R> Form<R> map(Function<? super T, ? extends R> meaning) {
        return new MappedForm<>(this, meaning);
    }

    /** The same reading, explained in another spelling. */
    default Form<T> explainedAs(UnaryOperator<Node> spelling) {
        return explainedBy((value, node) -> spelling.apply(node));
    }

    /** The same reading, explained in a spelling that its value decides about. */
    default Form<T> explainedBy(BiFunction<? super T, Node, Node> spelling) {
        return new RewrittenForm<>(this, spelling);
    }

    /** The same writing and meaning, with the place kept. */
    default Form<LocatedValue<T>> placed() {
        return new LocatedForm<>(this);
    }
}

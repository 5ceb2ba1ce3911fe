package overthink.scenarios.document.form;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/**
 * A short spelling of the commonest case beside a full one, told apart by their look.
 *
 * @param <T> what both mean
 * @param looksBare whether a value is spelt the short way
 * @param bare the short spelling
 * @param full the full spelling
 */
public record EitherForm<T>(Predicate<Node> looksBare, Form<? extends T> bare, Form<? extends T> full)
        implements Form<T> {

    /** A number alone beside names and mappings. */
    public static <T> EitherForm<T> number(Form<? extends T> bare, Form<? extends T> full) {
        return new EitherForm<>(
                node -> node instanceof Node.Scalar scalar
                        && (scalar.type() == Node.Type.INTEGER || scalar.type() == Node.Type.REAL),
                bare,
                full);
    }

    /** A list alone beside names and mappings. */
    public static <T> EitherForm<T> list(Form<? extends T> bare, Form<? extends T> full) {
        return new EitherForm<>(Node.Items.class::isInstance, bare, full);
    }

    @Override
    public @Nullable ReadValue<T> read(Node node, KeyPath spot) {
        if (looksBare.test(node)) {
            return widen(bare.read(node, spot));
        }
        if (node instanceof Node.Scalar scalar && !full.words().contains(scalar.text())) {
            return spot.refuse(node, "must be " + what(), Spelling.nearest(scalar.text(), full.words()));
        }
        return widen(full.read(node, spot));
    }

    private static <T> @Nullable ReadValue<T> widen(@Nullable ReadValue<? extends T> reading) {
        return reading == null ? null : new ReadValue<>(reading.value(), reading.explained());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of("anyOf", List.of(bare.schema(definitions), full.schema(definitions)));
    }

    @Override
    public String what() {
        return bare.what() + ", or " + full.what();
    }

    @Override
    public List<String> words() {
        return full.words();
    }

    @Override
    public boolean optional() {
        return full.optional();
    }
}

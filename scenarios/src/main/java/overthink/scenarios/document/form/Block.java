package overthink.scenarios.document.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/**
 * A mapping with declared keys.
 *
 * @param <T> what it means
 */
public final class Block<T> implements Form<T> {

    private final List<Key<?>> keys;
    private final List<Check> checks;
    private final Builder<T> builder;

    private Block(List<Key<?>> keys, List<Check> checks, Builder<T> builder) {
        this.keys = keys;
        this.checks = checks;
        this.builder = builder;
    }

    /**
     * Makes the meaning of a mapping from its keys' values, all of which are there, save derived ones left out.
     *
     * @param <T> the meaning
     */
    @FunctionalInterface
    public interface Builder<T> {

        /**
         * Makes the meaning.
         *
         * @return null when a mistake was reported
         * @throws IllegalArgumentException when the values do not fit together; the message is reported
         */
        @Nullable
        T build(Fields fields);
    }

    /** A rule on several keys, applied as soon as they could be read, whatever else is wrong. */
    private record Check(List<Key<?>> on, Consumer<Fields> rule) {}

    /** A mapping with these keys, in the order in which they are written in full. */
    public static <T> Block<T> of(Builder<T> builder, Key<?>... keys) {
        return new Block<>(List.of(keys), List.of(), builder);
    }

    /** A mapping with these keys, in the order in which they are written in full. */
    public static <T> Block<T> of(Builder<T> builder, List<Key<?>> keys) {
        return new Block<>(List.copyOf(keys), List.of(), builder);
    }

    /** This mapping with a rule on some keys more. */
    public Block<T> check(Consumer<Fields> rule, Key<?>... on) {
        List<Check> more = new ArrayList<>(checks);
        more.add(new Check(List.of(on), rule));
        return new Block<>(keys, more, builder);
    }

    /** This mapping with another meaning. */
    public <R> Block<R> as(Function<? super T, ? extends R> meaning) {
        return new Block<>(keys, checks, fields -> {
            T value = builder.build(fields);
            return value == null ? null : meaning.apply(value);
        });
    }

    /** The keys' names. */
    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    @Override
    public @Nullable ReadValue<T> read(Node node, KeyPath spot) {
        if (!(node instanceof Node.Entries mapping)) {
            return spot.refuse(node, "must be " + what());
        }
        Fields fields = new Fields(mapping, spot);
        Set<String> meant = unknown(mapping, fields);
        for (Key<?> key : keys) {
            fields.read(key);
            if (key.required() && !fields.stated(key) && !meant.contains(key.name())) {
                fields.missing(key);
            }
        }
        for (Check check : checks) {
            if (check.on.stream().allMatch(fields::has)) {
                check.rule.accept(fields);
            }
        }
        return fields.sound() ? build(fields) : null;
    }

    private @Nullable ReadValue<T> build(Fields fields) {
        try {
            T value = builder.build(fields);
            return value == null || !fields.sound() ? null : new ReadValue<>(value, fields.explained(keys));
        } catch (IllegalArgumentException refused) {
            fields.refuse(String.valueOf(refused.getMessage()), "");
            return null;
        }
    }

    /** Reports keys that are not declared, and returns those that were meant. */
    private Set<String> unknown(Node.Entries mapping, Fields fields) {
        Set<String> meant = new HashSet<>();
        List<String> names = names();
        for (Node.Entry entry : mapping.entries()) {
            if (!names.contains(entry.name())) {
                String nearest = Spelling.nearest(entry.name(), names);
                meant.add(nearest);
                fields.spoil();
                boolean comma = entry.value() instanceof Node.Scalar value
                        && value.type() == Node.Type.NOTHING
                        && entry.name().matches("\\d{1,18}");
                fields.spot()
                        .key(entry.name())
                        .report(
                                entry.key().place(),
                                unknown(names),
                                comma ? "a decimal point instead of the comma before it" : nearest);
            }
        }
        return meant;
    }

    static String unknown(List<String> names) {
        return names.isEmpty()
                ? "there is no such key here; there are none"
                : "there is no such key here; keys are "
                        + String.join(", ", names.stream().sorted().toList());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key<?> key : keys) {
            properties.put(key.name(), key.schema(definitions));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        List<String> required =
                keys.stream().filter(Key::required).map(Key::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    @Override
    public String what() {
        return keys.isEmpty()
                ? "an empty mapping"
                : "a mapping with the keys "
                        + String.join(", ", names().stream().sorted().toList());
    }

    @Override
    public boolean optional() {
        return keys.stream().noneMatch(Key::required);
    }
}

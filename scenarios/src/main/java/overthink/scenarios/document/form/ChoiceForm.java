package overthink.scenarios.document.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/**
 * One of several named things: a bare word ({@code distinct}), or a name with its values
 * ({@code zipf: {answers: 12}}). A name whose values all have defaults may stand alone. A name set from outside the file
 * takes the place of the one in it.
 *
 * @param <T> what it means
 */
public final class ChoiceForm<T> implements Form<T> {

    private final String kind;
    private final Map<String, Option<? extends T>> options;

    /** How there can be more options; empty when these are all. */
    private final String elsewhere;

    private ChoiceForm(String kind, Map<String, Option<? extends T>> options, String elsewhere) {
        this.kind = kind;
        this.options = options;
        this.elsewhere = elsewhere;
    }

    private record Option<T>(Form<T> form, String description) {}

    /**
     * A choice without options yet.
     *
     * @param kind what the options are called, in the singular
     */
    public static <T> ChoiceForm<T> of(String kind) {
        return new ChoiceForm<>(kind, Map.of(), "");
    }

    /** This choice with a bare word more. */
    public ChoiceForm<T> word(String name, T meaning, String description) {
        return option(name, Block.of(fields -> meaning), description);
    }

    /** This choice with a name and its values more. */
    public ChoiceForm<T> option(String name, Form<? extends T> form, String description) {
        Map<String, Option<? extends T>> more = new LinkedHashMap<>(options);
        more.put(name, new Option<>(form, description));
        return new ChoiceForm<>(kind, more, elsewhere);
    }

    /** This choice, of which a message about an unknown name says how there can be more options. */
    public ChoiceForm<T> elsewhere(String hint) {
        return new ChoiceForm<>(kind, options, hint);
    }

    @Override
    public @Nullable ReadValue<T> read(Node node, KeyPath spot) {
        if (node instanceof Node.Scalar scalar && scalar.type() == Node.Type.TEXT) {
            return word(scalar, spot);
        }
        if (node instanceof Node.Entries mapping && mapping.entries().size() == 1) {
            return pair(mapping.entries().get(0), mapping, spot);
        }
        if (node instanceof Node.Entries mapping && mapping.entries().size() > 1) {
            List<Node.Entry> fromOutside = mapping.entries().stream()
                    .filter(entry -> !entry.key().place().inFile())
                    .toList();
            if (fromOutside.size() == 1) {
                return pair(fromOutside.get(0), mapping, spot);
            }
            String given = String.join(
                    ", ", mapping.entries().stream().map(Node.Entry::name).toList());
            spot.report(node.place(), "must be one %s, not several keys: %s".formatted(kind, given), "");
            return null;
        }
        return spot.refuse(node, "must be " + what());
    }

    private @Nullable ReadValue<T> word(Node.Scalar name, KeyPath spot) {
        Option<? extends T> option = options.get(name.text());
        if (option == null) {
            return unknown(name, spot);
        }
        if (!option.form().optional()) {
            spot.report(
                    name.place(),
                    "%s needs %s".formatted(name.text(), option.form().what()),
                    "");
            return null;
        }
        return named(name.text(), option.form().read(Node.Entries.none(name.place()), spot.key(name.text())), name);
    }

    private @Nullable ReadValue<T> unknown(Node.Scalar name, KeyPath spot) {
        String nearest = Spelling.nearest(name.text(), options.keySet());
        if (elsewhere.isEmpty()) {
            return spot.refuse(name, "must be " + what(), nearest);
        }
        spot.report(
                name.place(),
                "there is no %s %s.%s There are: %s; %s"
                        .formatted(
                                kind,
                                name.excerpt(),
                                nearest.isEmpty() ? "" : " Maybe %s.".formatted(nearest),
                                String.join(", ", options.keySet()),
                                elsewhere),
                "");
        return null;
    }

    private @Nullable ReadValue<T> pair(Node.Entry entry, Node.Entries mapping, KeyPath spot) {
        Option<? extends T> option = options.get(entry.name());
        if (option == null) {
            return unknown(entry.key(), spot);
        }
        return named(entry.name(), option.form().read(entry.value(), spot.key(entry.name())), mapping);
    }

    private @Nullable ReadValue<T> named(String name, @Nullable ReadValue<? extends T> body, Node written) {
        if (body == null) {
            return null;
        }
        boolean alone = body.explained() instanceof Node.Entries mapping
                && mapping.entries().isEmpty();
        Node explained = alone
                ? Node.Scalar.text(name, written.place())
                : Node.Entries.single(name, body.explained(), written.place());
        return new ReadValue<>(body.value(), explained);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        List<Object> spellings = new ArrayList<>();
        Map<String, Object> properties = new LinkedHashMap<>();
        options.forEach((name, option) -> {
            if (option.form().optional()) {
                Map<String, Object> word = new LinkedHashMap<>();
                word.put("const", name);
                word.put("description", option.description());
                spellings.add(word);
            }
            Map<String, Object> schema = new LinkedHashMap<>(option.form().schema(definitions));
            schema.put("description", option.description());
            properties.put(name, schema);
        });
        if (!properties.isEmpty()) {
            Map<String, Object> pair = new LinkedHashMap<>();
            pair.put("type", "object");
            pair.put("properties", properties);
            pair.put("additionalProperties", false);
            pair.put("minProperties", 1);
            pair.put("maxProperties", 1);
            spellings.add(pair);
        }
        return Map.of("anyOf", spellings);
    }

    @Override
    public List<String> words() {
        return List.copyOf(options.keySet());
    }

    @Override
    public String what() {
        return (options.size() == 1 ? "" : "one of ") + String.join(", ", options.keySet());
    }
}

package overthink.scenarios.document.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.document.yaml.YamlReader;

/**
 * A key of a mapping, declared once.
 *
 * @param <T> what its value means
 * @param name lower case words joined by hyphens
 * @param form how its value is written
 * @param presence whether it must be given, and what holds when it is not
 * @param description one sentence without a final stop
 */
public record Key<T>(String name, Form<T> form, Presence presence, String description) {

    /** Whether a key must be given. */
    public sealed interface Presence {

        /** It must. */
        record Required() implements Presence {}

        /**
         * It may be left out, and then has a value.
         *
         * @param value as it would be written
         */
        record Default(Node value) implements Presence {}

        /**
         * It may be left out, and then follows from other values.
         *
         * @param rule how, as a phrase
         */
        record Derived(String rule) implements Presence {}
    }

    private static final SourceLocation DECLARED = SourceLocation.whole("default");

    /** A key that must be given. */
    public static <T> Key<T> required(String name, Form<T> form, String description) {
        return new Key<>(name, form, new Presence.Required(), description);
    }

    /**
     * A key with a default.
     *
     * @param value the default as it would be written, in YAML
     */
    public static <T> Key<T> optional(String name, Form<T> form, String value, String description) {
        Node parsed = YamlReader.value(value, DECLARED, name, (place, path, text, rule, hint) -> {
            throw new IllegalArgumentException("default of %s: %s".formatted(path, rule));
        });
        if (parsed == null) {
            throw new IllegalArgumentException("the default of %s is nothing".formatted(name));
        }
        return new Key<>(name, form, new Presence.Default(parsed), description);
    }

    /** A key whose default follows from other values. */
    public static <T> Key<T> derived(String name, Form<T> form, String rule, String description) {
        return new Key<>(name, form, new Presence.Derived(rule), description);
    }

    /** Whether it must be given. */
    public boolean required() {
        return presence instanceof Presence.Required;
    }

    /** The default as it would be written where it is left out; null when there is none. */
    @Nullable
    Node fallback() {
        return presence instanceof Presence.Default known ? known.value() : null;
    }

    /** The JSON Schema of its value. */
    Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = new LinkedHashMap<>(form.schema(definitions));
        String derived = presence instanceof Presence.Derived known ? "; by default " + known.rule() : "";
        schema.put("description", description + derived);
        Node fallback = fallback();
        if (fallback != null) {
            schema.put("default", fallback.plain());
        }
        return schema;
    }
}

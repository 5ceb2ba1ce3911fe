package overthink.core.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One parameter of a strategy: its name, its kind, its default and the values that it may take.
 *
 * @param name lower case words joined by hyphens
 * @param kind what values look like
 * @param defaultValue a {@link Long}, {@link Double}, {@link Boolean}, {@link String}, list of strings or list of {@link Element}, as
 *     the kind says
 * @param min the least number allowed, or of elements (numbers and lists only)
 * @param max the greatest number allowed, or of elements (numbers and lists only)
 * @param choices the texts allowed (texts only)
 * @param items what the list may have (lists only)
 * @param description one sentence without a final stop
 */
public record ParameterSpec(
        String name,
        Kind kind,
        Object defaultValue,
        double min,
        double max,
        List<String> choices,
        List<Item> items,
        String description) {

    /** The pattern of names. */
    public static final String NAME_PATTERN = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /**
     * What a list may have: a name with parameters of its own.
     *
     * @param name lower case words joined by hyphens
     * @param parameters of which none is a list
     * @param description one sentence without a final stop
     */
    public record Item(String name, List<ParameterSpec> parameters, String description) {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException when one of the parameters is a list
         */
        public Item {
            parameters = List.copyOf(parameters);
            if (parameters.stream().anyMatch(spec -> spec.kind() == Kind.LIST)) {
                throw new IllegalArgumentException(name + ": the elements of a list have no lists of their own");
            }
        }
    }

    /** How many names a list of them may have. */
    public static final int MOST_NAMES = 100;

    /** What a value looks like. */
    public enum Kind {
        /** A whole number. */
        INTEGER,
        /** A real number. */
        REAL,
        /** true or false. */
        FLAG,
        /** One of a list of words. */
        CHOICE,
        /** The name of something in the world. */
        NAME,
        /** Names of things in the world, in order. */
        NAMES,
        /** Elements in order, each with parameters of its own. */
        LIST;

        /** The kind as a message names it. */
        public String label() {
            return switch (this) {
                case INTEGER -> "a whole number";
                case REAL -> "a number";
                case FLAG -> "true or false";
                case CHOICE -> "one of the choices";
                case NAME -> "a name";
                case NAMES -> "a list of names";
                case LIST -> "a list";
            };
        }
    }

    /**
     * Copies the list of choices and checks the bounds.
     *
     * @throws IllegalArgumentException when the kind is a number and a bound is not finite, or the lower one is above the
     *     other
     */
    public ParameterSpec {
        choices = List.copyOf(choices);
        items = List.copyOf(items);
        if (kind == Kind.INTEGER || kind == Kind.REAL || kind == Kind.LIST) {
            try {
                new RealRange(min, max);
            } catch (IllegalArgumentException refused) {
                throw new IllegalArgumentException(name + ": " + refused.getMessage(), refused);
            }
        }
    }

    /** The numbers allowed, of a whole number. */
    public WholeRange wholes() {
        return new WholeRange((long) min, (long) max);
    }

    /** The numbers allowed, of a real number. */
    public RealRange reals() {
        return new RealRange(min, max);
    }

    /** A whole number between {@code min} and {@code max}, both included. */
    public static ParameterSpec integer(String name, long defaultValue, long min, long max, String description) {
        return new ParameterSpec(name, Kind.INTEGER, defaultValue, min, max, List.of(), List.of(), description);
    }

    /** A real number between {@code min} and {@code max}, both included. */
    public static ParameterSpec real(String name, double defaultValue, double min, double max, String description) {
        return new ParameterSpec(name, Kind.REAL, defaultValue, min, max, List.of(), List.of(), description);
    }

    /** A switch. */
    public static ParameterSpec flag(String name, boolean defaultValue, String description) {
        return new ParameterSpec(name, Kind.FLAG, defaultValue, 0, 0, List.of(), List.of(), description);
    }

    /** One word of several; the first is the default. */
    public static ParameterSpec choice(String name, List<String> choices, String description) {
        return new ParameterSpec(name, Kind.CHOICE, choices.get(0), 0, 0, choices, List.of(), description);
    }

    /** The name of something in the world, such as a verifier: lower-case words joined by hyphens. */
    public static ParameterSpec name(String name, String defaultValue, String description) {
        return new ParameterSpec(name, Kind.NAME, defaultValue, 0, 0, List.of(), List.of(), description);
    }

    /** Names of things in the world, such as policies, in order; none by default. */
    public static ParameterSpec names(String name, String description) {
        return new ParameterSpec(name, Kind.NAMES, List.of(), 0, 0, List.of(), List.of(), description);
    }

    /**
     * A list of elements.
     *
     * @param least how many there are at least
     * @param most how many there are at most
     * @param items what each may be
     */
    public static ParameterSpec list(
            String name, List<Element> defaultValue, int least, int most, List<Item> items, String description) {
        return new ParameterSpec(
                name, Kind.LIST, List.copyOf(defaultValue), least, most, List.of(), items, description);
    }

    /**
     * The given value as this parameter's type.
     *
     * @throws IllegalArgumentException with the rule that the value breaks
     */
    public Object check(Object value) {
        return switch (kind) {
            case INTEGER -> {
                if (!(value instanceof Long || value instanceof Integer)) {
                    throw broken(value);
                }
                yield wholes().check(name, ((Number) value).longValue());
            }
            case REAL -> {
                if (!(value instanceof Number number)) {
                    throw broken(value);
                }
                yield reals().check(name, number.doubleValue());
            }
            case FLAG -> {
                if (!(value instanceof Boolean)) {
                    throw broken(value);
                }
                yield value;
            }
            case CHOICE -> {
                if (!(value instanceof String) || !choices.contains(value)) {
                    throw broken(value);
                }
                yield value;
            }
            case NAME -> {
                if (!(value instanceof String text) || !text.matches(NAME_PATTERN)) {
                    throw broken(value);
                }
                yield value;
            }
            case NAMES -> {
                if (!(value instanceof List<?> list)
                        || list.size() > MOST_NAMES
                        || !list.stream().allMatch(ParameterSpec::isName)
                        || list.stream().distinct().count() < list.size()) {
                    throw broken(value);
                }
                yield List.copyOf(list);
            }
            case LIST -> {
                if (!(value instanceof List<?> list) || list.size() < min || list.size() > max) {
                    throw broken(value);
                }
                yield list.stream().map(this::checkElement).toList();
            }
        };
    }

    private static boolean isName(Object value) {
        return value instanceof String text && text.matches(NAME_PATTERN);
    }

    /** An element of a list with values of their types, those at their defaults left out. */
    private Element checkElement(Object value) {
        if (!(value instanceof Element element)) {
            throw broken(value);
        }
        for (Item item : items) {
            if (item.name().equals(element.name())) {
                Map<String, Object> all =
                        Parameters.of(item.parameters(), element.values()).asMap();
                Map<String, Object> own = new LinkedHashMap<>();
                for (ParameterSpec spec : item.parameters()) {
                    Object one = all.get(spec.name());
                    if (!spec.defaultValue().equals(one)) {
                        own.put(spec.name(), one);
                    }
                }
                return new Element(element.name(), own);
            }
        }
        throw new IllegalArgumentException("%s has no %s; there are: %s"
                .formatted(name, element.name(), items.stream().map(Item::name).collect(Collectors.joining(", "))));
    }

    /** The values allowed, as a table shows them. */
    public String range() {
        return switch (kind) {
            case INTEGER -> "%d to %d".formatted(wholes().least(), wholes().most());
            case REAL -> RealRange.text(min) + " to " + RealRange.text(max);
            case FLAG -> "true, false";
            case CHOICE -> String.join(", ", choices);
            case NAME -> Kind.NAME.label();
            case NAMES -> Kind.NAMES.label();
            case LIST -> "%d to %d elements".formatted((long) min, (long) max);
        };
    }

    /** What the value must be, as it follows "must be". */
    public String what() {
        return switch (kind) {
            case INTEGER -> wholes().what();
            case REAL -> reals().what();
            case FLAG -> Kind.FLAG.label();
            case CHOICE -> "one of " + String.join(", ", choices);
            case NAME -> "a name of lower-case words joined by hyphens";
            case NAMES ->
                "a list of at most %d different names of lower-case words joined by hyphens".formatted(MOST_NAMES);
            case LIST ->
                "a list of %d to %d of %s"
                        .formatted(
                                (long) min,
                                (long) max,
                                items.stream().map(Item::name).collect(Collectors.joining(", ")));
        };
    }

    private IllegalArgumentException broken(Object value) {
        return new IllegalArgumentException("%s must be %s, not %s".formatted(name, what(), value));
    }
}

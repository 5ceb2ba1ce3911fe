package overthink.core.api;

import java.util.List;
import java.util.Locale;

/**
 * One parameter of a strategy: its name, its kind, its default and the values that it may take.
 *
 * @param name lower case words joined by hyphens
 * @param kind what values look like
 * @param defaultValue a {@link Long}, {@link Double}, {@link Boolean} or {@link String}, as the kind says
 * @param min the least number allowed (numbers only)
 * @param max the greatest number allowed (numbers only)
 * @param choices the texts allowed (texts only)
 * @param description one sentence without a final stop
 */
public record ParameterSpec(
        String name, Kind kind, Object defaultValue, double min, double max, List<String> choices, String description) {

    /** What a value looks like. */
    public enum Kind {
        /** A whole number. */
        INTEGER,
        /** A real number. */
        REAL,
        /** true or false. */
        FLAG,
        /** One of a list of words. */
        CHOICE;

        /** The kind as a message names it. */
        public String label() {
            return switch (this) {
                case INTEGER -> "a whole number";
                case REAL -> "a number";
                case FLAG -> "true or false";
                case CHOICE -> "one of the choices";
            };
        }
    }

    /** Copies the list of choices. */
    public ParameterSpec {
        choices = List.copyOf(choices);
    }

    /** A whole number between {@code min} and {@code max}, both included. */
    public static ParameterSpec integer(String name, long defaultValue, long min, long max, String description) {
        return new ParameterSpec(name, Kind.INTEGER, defaultValue, min, max, List.of(), description);
    }

    /** A real number between {@code min} and {@code max}, both included. */
    public static ParameterSpec real(String name, double defaultValue, double min, double max, String description) {
        return new ParameterSpec(name, Kind.REAL, defaultValue, min, max, List.of(), description);
    }

    /** A switch. */
    public static ParameterSpec flag(String name, boolean defaultValue, String description) {
        return new ParameterSpec(name, Kind.FLAG, defaultValue, 0, 0, List.of(), description);
    }

    /** One word of several; the first is the default. */
    public static ParameterSpec choice(String name, List<String> choices, String description) {
        return new ParameterSpec(name, Kind.CHOICE, choices.get(0), 0, 0, choices, description);
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
                long number = ((Number) value).longValue();
                if (number < min || number > max) {
                    throw broken(value);
                }
                yield number;
            }
            case REAL -> {
                if (!(value instanceof Number number)
                        || !(number.doubleValue() >= min && number.doubleValue() <= max)) {
                    throw broken(value);
                }
                yield number.doubleValue();
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
        };
    }

    /** The values allowed, as a message or a table shows them. */
    public String range() {
        return switch (kind) {
            case INTEGER -> bounds(number(min), number(max));
            case REAL -> bounds(number(min), number(max));
            case FLAG -> "true, false";
            case CHOICE -> String.join(", ", choices);
        };
    }

    private String bounds(String low, String high) {
        return max == Double.POSITIVE_INFINITY || max == Long.MAX_VALUE || max == Integer.MAX_VALUE
                ? low + " or more"
                : low + " to " + high;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) value)
                : Double.toString(value);
    }

    private IllegalArgumentException broken(Object value) {
        return new IllegalArgumentException("%s must be %s (%s), not %s".formatted(name, kind.label(), range(), value));
    }
}

package overthink.core.api;

import java.util.List;

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

    /**
     * Copies the list of choices and checks the bounds.
     *
     * @throws IllegalArgumentException when the kind is a number and a bound is not finite, or the lower one is above the
     *     other
     */
    public ParameterSpec {
        choices = List.copyOf(choices);
        if (kind == Kind.INTEGER || kind == Kind.REAL) {
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
        };
    }

    /** The values allowed, as a table shows them. */
    public String range() {
        return switch (kind) {
            case INTEGER -> "%d to %d".formatted(wholes().least(), wholes().most());
            case REAL -> RealRange.text(min) + " to " + RealRange.text(max);
            case FLAG -> "true, false";
            case CHOICE -> String.join(", ", choices);
        };
    }

    /** What the value must be, as it follows "must be". */
    public String what() {
        return switch (kind) {
            case INTEGER -> wholes().what();
            case REAL -> reals().what();
            case FLAG -> Kind.FLAG.label();
            case CHOICE -> "one of " + String.join(", ", choices);
        };
    }

    private IllegalArgumentException broken(Object value) {
        return new IllegalArgumentException("%s must be %s, not %s".formatted(name, what(), value));
    }
}

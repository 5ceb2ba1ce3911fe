package overthink.scenarios.document.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value as it is written: a scalar, a list, or a mapping. */
public sealed interface Node {

    /** Where it starts. */
    SourceLocation place();

    /** What a message shows of it: at most 40 characters. */
    String excerpt();

    /** The value in Java's types: {@link Map}, {@link List}, {@link BigDecimal}, {@link Boolean}, {@link String}. */
    Object plain();

    /** What a scalar is, by the core schema of YAML 1.2. */
    enum Type {
        /** Text, quoted or not. */
        TEXT,
        /** A whole number. */
        INTEGER,
        /** A number with a fraction or an exponent, or one that is not finite. */
        REAL,
        /** true or false. */
        FLAG,
        /** Nothing, {@code ~} or {@code null}. */
        NOTHING
    }

    /**
     * A single value.
     *
     * @param text as written, without quotes
     * @param type what it is
     * @param place where it starts
     */
    record Scalar(String text, Type type, SourceLocation place) implements Node {

        private static final int LONGEST_NUMBER = 100;

        /** More digits than any number that is worked with has; so many keep sums of such numbers small. */
        private static final MathContext DIGITS = new MathContext(50);

        /** Beyond, numbers are none of Java's double precision ones, and sums of them would fill the memory. */
        private static final int GREATEST_EXPONENT = 308;

        /** Text. */
        public static Scalar text(String text, SourceLocation place) {
            return new Scalar(text, Type.TEXT, place);
        }

        /** true or false. */
        public static Scalar flag(boolean value, SourceLocation place) {
            return new Scalar(Boolean.toString(value), Type.FLAG, place);
        }

        /**
         * A number in its one canonical spelling: no trailing zeros, no exponent where the plain form is short. Equal
         * numbers give equal text, on every Java version.
         */
        public static Scalar number(BigDecimal number, SourceLocation place) {
            BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            int magnitude = shortest.precision() - shortest.scale();
            boolean near = magnitude >= -5 && magnitude <= 15;
            String text = near ? shortest.toPlainString() : shortest.toString().toLowerCase(Locale.ROOT);
            return new Scalar(text, shortest.scale() <= 0 && near ? Type.INTEGER : Type.REAL, place);
        }

        /**
         * The number written here, to 50 digits; null when it is none, is not finite, has more than 100 characters, or is so
         * large or so near 0 that double precision has nothing like it.
         */
        public @Nullable BigDecimal number() {
            if ((type != Type.INTEGER && type != Type.REAL) || text.length() > LONGEST_NUMBER) {
                return null;
            }
            try {
                BigDecimal exact = text.startsWith("0x")
                        ? new BigDecimal(new BigInteger(text.substring(2), 16))
                        : text.startsWith("0o")
                                ? new BigDecimal(new BigInteger(text.substring(2), 8))
                                : new BigDecimal(text);
                if (exact.signum() == 0) {
                    return BigDecimal.ZERO;
                }
                long exponent = (long) exact.precision() - exact.scale() - 1;
                return Math.abs(exponent) > GREATEST_EXPONENT ? null : exact.round(DIGITS);
            } catch (NumberFormatException | ArithmeticException notFinite) {
                return null;
            }
        }

        /** Whether it is written as a number, and is too near 0 to be read as one. */
        public boolean vanishes() {
            return type == Type.REAL && number() == null && text.matches("[-+]?[.0-9]+[eE]-\\d+");
        }

        @Override
        public String excerpt() {
            if (type == Type.NOTHING) {
                return "nothing";
            }
            String line = text.replaceAll("\\p{Cntrl}+", " ");
            String cut = line.length() <= 40 ? line : line.substring(0, 39) + "…";
            return looksOtherwise() ? "\"" + cut + "\"" : cut;
        }

        private boolean looksOtherwise() {
            return type == Type.TEXT && (text.isBlank() || YamlReader.typeOf(text) != Type.TEXT);
        }

        @Override
        public Object plain() {
            if (type == Type.FLAG) {
                return Boolean.valueOf(text);
            }
            BigDecimal number = number();
            return number == null ? text : number;
        }
    }

    /**
     * A list.
     *
     * @param items in order
     * @param place where it starts
     */
    record Items(List<Node> items, SourceLocation place) implements Node {

        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String excerpt() {
            return items.isEmpty() ? "an empty list" : "a list";
        }

        @Override
        public Object plain() {
            List<Object> plain = new ArrayList<>();
            items.forEach(item -> plain.add(item.plain()));
            return plain;
        }
    }

    /**
     * A mapping without duplicate keys.
     *
     * @param entries in order
     * @param place where it starts
     */
    record Entries(List<Entry> entries, SourceLocation place) implements Node {

        /** Copies the list. */
        public Entries {
            entries = List.copyOf(entries);
        }

        /** An empty mapping. */
        public static Entries none(SourceLocation place) {
            return new Entries(List.of(), place);
        }

        /** A mapping with one entry. */
        public static Entries single(String key, Node value, SourceLocation place) {
            return new Entries(List.of(Entry.of(key, value)), place);
        }

        /** The value at a key; null when there is none. */
        public @Nullable Node find(String key) {
            for (Entry entry : entries) {
                if (entry.name().equals(key)) {
                    return entry.value();
                }
            }
            return null;
        }

        @Override
        public String excerpt() {
            return entries.isEmpty() ? "an empty mapping" : "a mapping";
        }

        @Override
        public Object plain() {
            Map<String, Object> plain = new LinkedHashMap<>();
            entries.forEach(entry -> plain.put(entry.name(), entry.value().plain()));
            return plain;
        }
    }

    /**
     * A key with its value.
     *
     * @param key as written
     * @param value what it leads to
     */
    record Entry(Scalar key, Node value) {

        /** An entry that is written nowhere else than its value. */
        public static Entry of(String key, Node value) {
            return new Entry(Scalar.text(key, value.place()), value);
        }

        /** The key's text. */
        public String name() {
            return key.text();
        }
    }
}

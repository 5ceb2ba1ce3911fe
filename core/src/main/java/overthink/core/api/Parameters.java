package overthink.core.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a strategy's parameters: every declared one, given or by default, and no other. */
public final class Parameters {

    private final Map<String, Object> values;

    private Parameters(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Fills defaults in and checks what is given.
     *
     * @param specs the parameters declared
     * @param given values by name
     * @throws IllegalArgumentException for an undeclared name, or a value that breaks its parameter's rule
     */
    public static Parameters of(List<ParameterSpec> specs, Map<String, ?> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ParameterSpec spec : specs) {
            Object value = given.get(spec.name());
            values.put(spec.name(), value == null ? spec.defaultValue() : spec.check(value));
        }
        for (String name : given.keySet()) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("there is no parameter %s; there are: %s"
                        .formatted(name, values.isEmpty() ? "none" : String.join(", ", values.keySet())));
            }
        }
        return new Parameters(values);
    }

    /** Every parameter with its default. */
    public static Parameters defaults(List<ParameterSpec> specs) {
        return of(specs, Map.of());
    }

    /** All values in the order of declaration: {@link Long}, {@link Double}, {@link Boolean}, {@link String} or a list of {@link Element}. */
    public Map<String, Object> asMap() {
        return values;
    }

    /** A whole number. */
    public long integer(String name) {
        return value(name, Long.class);
    }

    /**
     * A whole number as an {@code int}.
     *
     * @throws ArithmeticException when it does not fit
     */
    public int intValue(String name) {
        return Math.toIntExact(integer(name));
    }

    /** A real number. */
    public double real(String name) {
        return value(name, Double.class);
    }

    /** A switch. */
    public boolean flag(String name) {
        return value(name, Boolean.class);
    }

    /** A word. */
    public String choice(String name) {
        return value(name, String.class);
    }

    /** The name of something in the world. */
    public String name(String name) {
        return value(name, String.class);
    }

    /** Names of things in the world. */
    public List<String> names(String name) {
        List<?> list = value(name, List.class);
        return list.stream().map(String.class::cast).toList();
    }

    /** A list. */
    public List<Element> elements(String name) {
        List<?> list = value(name, List.class);
        return list.stream().map(Element.class::cast).toList();
    }

    private <T> T value(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("no parameter %s of type %s is declared; there are: %s"
                    .formatted(name, type.getSimpleName(), String.join(", ", values.keySet())));
        }
        return type.cast(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}

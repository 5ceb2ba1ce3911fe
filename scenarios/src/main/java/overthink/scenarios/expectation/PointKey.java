package overthink.scenarios.expectation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which point of a scenario that is run at several: in which case, and what is set there.
 *
 * @param name of the case; empty where there are none
 * @param values by path: {@link BigDecimal} without trailing zeros, {@link Boolean} or {@link String}; those of a sweep alone
 */
public record PointKey(String name, Map<String, Object> values) {

    /** The only point of a scenario that is run at no others. */
    public static final PointKey ONLY = new PointKey("", Map.of());

    /** Copies the map. */
    public PointKey {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** What tells this point from another: its case where that differs, and the values that do. */
    public PointKey less(PointKey other) {
        Map<String, Object> own = new LinkedHashMap<>(values);
        own.entrySet().removeIf(value -> value.getValue().equals(other.values.get(value.getKey())));
        return new PointKey(name.equals(other.name) ? "" : name, own);
    }

    /** A value as it is written. */
    public static String text(Object value) {
        return value instanceof BigDecimal number ? plain(number) : value.toString();
    }

    private static String plain(BigDecimal number) {
        int magnitude = number.precision() - number.scale();
        return magnitude >= -5 && magnitude <= 15 ? number.toPlainString() : number.toString();
    }

    /** {@code case hard, world.verifier.outcome.auc=0.8}; empty for the only point. */
    @Override
    public String toString() {
        String set = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + text(value.getValue()))
                .collect(Collectors.joining(", "));
        String which = name.isEmpty() ? "" : "case " + name;
        return which.isEmpty() || set.isEmpty() ? which + set : which + ", " + set;
    }
}

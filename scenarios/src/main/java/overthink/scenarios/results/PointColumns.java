package overthink.scenarios.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import overthink.scenarios.expectation.PointKey;

/**
 * The columns of a table that say which point a row is of: the case, and the value of each path that is swept.
 *
 * @param types by column in order, as SQL names them; none where scenarios are run at one point
 */
public record PointColumns(Map<String, String> types) {

    /** The case's column. */
    public static final String CASE = "case";

    /** Before the path in the name of a column. */
    public static final String SWEEP = "sweep.";

    /** Of scenarios that are run at one point. */
    public static final PointColumns NONE = new PointColumns(Map.of());

    /** Copies the map. */
    public PointColumns {
        types = new LinkedHashMap<>(types);
    }

    /**
     * The columns of some points.
     *
     * @param paths that are swept
     * @param points whose values tell the types: numbers where all are
     */
    public static PointColumns of(List<String> paths, List<PointKey> points) {
        Map<String, String> types = new LinkedHashMap<>();
        types.put(CASE, "VARCHAR");
        for (String path : paths) {
            boolean numbers = points.stream().allMatch(point -> point.values().get(path) instanceof BigDecimal);
            types.put(SWEEP + path, numbers ? "DOUBLE" : "VARCHAR");
        }
        return new PointColumns(types);
    }

    /** These columns and those of other scenarios. */
    public PointColumns and(PointColumns other) {
        Map<String, String> all = new LinkedHashMap<>(types);
        other.types.forEach((column, type) -> all.merge(column, type, (a, b) -> a.equals(b) ? a : "VARCHAR"));
        return new PointColumns(all);
    }

    /** Their names. */
    public List<String> names() {
        return List.copyOf(types.keySet());
    }

    /** What stands in them; empty where a point has no such value. */
    public List<String> fields(PointKey point) {
        List<String> fields = new ArrayList<>();
        for (String column : types.keySet()) {
            if (column.equals(CASE)) {
                fields.add(point.name());
            } else {
                Object value = point.values().get(column.substring(SWEEP.length()));
                fields.add(value == null ? "" : PointKey.text(value));
            }
        }
        return fields;
    }
}

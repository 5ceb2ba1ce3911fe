package overthink.scenarios.document.section;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.document.yaml.YamlWriter;
import overthink.scenarios.expectation.PointKey;

/**
 * At which points a scenario is run: in each of its cases, on a grid of values. Points are numbered from 0 with the case
 * changing last and the values of the last axis changing first.
 *
 * @param cases none for the scenario as it is
 * @param axes of the grid; none for one point a case
 */
public record SweepPlan(List<Case> cases, List<Axis> axes) {

    /** The most points of a scenario. */
    public static final int MOST = 100_000;

    /** The scenario as it is. */
    public static final SweepPlan NONE = new SweepPlan(List.of(), List.of());

    /** Copies the lists. */
    public SweepPlan {
        cases = List.copyOf(cases);
        axes = List.copyOf(axes);
    }

    /**
     * A value that is set.
     *
     * @param path where
     * @param value what stands there
     * @param place where that is said
     */
    public record Setting(String path, Node value, SourceLocation place) {}

    /**
     * A variant of the scenario with a name.
     *
     * @param name what results call it
     * @param settings what is set in it
     */
    public record Case(String name, List<Setting> settings) {

        /** Copies the list. */
        public Case {
            settings = List.copyOf(settings);
        }
    }

    /**
     * Values that change together.
     *
     * @param paths where they stand; one, or several of a zip
     * @param rows the values of each point, one for each path
     * @param places where each path is said to be swept
     */
    public record Axis(List<String> paths, List<List<Node>> rows, List<SourceLocation> places) {

        /** Copies the lists. */
        public Axis {
            paths = List.copyOf(paths);
            rows = List.copyOf(rows);
            places = List.copyOf(places);
        }
    }

    /** Whether the scenario is run as it is alone. */
    public boolean isEmpty() {
        return cases.isEmpty() && axes.isEmpty();
    }

    /** How many points there are. */
    public long size() {
        long size = Math.max(1, cases.size());
        for (Axis axis : axes) {
            size = Math.multiplyExact(size, (long) axis.rows().size());
        }
        return size;
    }

    /** Where a point is on each axis, after the number of its case. */
    int[] position(int point) {
        int[] position = new int[1 + axes.size()];
        int rest = point;
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
            int size = axes.get(axis).rows().size();
            position[1 + axis] = rest % size;
            rest /= size;
        }
        position[0] = rest;
        return position;
    }

    /** The point at a position. */
    int point(int[] position) {
        int point = position[0];
        for (int axis = 0; axis < axes.size(); axis++) {
            point = point * axes.get(axis).rows().size() + position[1 + axis];
        }
        return point;
    }

    /** What is set at a point: by its case, and by the grid. */
    public List<Setting> settings(int point) {
        int[] position = position(point);
        List<Setting> settings = new ArrayList<>();
        if (!cases.isEmpty()) {
            settings.addAll(cases.get(position[0]).settings());
        }
        for (int i = 0; i < axes.size(); i++) {
            Axis axis = axes.get(i);
            for (int column = 0; column < axis.paths().size(); column++) {
                settings.add(new Setting(
                        axis.paths().get(column),
                        axis.rows().get(position[1 + i]).get(column),
                        axis.places().get(column)));
            }
        }
        return settings;
    }

    /** How results name a point. */
    public PointKey key(int point) {
        int[] position = position(point);
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < axes.size(); i++) {
            Axis axis = axes.get(i);
            for (int column = 0; column < axis.paths().size(); column++) {
                values.put(
                        axis.paths().get(column),
                        plain(axis.rows().get(position[1 + i]).get(column)));
            }
        }
        return new PointKey(cases.isEmpty() ? "" : cases.get(position[0]).name(), values);
    }

    /** A value as results have it: one spelling for one meaning. */
    static Object plain(Node value) {
        Object plain = value.plain();
        if (plain instanceof BigDecimal number) {
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
        return plain instanceof Boolean || plain instanceof String ? plain : YamlWriter.flow(value);
    }
}

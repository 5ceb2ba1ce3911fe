package overthink.scenarios.document.section;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.form.AnyForm;
import overthink.scenarios.document.form.Definitions;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.KeyPath;
import overthink.scenarios.document.form.ListForm;
import overthink.scenarios.document.form.MapForm;
import overthink.scenarios.document.form.ReadValue;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.section.SweepPlan.Axis;
import overthink.scenarios.document.section.SweepPlan.Case;
import overthink.scenarios.document.section.SweepPlan.Setting;
import overthink.scenarios.document.yaml.Assignment;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;

/** How the points are written at which a scenario is run: a grid of values, and cases. */
final class SweepForms {

    /** The key of values that change together. */
    static final String ZIP = "zip";

    /** The most keys that are swept, or set by a case. */
    private static final int MOST_PATHS = 100;

    /** Ranges of more values are explained as ranges. */
    private static final int MOST_LISTED = 1_000;

    /** What is the same at all points. */
    private static final List<String> FIXED = List.of("name", "expect", "claim", "sweep", "cases");

    /** A text that may be a path; which paths there are is for the scenario to say. */
    static final TextForm PATH =
            new TextForm(Assignment.PATH_RULE, "^[^.\\[\\]]+(\\[[0-9]{1,6}\\])*(\\.[^.\\[\\]]+(\\[[0-9]{1,6}\\])*)*$");

    private static final Form<List<Node>> VALUES = new Values();

    /** The axes of a grid. */
    static final Form<List<Axis>> SWEEP = new Grid();

    /** Cases by name. */
    static final Form<List<Case>> CASES = new Cases();

    private SweepForms() {}

    /** A list of values, or a range of numbers. */
    private record Values() implements Form<List<Node>> {

        private static final Form<List<Node>> LIST = new ListForm<>(new AnyForm(), "values", 1, SweepPlan.MOST);

        @Override
        public @Nullable ReadValue<List<Node>> read(Node node, KeyPath spot) {
            if (node instanceof Node.Items) {
                return LIST.read(node, spot);
            }
            if (!(node instanceof Node.Entries)) {
                return spot.refuse(node, "must be " + what());
            }
            ReadValue<List<BigDecimal>> range = SweptRange.FORM.read(node, spot);
            if (range == null) {
                return null;
            }
            List<Node> values = new ArrayList<>();
            for (BigDecimal value : range.value()) {
                values.add(Node.Scalar.number(value, node.place()));
            }
            return new ReadValue<>(
                    values, values.size() <= MOST_LISTED ? new Node.Items(values, node.place()) : range.explained());
        }

        @Override
        public Map<String, Object> schema(Definitions definitions) {
            return Map.of("anyOf", List.of(LIST.schema(definitions), SweptRange.FORM.schema(definitions)));
        }

        @Override
        public String what() {
            return "a list of values, or a range such as {from: 0.6, to: 0.95, step: 0.05}";
        }
    }

    /** Paths with their values; those below {@value #ZIP} change together. */
    private record Grid() implements Form<List<Axis>> {

        @Override
        public @Nullable ReadValue<List<Axis>> read(Node node, KeyPath spot) {
            if (!(node instanceof Node.Entries mapping) || mapping.entries().size() > MOST_PATHS) {
                return spot.refuse(node, "must be " + what());
            }
            List<Axis> axes = new ArrayList<>();
            List<Node.Entry> explained = new ArrayList<>();
            for (Node.Entry entry : mapping.entries()) {
                KeyPath inner = spot.key(entry.name());
                @Nullable
                ReadValue<Axis> axis = entry.name().equals(ZIP) ? zip(entry.value(), inner) : axis(entry, inner);
                if (axis != null) {
                    axes.add(axis.value());
                    explained.add(new Node.Entry(entry.key(), axis.explained()));
                }
            }
            return axes.size() < mapping.entries().size()
                    ? null
                    : new ReadValue<>(axes, new Node.Entries(explained, node.place()));
        }

        private static @Nullable ReadValue<Axis> axis(Node.Entry entry, KeyPath spot) {
            ReadValue<List<Node>> values = isPath(entry, spot) ? VALUES.read(entry.value(), spot) : null;
            if (values == null) {
                return null;
            }
            List<List<Node>> rows = values.value().stream().map(List::of).toList();
            return differ(rows, entry.value(), spot)
                    ? new ReadValue<>(
                            new Axis(List.of(entry.name()), rows, List.of(overriding(entry))), values.explained())
                    : null;
        }

        private static @Nullable ReadValue<Axis> zip(Node node, KeyPath spot) {
            if (!(node instanceof Node.Entries mapping)
                    || mapping.entries().isEmpty()
                    || mapping.entries().size() > MOST_PATHS) {
                return spot.refuse(node, "must be a mapping of paths to as many values each");
            }
            List<String> paths = new ArrayList<>();
            List<SourceLocation> places = new ArrayList<>();
            List<List<Node>> columns = new ArrayList<>();
            List<Node.Entry> explained = new ArrayList<>();
            for (Node.Entry entry : mapping.entries()) {
                KeyPath inner = spot.key(entry.name());
                ReadValue<List<Node>> values = isPath(entry, inner) ? VALUES.read(entry.value(), inner) : null;
                if (values != null) {
                    paths.add(entry.name());
                    places.add(overriding(entry));
                    columns.add(values.value());
                    explained.add(new Node.Entry(entry.key(), values.explained()));
                }
            }
            if (columns.size() < mapping.entries().size()) {
                return null;
            }
            int size = columns.get(0).size();
            for (int i = 1; i < columns.size(); i++) {
                if (columns.get(i).size() != size) {
                    spot.key(paths.get(i))
                            .report(
                                    mapping.entries().get(i).value().place(),
                                    "values of a zip change together, so there must be as many of each: %s has %d, and this %d"
                                            .formatted(
                                                    paths.get(0),
                                                    size,
                                                    columns.get(i).size()),
                                    "");
                    return null;
                }
            }
            List<List<Node>> rows = new ArrayList<>();
            for (int row = 0; row < size; row++) {
                int at = row;
                rows.add(columns.stream().map(column -> column.get(at)).toList());
            }
            return differ(rows, node, spot)
                    ? new ReadValue<>(new Axis(paths, rows, places), new Node.Entries(explained, node.place()))
                    : null;
        }

        private static boolean differ(List<List<Node>> rows, Node node, KeyPath spot) {
            Map<List<Object>, Integer> seen = new LinkedHashMap<>();
            for (List<Node> row : rows) {
                List<Object> values = row.stream().map(SweepPlan::plain).toList();
                if (seen.put(values, 0) != null) {
                    spot.report(
                            row.get(0).place().line() > 0 ? row.get(0).place() : node.place(),
                            "%s stands here twice"
                                    .formatted(row.size() == 1 ? row.get(0).excerpt() : values),
                            "");
                    return false;
                }
            }
            return true;
        }

        @Override
        public Map<String, Object> schema(Definitions definitions) {
            Map<String, Object> values = VALUES.schema(definitions);
            Map<String, Object> zip = new LinkedHashMap<>();
            zip.put("type", "object");
            zip.put("description", "Values that change together, as many of each path");
            zip.put("propertyNames", Map.of("pattern", PATH.pattern()));
            zip.put("additionalProperties", values);
            zip.put("minProperties", 1);
            zip.put("maxProperties", MOST_PATHS);
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", "object");
            schema.put("propertyNames", Map.of("pattern", PATH.pattern()));
            schema.put("properties", Map.of(ZIP, zip));
            schema.put("additionalProperties", values);
            schema.put("maxProperties", MOST_PATHS);
            return schema;
        }

        @Override
        public String what() {
            return "a mapping of paths to values, such as {world.verifier.outcome.auc: {from: 0.6, to: 0.95, step: 0.05}}";
        }
    }

    /** What is set in each case. */
    private record Cases() implements Form<List<Case>> {

        private static final Form<Map<String, Map<String, Node>>> WRITTEN = new MapForm<>(
                new MapForm<>(new AnyForm(), "keys to set", PATH, 0, MOST_PATHS),
                "cases",
                TextForm.line("the name of a case"),
                0,
                1_000);

        @Override
        public @Nullable ReadValue<List<Case>> read(Node node, KeyPath spot) {
            ReadValue<Map<String, Map<String, Node>>> written = WRITTEN.read(node, spot);
            if (written == null || !(node instanceof Node.Entries mapping)) {
                return null;
            }
            List<Case> cases = new ArrayList<>();
            boolean sound = true;
            for (Node.Entry entry : mapping.entries()) {
                List<Setting> settings = new ArrayList<>();
                for (Node.Entry setting : ((Node.Entries) entry.value()).entries()) {
                    sound &= isPath(setting, spot.key(entry.name()).key(setting.name()));
                    settings.add(new Setting(setting.name(), setting.value(), overriding(setting)));
                }
                cases.add(new Case(entry.name(), settings));
            }
            return sound ? new ReadValue<>(cases, written.explained()) : null;
        }

        @Override
        public Map<String, Object> schema(Definitions definitions) {
            return WRITTEN.schema(definitions);
        }

        @Override
        public String what() {
            return WRITTEN.what();
        }
    }

    private static SourceLocation overriding(Node.Entry entry) {
        return entry.key().place().asOverriding();
    }

    /** Whether a key is a path, of something that may differ between points. */
    private static boolean isPath(Node.Entry entry, KeyPath spot) {
        if (!Assignment.isPath(entry.name())) {
            spot.report(entry.key().place(), Assignment.PATH_RULE, "");
            return false;
        }
        if (FIXED.contains(first(entry.name()))) {
            spot.report(entry.key().place(), "%s is the same at all points".formatted(first(entry.name())), "");
            return false;
        }
        return true;
    }

    private static String first(String path) {
        return path.replaceFirst("[.\\[].*", "");
    }

    /**
     * A plan of what was read; null when its parts do not fit together, which is reported.
     *
     * @param spot of the scenario, whose context hears of mistakes
     */
    static @Nullable SweepPlan plan(List<Case> cases, List<Axis> axes, KeyPath spot) {
        SweepPlan plan = new SweepPlan(cases, axes);
        List<Setting> swept = new ArrayList<>();
        for (Axis axis : axes) {
            for (int i = 0; i < axis.paths().size(); i++) {
                swept.add(new Setting(
                        axis.paths().get(i),
                        axis.rows().get(0).get(i),
                        axis.places().get(i)));
            }
        }
        boolean sound = true;
        for (int i = 0; i < swept.size(); i++) {
            sound &= apart(swept.get(i), swept.subList(0, i), "sweep", spot);
        }
        for (Case each : cases) {
            for (Setting setting : each.settings()) {
                sound &= apart(setting, swept, "cases." + each.name(), spot);
            }
        }
        double size = Math.max(1, cases.size());
        for (Axis axis : axes) {
            size *= axis.rows().size();
        }
        if (size > SweepPlan.MOST) {
            spot.report(
                    axes.isEmpty()
                            ? SourceLocation.whole("")
                            : axes.get(0).places().get(0),
                    "a scenario is run at no more than %,d points, and these are %s"
                            .formatted(SweepPlan.MOST, size < 1e15 ? "%,.0f".formatted(size) : "%.1e".formatted(size)),
                    "");
            return null;
        }
        return sound ? plan : null;
    }

    private static boolean apart(Setting setting, List<Setting> others, String where, KeyPath spot) {
        for (Setting other : others) {
            String one = setting.path() + ".";
            String two = other.path() + ".";
            if (one.startsWith(two) || two.startsWith(one)) {
                spot.key(where)
                        .key(setting.path())
                        .report(setting.place(), "is set by the sweep already, as %s".formatted(other.path()), "");
                return false;
            }
        }
        return true;
    }
}

package overthink.scenarios.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import overthink.core.api.Element;
import overthink.core.estimate.Estimate;
import overthink.scenarios.results.table.StageWords;

/**
 * A row as a page shows it.
 *
 * @param number of the row in its document, from 0
 * @param place the case and the point of a sweep that it is of, by key; empty for a run without
 * @param strategy with its parameters
 * @param resource that the budget bounds
 * @param budget in the resource's everyday unit
 * @param bin of difficulty, or {@code all}
 * @param method by which it was found
 * @param fields the other numbers
 */
record ReportRow(
        int number,
        Map<String, String> place,
        String strategy,
        String resource,
        double budget,
        String bin,
        String method,
        StoredObject fields) {

    /** A stage has one number n, and one name of a verifier or a policy: these need no key. */
    private static final Set<String> PLAIN = Set.of("n", "verifier", "policy");

    static ReportRow of(int number, StoredObject row) {
        Map<String, String> place = new LinkedHashMap<>();
        if (!row.text("case").isEmpty()) {
            place.put("case", row.text("case"));
        }
        row.object("sweep").values().forEach((path, value) -> place.put(path.toString(), String.valueOf(value)));
        return new ReportRow(
                number,
                place,
                label(row),
                row.text("resource"),
                row.number("budget"),
                row.text("bin"),
                row.text("method"),
                row);
    }

    /**
     * A strategy with its parameters, as {@code beam-search width=4}; of a list of stages what they are called and told, as
     * {@code pipeline generate 8 large > filter tests > merge 2 group=4}.
     */
    static String label(StoredObject fields) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        fields.object("parameters").values().forEach((key, value) -> parameters.put(String.valueOf(key), told(value)));
        String words = StageWords.of(parameters, (key, value) -> PLAIN.contains(key));
        return (fields.text("strategy") + " " + words).strip();
    }

    /** A list of stages, some of which are told something, as it was before it was stored; another value as it is. */
    private static Object told(Object value) {
        return value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)
                ? list.stream().map(ReportRow::stage).toList()
                : String.valueOf(value);
    }

    private static Element stage(Object stage) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (stage instanceof Map<?, ?> map && map.size() == 1) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            StoredObject.of(only.getValue()).values().forEach((key, value) -> values.put(String.valueOf(key), value));
            return new Element(String.valueOf(only.getKey()), values);
        }
        return new Element(String.valueOf(stage), values);
    }

    /** The same under another name, as a row of another list. */
    ReportRow named(String name, int where) {
        return new ReportRow(where, place, name, resource, budget, bin, method, fields);
    }

    /** The same as a row of another document, which has no number in this one. */
    ReportRow over(String name, String of) {
        return new ReportRow(-1, place, name, of, budget, bin, method, fields);
    }

    double accuracy() {
        return fields.number("accuracy");
    }

    double coverage() {
        return fields.number("coverage");
    }

    /** Whether it is exact of these problems or of the population. */
    boolean exact() {
        return method.equals("exact");
    }

    /** Half of the 95 % interval over the population; 0 where none is known. */
    double populationHalf() {
        double error = fields.number("populationStdError");
        return Double.isNaN(error) ? 0 : Estimate.Z95 * error;
    }

    /** The larger side of the 95 % interval over these problems; 0 where it is exact. */
    double half() {
        double side = Math.max(fields.number("upper") - accuracy(), accuracy() - fields.number("lower"));
        return exact() || Double.isNaN(side) ? 0 : side;
    }

    /** What was spent on average. */
    double cost(ReportResource resource) {
        return resource.label().equals(this.resource) && budget > 0
                ? budget
                : fields.object("cost").number(resource.key());
    }
}

package overthink.scenarios.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    private static final Set<String> PLAIN = Set.of("n", "verifier", "policy");

    private static final double Z95 = 1.959963984540054;

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
        String parameters = fields.object("parameters").values().entrySet().stream()
                .map(parameter -> parameter.getValue() instanceof List<?> list
                                && list.stream().anyMatch(Map.class::isInstance)
                        ? list.stream().map(ReportRow::stage).collect(Collectors.joining(" > "))
                        : parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" "));
        return (fields.text("strategy") + " " + parameters).strip();
    }

    /** A stage has one number n, and one name of a verifier or a policy: these need no key. */
    private static String stage(Object stage) {
        if (!(stage instanceof Map<?, ?> map)) {
            return String.valueOf(stage);
        }
        return map.entrySet().stream()
                .map(one -> one.getValue() instanceof Map<?, ?> told
                        ? told.entrySet().stream()
                                .map(value -> PLAIN.contains(String.valueOf(value.getKey()))
                                        ? String.valueOf(value.getValue())
                                        : value.getKey() + "=" + value.getValue())
                                .collect(Collectors.joining(" ", one.getKey() + " ", ""))
                        : String.valueOf(one))
                .collect(Collectors.joining(" "));
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
        return Double.isNaN(error) ? 0 : Z95 * error;
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

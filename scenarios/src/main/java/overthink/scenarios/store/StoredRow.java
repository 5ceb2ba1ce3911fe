package overthink.scenarios.store;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row as it is stored.
 *
 * @param key which row
 * @param values by column, as written
 */
record StoredRow(Key key, Map<String, String> values) {

    /** Which row: its point of a sweep, its strategy with its parameters, what is bounded by how much, and the bin. */
    record Key(
            Map<String, String> point, String strategy, String parameters, String resource, String budget, String bin) {

        /** As people read it. */
        String text() {
            return "%s%s at %s %s%s%s"
                    .formatted(
                            strategy,
                            parameters.isEmpty() ? "" : " " + parameters.replace(';', ' '),
                            budget,
                            resource,
                            bin.equals("all") ? "" : " on " + bin,
                            point.isEmpty()
                                    ? ""
                                    : point.entrySet().stream()
                                            .map(value -> value.getKey() + "=" + value.getValue())
                                            .collect(Collectors.joining(", ", " (", ")")));
        }
    }

    /** A number; NaN where there is none. */
    double number(String column) {
        String text = values.getOrDefault(column, "");
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BrokenRunException(
                    "the row %s has in the column %s no number, but '%s'".formatted(key.text(), column, text));
        }
    }

    /** A number; 0 where there is none. */
    double error(String column) {
        double number = number(column);
        return Double.isNaN(number) ? 0 : number;
    }
}

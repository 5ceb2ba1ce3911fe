package overthink.scenarios.expectation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Row;
import overthink.scenarios.text.Plain;

/**
 * Which row: of one strategy under one budget on the problems of one bin.
 *
 * @param strategy its name
 * @param parameters as given in the scenario
 * @param budget in the resource's everyday unit; infinite for the limit
 * @param bin {@code all}, or the bin of difficulty
 */
public record RowKey(String strategy, Map<String, Object> parameters, double budget, String bin) {

    /** Copies the map. */
    public RowKey {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Whether it is of a budget without end, so that a limit is meant. */
    public boolean endless() {
        return Double.isInfinite(budget);
    }

    /** Where the row of this key is; empty when the strategy was stopped or no problem is in the bin. */
    public OptionalInt find(List<Row> rows) {
        return IntStream.range(0, rows.size()).filter(i -> is(rows.get(i))).findFirst();
    }

    private boolean is(Row row) {
        return row.strategy().equals(strategy)
                && row.parameters().equals(parameters)
                && row.budget() == budget
                && row.bin().equals(bin);
    }

    @Override
    public String toString() {
        String values = parameters.entrySet().stream()
                .map(parameter -> " " + parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining());
        return strategy + values + " at " + (endless() ? "\u221e" : Plain.of(budget))
                + (bin.equals(Bin.ALL) ? "" : " on " + bin);
    }
}

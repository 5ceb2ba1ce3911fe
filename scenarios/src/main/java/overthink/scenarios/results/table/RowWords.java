package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import overthink.core.api.Resource;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.world.Gathering;
import overthink.scenarios.text.Amount;

/** What pages say of the problems that rows are of, and of their errors. */
final class RowWords {

    private RowWords() {}

    /** Which problems, as the first of several facts. */
    static String problems(List<Row> rows) {
        Set<String> words = new LinkedHashSet<>();
        for (Row row : all(rows)) {
            words.add(
                    switch (row.gathering()) {
                        case POPULATION -> "the population of problems";
                        case SPREAD -> Amount.of(row.problems(), "problem") + " evenly spread";
                        case DRAWN, PART -> Amount.of(row.problems(), "problem");
                    });
        }
        return String.join(" and ", words);
    }

    private static List<Row> all(List<Row> rows) {
        String bin = rows.get(0).bin();
        return rows.stream().filter(row -> row.bin().equals(bin)).toList();
    }

    /** What ± is, and what numbers without it are, in sentences. */
    static List<String> errors(List<Row> rows, ErrorScope error) {
        List<String> words = new ArrayList<>();
        List<Row> known = all(rows).stream()
                .filter(row -> row.gathering() != Gathering.POPULATION)
                .toList();
        if (error == ErrorScope.POPULATION) {
            if (!known.isEmpty()) {
                Row any = known.get(0);
                words.add("± is the 95 %% half-width over the population that %s stand%s for%s."
                        .formatted(
                                any.problems() == 1 ? "the problem" : "the " + Amount.of(any.problems(), "problem"),
                                any.problems() == 1 ? "s" : "",
                                any.gathering() == Gathering.SPREAD
                                        ? " at evenly spread quantiles of p; what else belongs to a problem is drawn"
                                        : ""));
            }
            if (rows.stream().anyMatch(Row::exactOfPopulation)) {
                words.add("Numbers without ± are exact of the population: integrals over the law of p.");
            }
            return words;
        }
        if (rows.stream().anyMatch(row -> row.method() != Method.EXACT)) {
            words.add("± is the larger side of the 95 %% interval over these %s."
                    .formatted(Amount.of(known.get(0).problems(), "problem")));
        }
        if (rows.stream().anyMatch(row -> row.method() == Method.EXACT && !row.exactOfPopulation())) {
            words.add("Numbers without ± are exact of these problems.");
        }
        return words;
    }

    /** How far rows whose ± is over these problems may be from the population, in a sentence; empty when that is not known. */
    static String beyond(List<Row> rows, ErrorScope error) {
        double most = all(rows).stream()
                .mapToDouble(row -> 100 * ErrorScope.POPULATION.halfWidth(row))
                .filter(halfWidth -> halfWidth > 0)
                .max()
                .orElse(0);
        return error == ErrorScope.POPULATION || most == 0
                ? ""
                : "Over the population that they stand for, the 95 %% half-width of accuracies is up to ±%s."
                        .formatted(ErrorScope.POPULATION.figure(0, most).error());
    }

    /** The unit in which a resource is told. */
    static String unit(Resource resource) {
        return switch (resource) {
            case LATENCY -> "seconds";
            case USD -> "dollars";
            case INPUT_TOKENS -> "input tokens";
            case VERIFIER_CALLS -> "verifier calls";
            case FLOPS -> "FLOPs";
            default -> resource.label();
        };
    }
}

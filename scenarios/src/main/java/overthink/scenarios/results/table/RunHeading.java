package overthink.scenarios.results.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.results.Partial;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.text.Amount;

/** The first lines of a page: which run, over which problems, by which methods. */
final class RunHeading {

    private final TableStyle style;

    RunHeading(TableStyle style) {
        this.style = style;
    }

    /** Prints it. */
    void print(ResultDocument document, StringBuilder text) {
        Manifest manifest = document.manifest();
        text.append(manifest.scenario())
                .append(" (seed ")
                .append(manifest.seed())
                .append(")\n");
        List<String> facts = new ArrayList<>();
        List<Row> rows = document.rows();
        if (rows.isEmpty()) {
            facts.add("no results");
        } else {
            String bin = rows.get(0).bin();
            facts.add(RowWords.problems(rows));
            facts.add(rows.stream()
                    .map(Row::method)
                    .distinct()
                    .map(method -> method(
                            method, rows.stream().filter(row -> row.bin().equals(bin) && row.method() == method)))
                    .collect(Collectors.joining(" and ")));
        }
        facts.add(String.format(
                Locale.ROOT, "%.1f s on %s", manifest.seconds(), Amount.of(manifest.threads(), "thread")));
        text.append(style.paragraph(String.join(", ", facts)));
        document.partial().ifPresent(partial -> text.append(style.paragraph(partial(partial))));
    }

    private static String partial(Partial partial) {
        return "PARTIAL: the run was interrupted. Rows are of the %s of %d that were done%s."
                .formatted(
                        Amount.of(partial.problems(), "problem"),
                        partial.of(),
                        partial.without().isEmpty() ? "" : "; nothing yet of " + String.join(", ", partial.without()));
    }

    /** A method, with the trials that a number had by it. */
    private static String method(Method method, Stream<Row> rows) {
        LongSummaryStatistics trials = rows.mapToLong(Row::trials).summaryStatistics();
        if (method == Method.EXACT) {
            return method.label();
        }
        String least = trials.getMin() == trials.getMax() ? "" : Amount.whole(trials.getMin()) + " to ";
        return "%s (%s%s each)".formatted(method.label(), least, Amount.of(trials.getMax(), "trial"));
    }
}

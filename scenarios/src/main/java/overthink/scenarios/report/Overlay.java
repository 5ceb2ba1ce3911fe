package overthink.scenarios.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import overthink.scenarios.store.BrokenRunException;
import overthink.scenarios.text.Amount;

/**
 * Curves of other runs, and curves that somebody published, which are laid over those of a run. The rows have no numbers, as they
 * are not among those of the run.
 *
 * @param sources the files and folders that they are of
 * @param rows of other runs, under names that say so, and of published curves, which have no resource of their own
 */
record Overlay(List<Path> sources, List<ReportRow> rows) {

    /** Nothing to lay over. */
    static final Overlay NONE = new Overlay(List.of(), List.of());

    /** Copies the lists. */
    Overlay {
        sources = List.copyOf(sources);
        rows = List.copyOf(rows);
    }

    /**
     * Reads stored runs and files of published curves, which end in {@code .csv}.
     *
     * @throws BrokenRunException when one is neither, has no curves, or two published ones are called the same
     */
    static Overlay read(List<Path> sources) throws IOException {
        List<ReportDocument> runs = new ArrayList<>();
        List<ReportRow> published = new ArrayList<>();
        Map<String, Path> labels = new LinkedHashMap<>();
        for (Path source : sources) {
            if (published(source)) {
                List<ReportRow> points = PublishedCsv.read(source);
                for (ReportRow point : points) {
                    Path before = labels.putIfAbsent(point.strategy(), source);
                    if (before != null && !before.equals(source)) {
                        throw new BrokenRunException("%s: %s has a curve '%s', too; one must be called otherwise"
                                .formatted(source, before, point.strategy()));
                    }
                }
                published.addAll(points);
            } else {
                for (ReportDocument document : ReportDocument.read(source)) {
                    if (!Reports.curves(document)) {
                        throw new BrokenRunException(
                                "%s: what is laid over must have curves, as a run has; this is %s. Maybe: the folder of a run, or a CSV of label,budget,accuracy"
                                        .formatted(source, what(document)));
                    }
                    runs.add(document);
                }
            }
        }
        List<ReportRow> rows = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            String prefix = runs.size() == 1 ? "other: " : "other %d: ".formatted(i + 1);
            runs.get(i).rows().forEach(row -> rows.add(row.over(prefix + row.strategy(), row.resource())));
        }
        rows.addAll(published);
        return new Overlay(sources, rows);
    }

    private static boolean published(Path source) {
        return String.valueOf(source.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /** What a document without curves is. */
    static String what(ReportDocument document) {
        if (PlanPictures.plan(document.all())) {
            return "a plan";
        }
        if (ComparisonPictures.comparison(document.all())) {
            return "a comparison";
        }
        if (FittedPictures.fitted(document.all())) {
            return "a fitted world";
        }
        if (ForecastPictures.forecast(document)) {
            return "a forecast";
        }
        return document.rows().isEmpty() ? "a document without rows" : "a sweep";
    }

    /**
     * Refuses what cannot be laid over some documents.
     *
     * @throws BrokenRunException when none of them has curves, or nothing is spent of what the budgets of one bound
     */
    void check(List<ReportDocument> documents) {
        if (sources.isEmpty()) {
            return;
        }
        List<ReportDocument> below = documents.stream().filter(Reports::curves).toList();
        if (below.isEmpty()) {
            throw new BrokenRunException("--over: there are no curves below: %s is %s"
                    .formatted(documents.get(0).name(), what(documents.get(0))));
        }
        for (ReportDocument document : below) {
            ReportResource axis = ReportResource.of(document.rows()).get(0);
            if (over(document.rows()).stream().noneMatch(row -> row.cost(axis) > 0)) {
                throw new BrokenRunException(
                        "--over: %s: nothing says how many %s are spent, which is what %s is drawn against"
                                .formatted(sources.get(0), axis.words(), document.name()));
            }
        }
    }

    /** The rows to lay over others: published ones are of the resource that the others' budgets bound. */
    List<ReportRow> over(List<ReportRow> below) {
        String resource = below.isEmpty() ? "" : below.get(0).resource();
        return rows.stream()
                .map(row -> row.resource().isEmpty() ? row.over(row.strategy(), resource) : row)
                .toList();
    }

    /** What is on {@link #table}. */
    static final List<String> HEADERS = List.of("curve", "budget", "accuracy %", "from %", "to %");

    /** The points on all problems, in words; from and to are the ends of a 95 % interval, or what was published. */
    List<List<String>> table() {
        List<List<String>> lines = new ArrayList<>();
        for (ReportRow row : rows) {
            if (row.bin().equals(CurvePictures.ALL)) {
                double low = row.fields().number("lower");
                double high = row.fields().number("upper");
                boolean wide = high > low;
                lines.add(List.of(
                        row.strategy(),
                        Amount.budget(row.budget()) + (row.resource().isEmpty() ? "" : " " + row.resource()),
                        percent(row.accuracy()),
                        wide ? percent(low) : "",
                        wide ? percent(high) : ""));
            }
        }
        return lines;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    /** Where the curves are from, in words; empty when there are none. */
    String note() {
        return sources.isEmpty()
                ? ""
                : " Thin lines of long dashes are laid over, from %s."
                        .formatted(sources.stream()
                                .map(source -> String.valueOf(source.getFileName()))
                                .collect(Collectors.joining(", ")));
    }
}

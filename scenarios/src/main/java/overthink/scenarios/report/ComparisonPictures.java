package overthink.scenarios.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import overthink.scenarios.chart.BarData;
import overthink.scenarios.chart.SvgWriter;
import overthink.scenarios.text.Amount;

/** How two runs differ: what {@code compare} says, as a page shows it. */
final class ComparisonPictures {

    /** More bars are no picture. */
    private static final int MOST_BARS = 24;

    /** More lines are no table. */
    private static final int MOST_LINES = 500;

    private static final String ACCURACY = "accuracy";

    private ComparisonPictures() {}

    /** Whether fields are of such a document. */
    static boolean comparison(StoredObject fields) {
        return fields.has("first") && fields.has("second") && fields.has("keys") && fields.has("paired");
    }

    /** The document of fields; the manifest is that of the second run. */
    static ReportDocument document(StoredObject fields) {
        String first = fields.object("first").text("scenario");
        String second = fields.object("second").text("scenario");
        String name = first.equals(second) ? second + ", before and after" : first + " and " + second;
        return new ReportDocument(name, fields.object("second"), "", List.of(), fields);
    }

    /** What differs, in a few sentences, as HTML. */
    static String headline(ReportDocument document) {
        StoredObject all = document.all();
        List<StoredObject> rows = all.objects("rows");
        long changed = rows.stream()
                .filter(row -> row.objects("measures").stream().anyMatch(ComparisonPictures::changed))
                .count();
        StringBuilder words = new StringBuilder(
                "<p><b>%d of %d rows</b> differ by more than their errors".formatted(changed, rows.size()));
        words.append(all.text("paired").equals("true") ? ", problem by problem.</p>" : ".</p>");
        List<StoredObject> keys = all.objects("keys");
        words.append(
                keys.isEmpty()
                        ? "<p>The scenarios are the same.</p>"
                        : "<p>Of the scenario: %s.</p>"
                                .formatted(keys.stream()
                                        .map(ComparisonPictures::key)
                                        .collect(Collectors.joining("; "))));
        only(words, "first", all.texts("onlyFirst"));
        only(words, "second", all.texts("onlySecond"));
        return words.toString();
    }

    private static String key(StoredObject key) {
        return SvgWriter.escaped("%s %s \u2192 %s"
                .formatted(
                        key.text("path"),
                        key.has("first") ? key.text("first") : "not there",
                        key.has("second") ? key.text("second") : "not there"));
    }

    private static void only(StringBuilder words, String run, List<String> rows) {
        if (!rows.isEmpty()) {
            words.append("<p>The %s run alone has %s.</p>".formatted(run, SvgWriter.escaped(String.join(", ", rows))));
        }
    }

    private static boolean changed(StoredObject measure) {
        return measure.text("changed").equals("true");
    }

    private record Change(String row, StoredObject measure) {

        double difference() {
            return measure.number("difference");
        }
    }

    private static List<Change> changes(ReportDocument document) {
        List<Change> changes = new ArrayList<>();
        for (StoredObject row : document.all().objects("rows")) {
            row.objects("measures").forEach(measure -> changes.add(new Change(row.text("row"), measure)));
        }
        return changes;
    }

    /** What each row gained or lost in accuracy; the greatest where there are many. */
    static Picture accuracies(ReportDocument document) {
        List<Change> all = changes(document).stream()
                .filter(change -> change.measure().text("measure").equals(ACCURACY))
                .toList();
        List<Change> shown = all.stream()
                .sorted(Comparator.comparingDouble((Change change) -> -Math.abs(change.difference())))
                .limit(MOST_BARS)
                .sorted(Comparator.comparingInt(all::indexOf))
                .toList();
        List<BarData.Bar> bars = shown.stream()
                .map(change -> {
                    double points = 100 * change.difference();
                    String words = "%.1f \u2192 %.1f%s"
                            .formatted(
                                    100 * change.measure().number("first"),
                                    100 * change.measure().number("second"),
                                    changed(change.measure()) ? "" : " (within errors)");
                    return new BarData.Bar(change.row(), Math.min(0, points), words, Math.max(0, points), words);
                })
                .toList();
        String cut = shown.size() == all.size()
                ? ""
                : " The %d greatest of %d are shown.".formatted(shown.size(), all.size());
        return new Picture.Bars(
                new BarData("What accuracy gained or lost", "points of accuracy, second run less first", 0, bars),
                "A bar is the difference of a row in the two runs; at its end stand both accuracies in percent." + cut);
    }

    /** The measures that differ by more than their errors, as HTML. */
    static String table(ReportDocument document) {
        double bound = document.all().number("bound");
        List<Change> changed = changes(document).stream()
                .filter(change -> changed(change.measure()))
                .toList();
        StringBuilder html =
                new StringBuilder("<h2>What differs</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\""
                        + " aria-label=\"What differs\">\n<table>\n<thead><tr>");
        for (String header : List.of("row", "measure", "first", "second", "difference", "\u00b1")) {
            html.append("<th scope=\"col\">%s</th>".formatted(header));
        }
        html.append("</tr></thead>\n<tbody>\n");
        changed.stream().limit(MOST_LINES).forEach(change -> {
            StoredObject measure = change.measure();
            html.append("<tr><th scope=\"row\">%s</th>".formatted(SvgWriter.escaped(change.row())));
            html.append("<td>%s</td>".formatted(SvgWriter.escaped(measure.text("measure"))));
            for (String key : List.of("first", "second", "difference")) {
                html.append("<td>%s</td>".formatted(number(measure.number(key))));
            }
            double error = bound * measure.number("stdError") + measure.number("tolerance");
            html.append("<td>%s</td></tr>\n".formatted(number(error)));
        });
        html.append("</tbody>\n</table>\n</div>\n");
        html.append("<p class=\"note\">\u00b1 is what the difference may be by chance (95 %%) or by arithmetic.%s</p>\n"
                .formatted(
                        changed.size() > MOST_LINES
                                ? " The first %d of %d are listed.".formatted(MOST_LINES, changed.size())
                                : ""));
        return html.toString();
    }

    private static String number(double value) {
        boolean small = Math.abs(value) < 1;
        return Double.isNaN(value) ? "" : small ? String.format(Locale.ROOT, "%.4g", value) : Amount.mean(value);
    }
}

package overthink.scenarios.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import overthink.scenarios.chart.SvgWriter;
import overthink.scenarios.text.Amount;

/** The two or three things that matter, in a sentence each, every number linked to its row. */
final class Headline {

    private Headline() {}

    /** As HTML; what the document itself says first, when it does. */
    static String of(ReportDocument document) {
        List<ReportRow> all = document.rows().stream()
                .filter(row -> row.bin().equals(CurvePictures.ALL))
                .toList();
        if (all.isEmpty()) {
            return "<p>No rows: %s.</p>".formatted(SvgWriter.escaped(faults(document)));
        }
        if (SweepPictures.swept(all)) {
            long points = all.stream().map(ReportRow::place).distinct().count();
            return "<p>%s points and cases of <b>%s</b>, %s rows. Each picture of a grid says what is ahead where; the table has every number.</p>"
                    .formatted(
                            points,
                            SvgWriter.escaped(document.name()),
                            document.rows().size());
        }
        List<String> sentences = new ArrayList<>();
        best(all).ifPresent(sentences::add);
        cheapest(all).ifPresent(sentences::add);
        return "<p>%s</p>".formatted(String.join(" ", sentences));
    }

    private static String faults(ReportDocument document) {
        List<String> faults = document.all().objects("faults").stream()
                .map(fault -> fault.text("strategy") + ": " + fault.text("message"))
                .toList();
        return faults.isEmpty() ? "nothing was run" : String.join("; ", faults);
    }

    private static Optional<String> best(List<ReportRow> rows) {
        double largest = rows.stream().mapToDouble(ReportRow::budget).max().orElse(0);
        List<ReportRow> last = rows.stream()
                .filter(row -> row.budget() == largest)
                .sorted(Comparator.comparingDouble((ReportRow row) -> -row.accuracy()))
                .toList();
        ReportRow first = last.get(0);
        String sentence = "At %s %s: <b>%s</b>, %s."
                .formatted(
                        Amount.budget(largest),
                        SvgWriter.escaped(first.resource()),
                        SvgWriter.escaped(first.strategy()),
                        link(first));
        if (last.size() > 1) {
            ReportRow second = last.get(1);
            sentence += " Next is %s, %s.".formatted(SvgWriter.escaped(second.strategy()), link(second));
        }
        return Optional.of(sentence);
    }

    /** The least dollars that come within a point of the best. */
    private static Optional<String> cheapest(List<ReportRow> rows) {
        ReportRow best = rows.stream()
                .max(Comparator.comparingDouble(ReportRow::accuracy))
                .orElseThrow();
        return rows.stream()
                .filter(row -> row.cost(ReportResource.USD) > 0 && row.accuracy() >= best.accuracy() - .01)
                .min(Comparator.comparingDouble(row -> row.cost(ReportResource.USD)))
                .filter(row -> row.cost(ReportResource.USD) < .95 * best.cost(ReportResource.USD))
                .map(row -> "Within a point of the best, the cheapest is <b>%s</b> at %s %s: %s for $%s."
                        .formatted(
                                SvgWriter.escaped(row.strategy()),
                                Amount.budget(row.budget()),
                                SvgWriter.escaped(row.resource()),
                                link(row),
                                Amount.mean(row.cost(ReportResource.USD))));
    }

    /** A row's accuracy with its error, as a link to it. */
    static String link(ReportRow row) {
        return "<a href=\"#row-%d\">%s</a>".formatted(row.number(), accuracy(row));
    }

    /** A row's accuracy in percent, with the larger of its errors. */
    static String accuracy(ReportRow row) {
        double half = 100 * Math.max(row.populationHalf(), row.half());
        String value = String.format(Locale.ROOT, half > 0 && half < .1 ? "%.2f" : "%.1f", 100 * row.accuracy());
        return half > 0
                ? "%s %% &#177; %s".formatted(value, String.format(Locale.ROOT, half < .1 ? "%.2f" : "%.1f", half))
                : value + " %";
    }
}

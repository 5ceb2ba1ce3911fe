package overthink.scenarios.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import overthink.scenarios.chart.SvgWriter;
import overthink.scenarios.text.Amount;

/** The two or three things that matter, in a sentence each, every number linked to its row. */
final class PageHeadline {

    private static final String TIED = ", which a paired test does not tell from it";

    /** Falls of less than this share are in the table alone. */
    private static final double LEAST_DROP = .005;

    /** Half-widths of fewer points are not shown. */
    private static final double LEAST_SHOWN = .005;

    private static final double LARGE = 10_000;

    private PageHeadline() {}

    /** As HTML; what the document itself says first, when it does. */
    static String of(ReportDocument document) {
        if (PlanPictures.plan(document.all())) {
            return PlanPictures.headline(document);
        }
        if (ComparisonPictures.comparison(document.all())) {
            return ComparisonPictures.headline(document);
        }
        if (FittedPictures.fitted(document.all())) {
            return FittedPictures.headline(document);
        }
        if (ForecastPictures.forecast(document)) {
            return forecast(document);
        }
        List<ReportRow> all = document.rows().stream()
                .filter(row -> row.bin().equals(CurvePictures.ALL))
                .toList();
        if (all.isEmpty()) {
            return "<p>No rows: %s.</p>".formatted(SvgWriter.escaped(faults(document)));
        }
        if (SweepPictures.swept(all)) {
            long points = all.stream().map(ReportRow::place).distinct().count();
            int rows = document.rows().size();
            return String.format(
                    Locale.ROOT,
                    "<p>%,d points and cases of <b>%s</b>, %,d rows. Each picture of a grid says what is ahead where; the %s has every number.</p>",
                    points,
                    SvgWriter.escaped(document.name()),
                    rows,
                    rows > HtmlReport.MOST_LISTED ? "CSV of all rows" : "table");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(best(all, document.all()));
        sentences.addAll(turns(document));
        cheapest(all).ifPresent(sentences::add);
        return "<p>%s</p>".formatted(String.join(" ", sentences));
    }

    /** The best of a forecast under the largest budget. */
    private static String forecast(ReportDocument document) {
        List<StoredObject> best = document.all().objects("best");
        if (best.isEmpty()) {
            return "<p>%s</p>".formatted(SvgWriter.escaped(document.name()));
        }
        StoredObject last = best.get(best.size() - 1);
        double reversed = last.number("reversed");
        return "<p>With %s candidates of a problem <b>%s</b> is best: %.1f %% (%s)%s.</p>"
                .formatted(
                        Amount.budget(last.number("budget")),
                        SvgWriter.escaped(last.text("strategy")),
                        100 * last.number("mean"),
                        SvgWriter.escaped(last.text("kind")),
                        Double.isNaN(reversed) || last.text("runnerUp").isEmpty()
                                ? ""
                                : "; %s is better with a chance of %.0f %%"
                                        .formatted(SvgWriter.escaped(last.text("runnerUp")), 100 * reversed));
    }

    private static String faults(ReportDocument document) {
        List<String> faults = document.all().objects("faults").stream()
                .map(fault -> fault.text("strategy") + ": " + fault.text("message"))
                .toList();
        return faults.isEmpty() ? "nothing was run" : String.join("; ", faults);
    }

    private static String best(List<ReportRow> rows, StoredObject document) {
        double largest = rows.stream().mapToDouble(ReportRow::budget).max().orElse(0);
        List<ReportRow> last = rows.stream()
                .filter(row -> row.budget() == largest)
                .sorted(Comparator.comparingDouble((ReportRow row) -> -row.accuracy()))
                .toList();
        ReportRow first = last.get(0);
        String sentence = "At %s: <b>%s</b>, %s."
                .formatted(
                        SvgWriter.escaped(Amount.budget(largest, first.resource())),
                        SvgWriter.escaped(first.strategy()),
                        link(first));
        if (last.size() > 1) {
            ReportRow second = last.get(1);
            sentence += " Next is %s, %s%s."
                    .formatted(SvgWriter.escaped(second.strategy()), link(second), apart(second, document) ? "" : TIED);
        }
        return sentence;
    }

    /** Whether the paired test of the document tells a row from the one that leads; true when there is no such test. */
    private static boolean apart(ReportRow row, StoredObject document) {
        return document.objects("leaders").stream()
                .filter(leader -> leader.text("bin").equals(row.bin()))
                .flatMap(leader -> leader.objects("rivals").stream())
                .filter(rival -> ReportRow.label(rival).equals(row.strategy()))
                .noneMatch(rival -> rival.text("ahead").equals("false"));
    }

    /** Where curves turn down, by the tests of the document. */
    private static List<String> turns(ReportDocument document) {
        List<String> turns = new ArrayList<>();
        for (StoredObject point : document.all().objects("turningPoints")) {
            boolean known = point.has("overall");
            StoredObject turn = point.object(known ? "overall" : "listed");
            double drop = turn.number("drop");
            if (point.text("bin").equals(CurvePictures.ALL)
                    && turn.text("falls").equals("true")
                    && drop >= LEAST_DROP) {
                turns.add("<b>%s</b> turns down at %s %s: from %.1f %% there to %.1f %% %s."
                        .formatted(
                                SvgWriter.escaped(ReportRow.label(point)),
                                found(turn.number("budget")),
                                SvgWriter.escaped(point.text("resource")),
                                100 * turn.number("accuracy"),
                                100 * turn.number("endAccuracy"),
                                Double.isNaN(turn.number("end"))
                                        ? "without end of the budget"
                                        : "at " + Amount.budget(turn.number("end"))));
            }
        }
        return turns;
    }

    /** A budget that a search found; large ones are known to about a hundredth. */
    private static String found(double budget) {
        return budget < LARGE
                ? Amount.budget(budget)
                : "about " + String.format(Locale.ROOT, "%.1e", budget).replaceFirst("e[+]0?", "e");
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

    /** A row's accuracy in percent, with the larger of its errors where that is seen. */
    static String accuracy(ReportRow row) {
        double half = 100 * Math.max(row.populationHalf(), row.half());
        if (half < LEAST_SHOWN) {
            return String.format(Locale.ROOT, "%.2f %%", 100 * row.accuracy());
        }
        String digits = half < .1 ? "%.2f" : "%.1f";
        return "%s %% &#177; %s"
                .formatted(
                        String.format(Locale.ROOT, digits, 100 * row.accuracy()),
                        String.format(Locale.ROOT, digits, half));
    }
}

package overthink.scenarios.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import overthink.scenarios.chart.ChartSize;
import overthink.scenarios.chart.SvgWriter;
import overthink.scenarios.text.Amount;

/**
 * One page, which needs nothing but itself: pictures with the tables under them, the scenario, the manifest, and in words how
 * numbers were found. Whatever names say, they stay text.
 */
final class HtmlReport {

    /** More rows are shown by pictures and in the table; no picture of their own is made for each resource. */
    private static final int MOST_SWITCHED = 2000;

    /** More rows are not all listed, but the first of them; their pictures are drawn in one size. */
    static final int MOST_LISTED = 2000;

    private static final int FIRST_LISTED = 500;

    /** A longer page is made anew with less of everything. */
    private static final int MOST_LETTERS = 1_480_000;

    /** Until so few rows of each document are left. */
    private static final int FEWEST_ROWS = 100;

    /** More grids than these of a sweep are not drawn. */
    private static final int MOST_GRIDS = 18;

    /** So long are the specifications of all pictures of a document of more rows together. */
    private static final int LONGEST_SPECIFICATIONS = 100_000;

    private static final String ROWS =
            "\u00b1 is the 95 % half-width over the population that the problems stand for, or over these problems where that is"
                    + " larger. Method: exact rows are mathematics, of the problems that the run says, aggregated and simulated"
                    + " ones are trials. Costs are means per problem.";
    private static final String FORECASTS =
            "Intervals are of 90 %. Replayed rows are what the recording says as far as it goes; forecasts rest on laws fitted to"
                    + " it.";

    private static final Map<String, String> BANDS = bands();

    private final List<ReportDocument> documents;
    /** By document: what the page leaves out of it. */
    private final List<String> left;
    /** What may be spent, by the label of a resource. */
    private final Map<String, Double> caps;

    private final Overlay overlay;
    /** Whether the page would be too large with all sizes and resources of each picture. */
    private final boolean small;

    private final StringBuilder html = new StringBuilder();
    private int pictures;
    /** Whether the document in hand has so many rows that all of each would make the page too large, or has lost some to that. */
    private boolean large;
    /** For how long specifications there is room in it. */
    private int room;

    /** The same with at most so many rows of each document; with fewer than {@link ShownRows#MOST} it is short in all else. */
    private HtmlReport(List<ReportDocument> documents, Map<String, Double> caps, Overlay overlay, int most) {
        List<ShownRows> shown =
                documents.stream().map(one -> ShownRows.of(one, most)).toList();
        this.documents = shown.stream().map(ShownRows::document).toList();
        left = shown.stream().map(ShownRows::sentence).toList();
        this.caps = caps;
        this.overlay = overlay;
        small = most < ShownRows.MOST;
    }

    private static Map<String, String> bands() {
        Map<String, String> bands = new LinkedHashMap<>();
        bands.put("population", "the population");
        bands.put("these problems", "these problems");
        return bands;
    }

    /**
     * A page on documents, of which there is at least one.
     *
     * @param caps what may be spent, by the label of a resource
     * @param overlay what is laid over their curves
     */
    static String of(List<ReportDocument> documents, Map<String, Double> caps, Overlay overlay) {
        String page = written(documents, caps, overlay, ShownRows.MOST);
        for (int most = ShownRows.MOST / 2; page.length() > MOST_LETTERS && most >= FEWEST_ROWS; most /= 2) {
            page = written(documents, caps, overlay, most);
        }
        return page;
    }

    private static String written(List<ReportDocument> documents, Map<String, Double> caps, Overlay overlay, int most) {
        HtmlReport report = new HtmlReport(documents, caps, overlay, most);
        report.write();
        return report.html.toString();
    }

    private void write() {
        String title = documents.stream().map(ReportDocument::name).distinct().collect(Collectors.joining(", "));
        html.append(head(title))
                .append("<a class=\"skip\" href=\"#content\">To the content</a>\n<main id=\"content\">\n");
        documents.forEach(this::document);
        overlaid();
        html.append("</main>\n<p id=\"said\" class=\"aside\" aria-live=\"polite\" role=\"status\"></p>\n")
                .append("<script>\n%s%s%s%s</script>\n</body>\n</html>\n"
                        .formatted(
                                PageParts.figures(),
                                resource("points.js"),
                                resource("cells.js"),
                                resource("report.js")));
    }

    /** The table of what is laid over. */
    private void overlaid() {
        if (overlay.rows().isEmpty()) {
            return;
        }
        html.append(
                "<h2>Laid over</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Laid over\">\n"
                        + "<table>\n<thead><tr>");
        Overlay.HEADERS.forEach(header -> html.append("<th scope=\"col\">%s</th>".formatted(header)));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> line : overlay.table()) {
            html.append("<tr><th scope=\"row\">%s</th>".formatted(SvgWriter.escaped(line.get(0))));
            line.subList(1, line.size()).forEach(this::cell);
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</div>\n");
    }

    /** A page's start, up to what it holds. */
    static String head(String title) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:\">\n"
                + "<title>%s \u00b7 Overthink</title>\n".formatted(SvgWriter.escaped(title))
                + "<style>\n%s</style>\n</head>\n<body>\n".formatted(resource("report.css"));
    }

    private void document(ReportDocument document) {
        int number = documents.indexOf(document);
        large = small
                || document.rows().size() > MOST_LISTED
                || !left.get(number).isEmpty();
        room = LONGEST_SPECIFICATIONS;
        html.append("<article data-document=\"%d\">\n<header>\n<h1>%s</h1>\n<p class=\"facts\">%s</p>\n</header>\n"
                .formatted(number, SvgWriter.escaped(document.name()), SvgWriter.escaped(facts(document))));
        html.append("<section class=\"headline\" aria-label=\"In short\">%s%s</section>\n"
                .formatted(
                        PageHeadline.of(document),
                        left.get(number).isEmpty() ? "" : "<p>%s</p>".formatted(left.get(number))));
        if (PlanPictures.plan(document.all())) {
            html.append("<div class=\"pictures\">\n");
            picture(PlanPictures.flips(document), "", "");
            html.append("</div>\n");
        } else if (FittedPictures.fitted(document.all())) {
            html.append("<div class=\"pictures\">\n");
            FittedPictures.of(document).forEach(picture -> picture(picture, "", ""));
            html.append("</div>\n");
        } else if (ComparisonPictures.comparison(document.all())) {
            html.append("<div class=\"pictures\">\n");
            picture(ComparisonPictures.accuracies(document), "", "");
            html.append("</div>\n").append(ComparisonPictures.table(document));
        } else if (!document.rows().isEmpty()) {
            pictures(document);
            html.append(RecordedRuns.note(document, documents));
            table(document);
        }
        if (!document.scenario().isEmpty()) {
            html.append("<details><summary>The scenario as it ran</summary><pre tabindex=\"0\">%s</pre></details>\n"
                    .formatted(SvgWriter.escaped(document.scenario())));
        }
        html.append("<details><summary>The run</summary><dl>");
        document.manifest()
                .values()
                .forEach((key, value) -> html.append("<dt>%s</dt><dd>%s</dd>"
                        .formatted(SvgWriter.escaped(String.valueOf(key)), SvgWriter.escaped(String.valueOf(value)))));
        html.append("</dl></details>\n");
        html.append("<script type=\"application/json\" class=\"rows\">%s</script>\n</article>\n"
                .formatted(ReportData.of(document.rows())));
    }

    /** Which run it is, in a line. */
    static String facts(ReportDocument document) {
        StoredObject manifest = document.manifest();
        List<String> facts = new ArrayList<>();
        facts.add("seed " + manifest.text("seed"));
        String problems = manifest.has("problems") || document.rows().isEmpty()
                ? manifest.text("problems")
                : document.rows().get(0).fields().text("problems");
        if (!problems.isEmpty()) {
            facts.add(problems + (problems.equals("1") ? " problem" : " problems"));
        }
        facts.add("digest " + manifest.text("digest"));
        facts.add("version " + manifest.text("version"));
        if (!manifest.text("date").isEmpty()) {
            facts.add(manifest.text("date"));
        }
        return String.join(" \u00b7 ", facts);
    }

    private void pictures(ReportDocument document) {
        List<ReportRow> rows = document.rows();
        boolean swept = SweepPictures.swept(rows);
        html.append("<div class=\"pictures\">\n");
        if (ForecastPictures.forecast(document)) {
            picture(ForecastPictures.of(document), "", "");
        } else if (swept) {
            List<Picture> grids = SweepPictures.of(rows);
            grids.stream().limit(MOST_GRIDS).forEach(picture -> picture(picture, "", ""));
            if (grids.size() > MOST_GRIDS) {
                html.append(String.format(
                        Locale.ROOT,
                        "<p class=\"note\">Of %,d grids the first %d are drawn. Maybe sweep fewer strategies at once.</p>\n",
                        grids.size(),
                        MOST_GRIDS));
            }
        } else {
            curves(rows, document.all().objects("limits"));
        }
        html.append("</div>\n");
    }

    private void curves(List<ReportRow> rows, List<StoredObject> limits) {
        List<ReportResource> resources = ReportResource.of(rows);
        List<ReportResource> shown = large || rows.size() > MOST_SWITCHED ? resources.subList(0, 1) : resources;
        CurvePictures curves = new CurvePictures(rows, overlay);
        html.append("<div class=\"controls\" role=\"group\" aria-label=\"What the pictures show\">");
        Map<String, String> axes = new LinkedHashMap<>();
        shown.forEach(resource -> axes.put(resource.label(), resource.words()));
        buttons("x axis", "x", axes);
        buttons("band", "band", BANDS);
        html.append("</div>\n");
        for (String bin : curves.bins()) {
            for (ReportResource resource : shown) {
                picture(curves.accuracy(bin, resource, cap(resource)), resource.label(), bin);
            }
        }
        for (ReportResource resource : shown) {
            for (Picture picture : curves.falseAccepts(resource)) {
                picture(picture, resource.label(), "");
            }
        }
        MoneyPictures.of(rows).forEach(picture -> picture(picture, "", ""));
        MatchPictures.of(rows).forEach(picture -> picture(picture, "", ""));
        LawPictures.of(rows, limits).forEach(picture -> picture(picture, "", ""));
        ReportResource money = resources.contains(ReportResource.USD) ? ReportResource.USD : resources.get(0);
        resources.stream()
                .filter(resource -> resource == money || !cap(resource).isEmpty())
                .forEach(resource -> picture(FrontierPicture.of(rows, resource, cap(resource)), "", ""));
    }

    private List<Double> cap(ReportResource resource) {
        Double cap = caps.get(resource.label());
        return cap == null ? List.of() : List.of(cap);
    }

    /** Buttons of which one is pressed, at first the first; by their values, what is on them. */
    private void buttons(String label, String key, Map<String, String> values) {
        html.append("<span class=\"choice\"><span>%s</span>".formatted(SvgWriter.escaped(label)));
        boolean first = true;
        for (Map.Entry<String, String> each : values.entrySet()) {
            html.append("<button type=\"button\" data-set=\"%s\" data-value=\"%s\" aria-pressed=\"%s\">%s</button>"
                    .formatted(key, SvgWriter.escaped(each.getKey()), first, SvgWriter.escaped(each.getValue())));
            first = false;
        }
        html.append("</span>");
    }

    /**
     * A picture with what belongs to it.
     *
     * @param x the resource that it is shown for; empty for any
     * @param bin that it is of; empty for all
     */
    private void picture(Picture picture, String x, String bin) {
        PictureElement element = new PictureElement(picture, "p" + pictures++, x, bin);
        if (large) {
            String specification = element.specification(room);
            room -= specification.length();
            html.append(element.at(ChartSize.SCREEN, specification));
        } else {
            html.append(element.anywhere());
        }
    }

    private void table(ReportDocument document) {
        List<ReportRow> rows = document.rows();
        Set<String> places = new LinkedHashSet<>();
        rows.forEach(row -> places.addAll(row.place().keySet()));
        List<ReportResource> resources = ReportResource.of(rows);
        html.append("<h2 id=\"rows-%d\">All rows</h2>\n".formatted(documents.indexOf(document)))
                .append(
                        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"All rows\">\n<table>\n<thead><tr>");
        boolean forecast = ForecastPictures.forecast(document);
        boolean swept = SweepPictures.swept(rows);
        List<String> headers = new ArrayList<>(places);
        headers.addAll(
                forecast
                        ? List.of("strategy", "budget", "kind", "accuracy %", "from %", "to %")
                        : List.of("strategy", "bin", "budget", "method", "accuracy %", "coverage %", "wrong %"));
        resources.forEach(resource -> headers.add(resource.words()));
        headers.forEach(header -> html.append("<th scope=\"col\"%s>%s</th>"
                .formatted(header.equals("strategy") ? " class=\"named\"" : "", SvgWriter.escaped(header))));
        html.append("</tr></thead>\n<tbody>\n");
        double largest = rows.stream().mapToDouble(ReportRow::budget).max().orElse(0);
        List<ReportRow> listed = rows.size() <= MOST_LISTED
                ? rows
                : rows.stream()
                        .filter(row -> row.number() < FIRST_LISTED
                                || (!swept && row.bin().equals(CurvePictures.ALL) && row.budget() == largest))
                        .toList();
        for (ReportRow row : listed) {
            html.append("<tr id=\"row-%d\">".formatted(row.number()));
            places.forEach(place -> cell(row.place().getOrDefault(place, "")));
            html.append("<th scope=\"row\">%s</th>".formatted(SvgWriter.escaped(row.strategy())));
            if (forecast) {
                cell(Amount.budget(row.budget()));
                cell(row.fields().text("kind"));
                cell(percent(row.fields().number("mean")));
                cell(percent(row.fields().number("lower")));
                cell(percent(row.fields().number("upper")));
            } else {
                cell(row.bin());
                cell(Amount.budget(row.budget()));
                cell(row.method());
                html.append("<td>%s</td>".formatted(PageHeadline.accuracy(row)));
                cell(percent(row.coverage()));
                cell(percent(row.fields().number("falseAccepted")));
            }
            resources.forEach(resource -> cell(amount(row.cost(resource))));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</div>\n");
        String cut = listed.size() == rows.size()
                ? ""
                : " Of %,d rows %,d are listed here; the CSV of all has the others."
                        .formatted(rows.size(), listed.size());
        html.append("<p class=\"note\">%s%s</p>\n".formatted(forecast ? FORECASTS : ROWS, cut));
        html.append("<p class=\"save\"><button type=\"button\" data-all=\"CSV\">save all rows as CSV</button></p>\n");
    }

    private void cell(String text) {
        html.append("<td>%s</td>".formatted(SvgWriter.escaped(text)));
    }

    private static String amount(double mean) {
        return Double.isNaN(mean) ? "" : Amount.mean(mean);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    private static String resource(String name) {
        return PageParts.resource(HtmlReport.class, name);
    }
}

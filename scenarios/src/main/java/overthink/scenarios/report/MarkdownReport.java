package overthink.scenarios.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import overthink.scenarios.chart.ChartSize;
import overthink.scenarios.chart.Drawing;
import overthink.scenarios.chart.SvgWriter;
import overthink.scenarios.text.Amount;

/**
 * A report in Markdown: the headline, the pictures as files in SVG beside it, each with words for those who do not see it, and a
 * table of the rows. Whatever names say, they stay text.
 */
final class MarkdownReport {

    /** More rows are not all listed. */
    private static final int MOST_LISTED = 200;

    /** Half-widths below this share are not shown. */
    private static final double LEAST_SHOWN = 5e-5;

    private final String stem;
    private final Map<String, String> pictures = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(String stem) {
        this.stem = stem;
    }

    /**
     * A report on documents.
     *
     * @param stem the name of its file without the ending: the pictures are called after it
     * @param caps what may be spent, by the label of a resource
     * @param overlay what is laid over their curves
     */
    static Reports.Page of(List<ReportDocument> documents, Map<String, Double> caps, Overlay overlay, String stem) {
        MarkdownReport report = new MarkdownReport(stem);
        documents.forEach(document -> report.document(document, caps, overlay));
        if (!overlay.rows().isEmpty()) {
            report.text.append("\n## Laid over\n\n");
            report.line(Overlay.HEADERS);
            report.line(Overlay.HEADERS.stream().map(header -> "---").toList());
            overlay.table().forEach(report::line);
        }
        return new Reports.Page(report.text.toString(), report.pictures);
    }

    private void document(ReportDocument document, Map<String, Double> caps, Overlay overlay) {
        String headline = plain(PageHeadline.of(document));
        text.append(text.isEmpty() ? "" : "\n");
        text.append("# ").append(escaped(document.name())).append("\n\n");
        text.append(escaped(headline)).append("\n");
        String words = headline;
        for (Picture picture : Reports.mainPictures(document, caps, overlay)) {
            picture(picture, words);
            words = "";
        }
        if (!document.rows().isEmpty()) {
            table(document);
        }
        text.append("\n").append(escaped(HtmlReport.facts(document))).append("\n");
    }

    /** A picture, and its file. The first says what matters to those who do not see it; the others, what they show. */
    private void picture(Picture picture, String words) {
        Drawing drawing = picture.draw(ChartSize.PAGE);
        String file = "%s-%d.svg".formatted(stem, pictures.size() + 1);
        pictures.put(file, SvgWriter.document(drawing));
        String address = URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
        text.append("\n## ").append(escaped(picture.title())).append("\n\n");
        text.append("![%s](%s)\n\n".formatted(escaped(words.isEmpty() ? drawing.description() : words), address));
        text.append(escaped(picture.note())).append("\n");
        PictureTable table = picture.table();
        if (!table.headers().isEmpty()) {
            text.append("\n");
            line(table.headers());
            line(table.headers().stream().map(header -> "---").toList());
            table.lines().stream().limit(MOST_LISTED).forEach(this::line);
        }
    }

    private void table(ReportDocument document) {
        boolean forecast = ForecastPictures.forecast(document);
        List<ReportRow> rows = document.rows().stream()
                .filter(row -> forecast || row.bin().equals(CurvePictures.ALL))
                .toList();
        Set<String> places = new LinkedHashSet<>();
        rows.forEach(row -> places.addAll(row.place().keySet()));
        List<ReportResource> resources = forecast ? List.of() : ReportResource.of(rows);
        List<String> headers = new ArrayList<>(places);
        headers.addAll(
                forecast
                        ? List.of("strategy", "budget", "kind", "accuracy %", "from %", "to %")
                        : List.of("strategy", "budget", "method", "accuracy %", "\u00b1", "coverage %"));
        resources.forEach(resource -> headers.add(resource.words()));
        text.append("\n## Rows\n\n");
        line(headers);
        line(headers.stream().map(header -> "---").toList());
        for (ReportRow row : rows.subList(0, Math.min(rows.size(), MOST_LISTED))) {
            List<String> cells = new ArrayList<>();
            places.forEach(place -> cells.add(row.place().getOrDefault(place, "")));
            cells.add(row.strategy());
            cells.add(Amount.budget(row.budget()));
            if (forecast) {
                cells.add(row.fields().text("kind"));
                List.of("mean", "lower", "upper")
                        .forEach(key -> cells.add(percent(row.fields().number(key))));
            } else {
                cells.add(row.method());
                cells.add(percent(row.accuracy()));
                double half = Math.max(row.populationHalf(), row.half());
                cells.add(half < LEAST_SHOWN ? "" : percent(half));
                cells.add(percent(row.coverage()));
            }
            resources.forEach(resource -> cells.add(amount(row.cost(resource))));
            line(cells);
        }
        if (rows.size() > MOST_LISTED) {
            text.append("\nThe first %d of %,d rows are listed.\n".formatted(MOST_LISTED, rows.size()));
        }
    }

    private void line(List<String> cells) {
        text.append(cells.stream().map(MarkdownReport::escaped).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String amount(double mean) {
        return Double.isNaN(mean) ? "" : Amount.mean(mean);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    /** The words of HTML that {@link PageHeadline} made. */
    private static String plain(String html) {
        return html.replaceAll("</p>\\s*<p>", " ")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#177;", "\u00b1")
                .replace("&amp;", "&");
    }

    /** A text as Markdown writes it: neither a picture, a link nor an element, whatever it says. */
    private static String escaped(String text) {
        return text.replaceAll("\\s+", " ").strip().replaceAll("([\\\\|*_`<~\\[\\]&])", "\\\\$1");
    }
}

package overthink.scenarios.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import overthink.scenarios.chart.ChartSize;
import overthink.scenarios.chart.SvgWriter;

/** The index of pages: of each its first picture and what matters. */
public final class GalleryPage {

    private static final String UNDRAWN =
            "Candidates are neither right nor wrong here, and pictures are of accuracy: the page has the table.";

    private GalleryPage() {}

    /**
     * A page of the index.
     *
     * @param name of the run
     * @param file of the page
     * @param headline what matters, as HTML
     * @param picture the first one, as an element of HTML; empty when there is none
     */
    public record Entry(String name, String file, String headline, String picture) {}

    /** The entry of a stored run. */
    public static Entry entry(Path run) throws IOException {
        ReportDocument document = ReportDocument.read(run).get(0);
        String file = file(document.name());
        String headline = PageHeadline.of(document).replaceAll("href=\"#", "href=\"%s#".formatted(file));
        String picture = "";
        if (!document.rows().isEmpty()) {
            Picture first = Reports.pictures(document, List.of(), Overlay.NONE).get(0);
            picture = SvgWriter.element(
                    first.draw(ChartSize.HAND),
                    "g-" + Integer.toHexString(document.name().hashCode()));
        }
        return new Entry(document.name(), file, headline, picture);
    }

    /** The entry of a stored run of which nothing is {@linkplain Reports#drawn drawn}. */
    public static Entry undrawn(Path run) throws IOException {
        String name = ReportDocument.manifest(run).text("scenario");
        return new Entry(name, file(name), "<p>%s</p>".formatted(UNDRAWN), "");
    }

    /**
     * The page of such a run.
     *
     * @param table that it printed
     */
    public static String table(Path run, String table) throws IOException {
        String name = SvgWriter.escaped(ReportDocument.manifest(run).text("scenario"));
        return HtmlReport.head(ReportDocument.manifest(run).text("scenario"))
                + "<main id=\"content\">\n<h1>%s</h1>\n<section class=\"headline\" aria-label=\"In short\"><p>%s</p></section>\n"
                        .formatted(name, UNDRAWN)
                + "<pre tabindex=\"0\">%s</pre>\n".formatted(SvgWriter.escaped(table))
                + "<details><summary>The scenario as it ran</summary><pre tabindex=\"0\">%s</pre></details>\n"
                        .formatted(SvgWriter.escaped(ReportDocument.scenario(run)))
                + "</main>\n</body>\n</html>\n";
    }

    private static String file(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "") + ".html";
    }

    /** The index. */
    public static String of(List<Entry> entries) {
        StringBuilder html = new StringBuilder();
        html.append(HtmlReport.head("Gallery"))
                .append(
                        "<main id=\"content\">\n<h1>Gallery</h1>\n<p class=\"facts\">%d runs</p>\n<div class=\"pictures\">\n"
                                .formatted(entries.size()));
        for (Entry entry : entries) {
            html.append(
                    "<figure data-band=\"population\">\n<h2><a href=\"%s\">%s</a></h2>\n%s\n<figcaption>%s</figcaption>\n</figure>\n"
                            .formatted(
                                    SvgWriter.escaped(entry.file()),
                                    SvgWriter.escaped(entry.name()),
                                    entry.picture(),
                                    entry.headline()));
        }
        return html.append("</div>\n</main>\n</body>\n</html>\n").toString();
    }
}

package overthink.scenarios.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import overthink.scenarios.chart.ChartSize;
import overthink.scenarios.chart.SvgWriter;
import overthink.scenarios.files.JsonValues;

/** Pictures of rows that are still coming, with rows kept from before beside them. */
public final class LivePictures {

    private LivePictures() {}

    /**
     * The pictures of a document, as elements of a page.
     *
     * @param json the document
     * @param pins documents kept, whose curves are drawn, too
     * @param axis the label of the resource on the axis to the right; that of the budgets when it is unknown
     */
    public static String of(String json, List<String> pins, String axis) throws IOException {
        List<ReportRow> rows = new ArrayList<>(rows(json, ""));
        for (int i = 0; i < pins.size(); i++) {
            rows.addAll(rows(pins.get(i), "pin " + (i + 1) + ": "));
        }
        List<ReportResource> resources = ReportResource.of(rows);
        ReportResource shown = resources.stream()
                .filter(resource -> resource.label().equals(axis))
                .findFirst()
                .orElse(resources.get(0));
        CurvePictures curves = new CurvePictures(rows);
        StringBuilder html = new StringBuilder();
        int number = 0;
        for (String bin : curves.bins()) {
            figure(curves.accuracy(bin, shown, List.of()), number++, html);
        }
        ReportResource money = resources.contains(ReportResource.USD) ? ReportResource.USD : resources.get(0);
        figure(FrontierPicture.of(rows(json, ""), money, List.of()), number, html);
        return html.toString();
    }

    /** The labels of the resources that rows of a document can be laid out by, with their words. */
    public static Map<String, String> axes(String json) throws IOException {
        Map<String, String> axes = new java.util.LinkedHashMap<>();
        ReportResource.of(rows(json, "")).forEach(resource -> axes.put(resource.label(), resource.words()));
        return axes;
    }

    /** What matters, as HTML. */
    public static String headline(String json) throws IOException {
        return PageHeadline.of(document(json)).replaceAll("</?a[^>]*>", "");
    }

    private static List<ReportRow> rows(String json, String prefix) throws IOException {
        return document(json).rows().stream()
                .map(row -> prefix.isEmpty() ? row : row.named(prefix + row.strategy()))
                .toList();
    }

    private static ReportDocument document(String json) throws IOException {
        StoredObject fields = StoredObject.of(JsonValues.of(json));
        return ReportDocument.of(fields.object("manifest"), "", fields);
    }

    private static void figure(Picture picture, int number, StringBuilder html) {
        html.append("<figure>\n<h2>%s</h2>\n".formatted(SvgWriter.escaped(picture.title())));
        html.append("<div class=\"wide\">%s</div>\n<div class=\"narrow\">%s</div>\n"
                .formatted(
                        SvgWriter.element(picture.draw(ChartSize.SCREEN), "l" + number + "w"),
                        SvgWriter.element(picture.draw(ChartSize.HAND), "l" + number + "n")));
        html.append("<div class=\"save\" role=\"group\" aria-label=\"Save this picture\"><span>save</span>")
                .append("<button type=\"button\" data-save=\"SVG\">SVG</button>")
                .append("<button type=\"button\" data-save=\"PNG\">PNG</button></div>\n</figure>\n");
    }
}

package overthink.scenarios.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import overthink.scenarios.chart.ChartSize;
import overthink.scenarios.files.JsonValues;

/** Rows that are still coming, or were kept from before, as pages show them; their document is read once. */
public final class LiveRun {

    private final ReportDocument document;

    private LiveRun(ReportDocument document) {
        this.document = document;
    }

    /** The rows of a document. */
    public static LiveRun of(String json) throws IOException {
        StoredObject fields = StoredObject.of(JsonValues.of(json));
        return new LiveRun(ReportDocument.of(fields.object("manifest"), "", fields));
    }

    /**
     * Its pictures, as elements of a page.
     *
     * @param pins runs kept, whose curves are drawn, too
     * @param axis the label of the resource on the axis to the right; that of the budgets when it is unknown
     * @param narrow whether the page is as narrow as a hand
     */
    public String pictures(List<LiveRun> pins, String axis, boolean narrow) {
        List<ReportRow> rows = new ArrayList<>(document.rows());
        for (int i = 0; i < pins.size(); i++) {
            String pin = "pin %d: ".formatted(i + 1);
            pins.get(i).document.rows().forEach(row -> rows.add(row.named(pin + row.strategy(), rows.size())));
        }
        List<ReportResource> resources = ReportResource.of(rows);
        ReportResource shown = resources.stream()
                .filter(resource -> resource.label().equals(axis))
                .findFirst()
                .orElse(resources.get(0));
        CurvePictures curves = new CurvePictures(rows);
        List<Picture> pictures = new ArrayList<>();
        curves.bins().forEach(bin -> pictures.add(curves.accuracy(bin, shown, List.of())));
        ReportResource money = resources.contains(ReportResource.USD) ? ReportResource.USD : resources.get(0);
        pictures.add(FrontierPicture.of(document.rows(), money, List.of()));
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < pictures.size(); i++) {
            PictureElement element = new PictureElement(pictures.get(i), "l" + i, "", "");
            html.append(element.at(narrow ? ChartSize.HAND : ChartSize.SCREEN));
        }
        return html.append(
                        "<script type=\"application/json\" class=\"rows\">%s</script>\n".formatted(ReportData.of(rows)))
                .toString();
    }

    /** The labels of the resources that its rows can be laid out by, with their words. */
    public Map<String, String> axes() {
        Map<String, String> axes = new LinkedHashMap<>();
        ReportResource.of(document.rows()).forEach(resource -> axes.put(resource.label(), resource.words()));
        return axes;
    }

    /** What matters, as HTML. */
    public String headline() {
        return PageHeadline.of(document).replaceAll("</?a[^>]*>", "");
    }
}

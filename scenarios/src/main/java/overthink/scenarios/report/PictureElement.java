package overthink.scenarios.report;

import java.util.List;
import overthink.scenarios.chart.ChartSize;
import overthink.scenarios.chart.Drawing;
import overthink.scenarios.chart.SvgWriter;

/**
 * A picture as an element of a page, with what belongs to it: how to read it, its table, and buttons that save it. The script
 * {@code figures.js} lets one walk its points and press them.
 *
 * @param picture it
 * @param id that no other element of the page has
 * @param x the label of the resource that it is shown for; empty for any
 * @param bin of difficulty that it is of; empty for all
 */
record PictureElement(Picture picture, String id, String x, String bin) {

    /** A picture of more parts is drawn in one size alone. */
    private static final int MANY_SHAPES = 2000;

    /** The specification of a picture of more rows would make the page too large. */
    private static final int LONGEST_SPECIFICATION = 100_000;

    private static final List<String> FORMATS = List.of("SVG", "PNG", "CSV", "LaTeX");

    /** The element with the picture in the sizes of a screen and of a hand, of which the page shows one. */
    String anywhere() {
        String specification = specification(LONGEST_SPECIFICATION);
        Drawing wide = picture.draw(ChartSize.SCREEN);
        if (wide.shapes().size() > MANY_SHAPES) {
            return element(one(wide), false, specification);
        }
        String both = "<div class=\"wide\">%s</div>\n<div class=\"narrow\">%s</div>\n"
                .formatted(
                        SvgWriter.element(wide, id + "w"), SvgWriter.element(picture.draw(ChartSize.HAND), id + "n"));
        return element(both, true, specification);
    }

    /** The element with the picture in one size. */
    String at(ChartSize size) {
        return at(size, specification(LONGEST_SPECIFICATION));
    }

    /**
     * The element with the picture in one size.
     *
     * @param specification in Vega-Lite; empty for none
     */
    String at(ChartSize size, String specification) {
        return element(one(picture.draw(size)), false, specification);
    }

    /** The picture's specification in Vega-Lite; empty where it has no room in fewer letters than so many. */
    String specification(int room) {
        String specification = picture.vegaLite();
        return specification.length() < room ? specification : "";
    }

    private String one(Drawing drawing) {
        return "<div>%s</div>\n".formatted(SvgWriter.element(drawing, id + "w"));
    }

    private String element(String drawn, boolean narrow, String specification) {
        StringBuilder html = new StringBuilder();
        String title = SvgWriter.escaped(picture.title());
        html.append("<figure id=\"%s\"%s%s%s>\n<h2>%s</h2>\n"
                .formatted(
                        id,
                        picture instanceof Picture.Heat ? " data-grid" : "",
                        x.isEmpty() ? "" : " data-x=\"%s\"".formatted(SvgWriter.escaped(x)),
                        bin.isEmpty() ? "" : " data-bin=\"%s\"".formatted(SvgWriter.escaped(bin)),
                        title));
        html.append("<div class=\"walk\" tabindex=\"0\" role=\"group\" aria-label=\"%s: arrow keys walk its points\">\n"
                        .formatted(title))
                .append(drawn)
                .append("</div>\n<figcaption>%s</figcaption>\n".formatted(SvgWriter.escaped(picture.note())));
        if (picture instanceof Picture.Heat heat) {
            script("cells", GridCells.of(heat.data(), narrow), html);
        }
        numbers(title, html);
        html.append("<div class=\"save\" role=\"group\" aria-label=\"Save this picture\"><span>save</span>");
        FORMATS.forEach(format -> button(format, html));
        if (!specification.isEmpty()) {
            button("Vega-Lite", html);
        }
        html.append("</div>\n");
        script("vega", specification, html);
        return html.append("</figure>\n").toString();
    }

    /** JSON that scripts read; nothing where there is none. */
    private static void script(String name, String json, StringBuilder html) {
        if (!json.isEmpty()) {
            html.append("<script type=\"application/json\" class=\"%s\">%s</script>\n"
                    .formatted(name, ReportData.inScript(json)));
        }
    }

    private static void button(String format, StringBuilder html) {
        html.append("<button type=\"button\" data-save=\"%s\">%s</button>".formatted(format, format));
    }

    /** The table of the picture, where it has one of its own. */
    private void numbers(String title, StringBuilder html) {
        PictureTable table = picture.table();
        if (table.headers().isEmpty()) {
            return;
        }
        html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"The numbers of: %s\">\n"
                .formatted(title));
        html.append("<table>\n<thead><tr>");
        table.headers()
                .forEach(header -> html.append("<th scope=\"col\">%s</th>".formatted(SvgWriter.escaped(header))));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> line : table.lines()) {
            html.append("<tr><th scope=\"row\">%s</th>".formatted(SvgWriter.escaped(line.get(0))));
            line.subList(1, line.size()).forEach(cell -> html.append("<td>%s</td>".formatted(SvgWriter.escaped(cell))));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</div>\n");
    }
}

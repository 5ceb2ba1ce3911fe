package overthink.scenarios.report;

import overthink.scenarios.chart.ShareData;
import overthink.scenarios.results.JsonFields;
import tools.jackson.core.JsonGenerator;

/** Specifications in Vega-Lite of bars. */
final class BarVegaLite {

    private BarVegaLite() {}

    /** Wholes and their parts, as bars of one length. */
    static String of(ShareData data) {
        return VegaLite.text(json -> {
            json.writeStartObject();
            VegaLite.head(json, data.title());
            VegaLite.values(json, () -> data.bars().forEach(bar -> parts(json, data, bar)));
            json.writeStringProperty("mark", "bar");
            json.writeObjectPropertyStart("encoding");
            json.writeObjectPropertyStart("x");
            json.writeStringProperty("field", "amount");
            json.writeStringProperty("type", "quantitative");
            json.writeStringProperty("stack", "normalize");
            json.writeStringProperty("title", data.x());
            json.writeEndObject();
            bar(json);
            VegaLite.channel(json, "color", "part", "nominal", "", "", "");
            VegaLite.channel(json, "order", "order", "quantitative", "", "", "");
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void parts(JsonGenerator json, ShareData data, ShareData.Bar bar) {
        for (int i = 0; i < data.parts().size(); i++) {
            json.writeStartObject();
            json.writeStringProperty("bar", bar.label());
            json.writeStringProperty("part", data.parts().get(i).label());
            json.writeNumberProperty("order", i);
            JsonFields.real(json, "amount", bar.amounts().get(i));
            json.writeEndObject();
        }
    }

    /** The bars' names, in their order. */
    private static void bar(JsonGenerator json) {
        json.writeObjectPropertyStart("y");
        json.writeStringProperty("field", "bar");
        json.writeStringProperty("type", "nominal");
        json.writeStringProperty("title", "");
        json.writeName("sort");
        json.writeNull();
        json.writeEndObject();
    }
}

package overthink.scenarios.report;

import java.util.List;
import overthink.scenarios.chart.BarData;
import overthink.scenarios.chart.ShareData;
import overthink.scenarios.results.machine.JsonFields;
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

    /** Bars on both sides of a number, each with what stands at its end. */
    static String of(BarData data) {
        return VegaLite.text(json -> {
            json.writeStartObject();
            VegaLite.head(json, data.title());
            VegaLite.values(
                    json,
                    () -> data.bars().forEach(bar -> {
                        side(json, bar.label(), "low", data.zero(), bar.low(), bar.lowWords());
                        side(json, bar.label(), "high", data.zero(), bar.high(), bar.highWords());
                    }));
            json.writeObjectPropertyStart("encoding");
            bar(json);
            json.writeEndObject();
            json.writeArrayPropertyStart("layer");
            VegaLite.layer(json, "bar", 1, () -> {
                VegaLite.channel(json, "x", "from", "quantitative", data.x(), "", "");
                VegaLite.channel(json, "x2", "to", "", "", "", "");
                VegaLite.channel(json, "color", "side", "nominal", "", "", "");
            });
            for (String side : List.of("low", "high")) {
                json.writeStartObject();
                json.writeArrayPropertyStart("transform");
                json.writeStartObject();
                json.writeStringProperty("filter", "datum.side == '%s'".formatted(side));
                json.writeEndObject();
                json.writeEndArray();
                json.writeObjectPropertyStart("mark");
                json.writeStringProperty("type", "text");
                json.writeStringProperty("align", side.equals("low") ? "right" : "left");
                json.writeNumberProperty("dx", side.equals("low") ? -4 : 4);
                json.writeEndObject();
                json.writeObjectPropertyStart("encoding");
                VegaLite.channel(json, "x", "to", "quantitative", data.x(), "", "");
                VegaLite.channel(json, "text", "words", "nominal", "", "", "");
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** One side of a bar; nothing of one that does not leave the number where bars start. */
    private static void side(JsonGenerator json, String bar, String side, double from, double to, String words) {
        if (to == from || !Double.isFinite(to)) {
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("bar", bar);
        json.writeStringProperty("side", side);
        JsonFields.real(json, "from", from);
        JsonFields.real(json, "to", to);
        json.writeStringProperty("words", words);
        json.writeEndObject();
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

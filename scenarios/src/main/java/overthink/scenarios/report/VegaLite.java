package overthink.scenarios.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import overthink.scenarios.chart.CurveData;
import overthink.scenarios.chart.CurveData.Form;
import overthink.scenarios.chart.HeatData;
import overthink.scenarios.results.machine.JsonFields;
import overthink.scenarios.results.machine.JsonStream;
import tools.jackson.core.JsonGenerator;

/** Specifications in Vega-Lite (version 6) of the pictures, with their data inside, for people who restyle them. */
final class VegaLite {

    private static final String SCHEMA = "vega-lite/v6.json";

    private VegaLite() {}

    /** What writes a part of a document. */
    interface Part {
        void write(JsonGenerator json);
    }

    /** Curves with their bands. */
    static String of(CurveData data) {
        return text(json -> {
            json.writeStartObject();
            head(json, data.title());
            values(json, () -> {
                data.curves()
                        .forEach(curve -> curve.points().forEach(point -> {
                            json.writeStartObject();
                            json.writeStringProperty("curve", name(curve));
                            JsonFields.real(json, "x", point.x());
                            JsonFields.real(json, "y", point.y());
                            if (curve.form() == Form.WHOLE || curve.form() == Form.MARKS) {
                                JsonFields.real(json, "low", point.low());
                                JsonFields.real(json, "high", point.high());
                                json.writeBooleanProperty("exact", point.exact());
                            }
                            json.writeEndObject();
                        }));
            });
            boolean log = data.curves().stream()
                    .flatMap(curve -> curve.points().stream())
                    .allMatch(point -> point.x() > 0);
            json.writeObjectPropertyStart("encoding");
            channel(json, "x", "x", "quantitative", data.x(), log ? "log" : "linear", "");
            channel(json, "color", "curve", "nominal", "", "", "");
            json.writeEndObject();
            json.writeArrayPropertyStart("layer");
            layer(json, "area", .15, () -> {
                channel(json, "y", "low", "quantitative", data.y(), "", data.share() ? "%" : "");
                channel(json, "y2", "high", "", "", "", "");
            });
            layer(json, "line", 1, () -> {
                channel(json, "y", "y", "quantitative", data.y(), "", data.share() ? "%" : "");
                channel(json, "strokeDash", "curve", "nominal", "", "", "");
            });
            layer(json, "point", 1, () -> {
                channel(json, "y", "y", "quantitative", data.y(), "", data.share() ? "%" : "");
                channel(json, "shape", "curve", "nominal", "", "", "");
            });
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** The name of a curve, that of a law told from what it goes through. */
    private static String name(CurveData.Curve curve) {
        return switch (curve.form()) {
            case WHOLE, MARKS -> curve.label();
            case LAW -> curve.label() + " (law)";
            case BEYOND -> curve.label() + " (law, beyond)";
        };
    }

    /** A grid of numbers. */
    static String of(HeatData data) {
        return text(json -> {
            json.writeStartObject();
            head(json, data.title());
            values(json, () -> {
                for (int i = 0; i < data.lines().size(); i++) {
                    for (int j = 0; j < data.cells().get(i).size(); j++) {
                        json.writeStartObject();
                        json.writeStringProperty("x", data.columns().get(j));
                        json.writeStringProperty("y", data.lines().get(i));
                        JsonFields.real(
                                json, "value", data.cells().get(i).get(j).value());
                        json.writeEndObject();
                    }
                }
            });
            json.writeStringProperty("mark", "rect");
            json.writeObjectPropertyStart("encoding");
            channel(json, "x", "x", "ordinal", data.x(), "", "");
            channel(json, "y", "y", "ordinal", data.y(), "", "");
            json.writeObjectPropertyStart("color");
            json.writeStringProperty("field", "value");
            json.writeStringProperty("type", "quantitative");
            json.writeObjectPropertyStart("scale");
            json.writeStringProperty("scheme", data.diverging() ? "purpleorange" : "blues");
            if (data.diverging()) {
                json.writeNumberProperty("domainMid", 0);
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    static String text(Part part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonStream.generator(out, 2)) {
            part.write(json);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static void head(JsonGenerator json, String title) {
        json.writeStringProperty("$schema", "https://vega.github.io/schema/" + SCHEMA);
        json.writeStringProperty("title", title);
        json.writeNumberProperty("width", 480);
        json.writeNumberProperty("height", 300);
    }

    static void values(JsonGenerator json, Runnable values) {
        json.writeObjectPropertyStart("data");
        json.writeArrayPropertyStart("values");
        values.run();
        json.writeEndArray();
        json.writeEndObject();
    }

    static void layer(JsonGenerator json, String mark, double opacity, Runnable encoding) {
        json.writeStartObject();
        json.writeObjectPropertyStart("mark");
        json.writeStringProperty("type", mark);
        JsonFields.real(json, "opacity", opacity);
        json.writeEndObject();
        json.writeObjectPropertyStart("encoding");
        encoding.run();
        json.writeEndObject();
        json.writeEndObject();
    }

    static void channel(
            JsonGenerator json, String name, String field, String type, String title, String scale, String format) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("field", field);
        if (!type.isEmpty()) {
            json.writeStringProperty("type", type);
        }
        if (!title.isEmpty()) {
            json.writeStringProperty("title", title);
        }
        if (!scale.isEmpty()) {
            json.writeObjectPropertyStart("scale");
            json.writeStringProperty("type", scale);
            json.writeEndObject();
        }
        if (!format.isEmpty()) {
            json.writeObjectPropertyStart("axis");
            json.writeStringProperty("format", format);
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}

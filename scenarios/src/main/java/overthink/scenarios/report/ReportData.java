package overthink.scenarios.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import overthink.scenarios.results.JsonFields;
import overthink.scenarios.results.JsonWriter;
import tools.jackson.core.JsonGenerator;

/** The rows of a document as the script of a page reads them. */
final class ReportData {

    private ReportData() {}

    /** JSON that stands in an element of HTML. */
    static String of(ReportDocument document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonWriter.generator(out, 1)) {
            json.writeStartArray();
            for (ReportRow row : document.rows()) {
                json.writeStartObject();
                if (!row.place().isEmpty()) {
                    json.writeStringProperty(
                            "place", String.join(", ", row.place().values()));
                }
                json.writeStringProperty("strategy", row.strategy());
                json.writeStringProperty("bin", row.bin());
                json.writeStringProperty("resource", row.resource());
                JsonFields.real(json, "budget", row.budget());
                json.writeStringProperty("method", row.method());
                JsonFields.real(json, "accuracy", row.accuracy());
                JsonFields.real(json, "half", Math.max(row.populationHalf(), row.half()));
                JsonFields.real(json, "coverage", row.coverage());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return inScript(out.toString(StandardCharsets.UTF_8));
    }

    /** JSON that no parser of HTML takes for its own: what could end the element or begin a comment is escaped. */
    static String inScript(String json) {
        return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }
}

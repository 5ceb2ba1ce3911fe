package overthink.scenarios.results.claim;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.expectation.LiteratureClaim;
import overthink.scenarios.results.machine.JsonFields;
import overthink.scenarios.results.machine.JsonStream;
import overthink.scenarios.results.machine.JsonWriter;
import tools.jackson.core.JsonGenerator;

/** Writes what runs say of claims as one JSON document in UTF-8. */
public final class ClaimJson {

    private ClaimJson() {}

    /** Writes to a stream, which is flushed and not closed. */
    public static void write(OutputStream out, List<ClaimResult> results) throws IOException {
        JsonStream.write(out, 3, json -> {
            json.writeStartObject();
            json.writeNumberProperty("schema", JsonWriter.SCHEMA);
            json.writeArrayPropertyStart("claims");
            results.forEach(result -> claim(json, result));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void claim(JsonGenerator json, ClaimResult result) {
        LiteratureClaim claim = result.claim();
        json.writeStartObject();
        json.writeStringProperty("scenario", result.scenario());
        json.writeStringProperty("system", claim.system());
        json.writeStringProperty("paper", claim.paper());
        json.writeStringProperty("claim", claim.says());
        json.writeStringProperty("verdict", claim.verdict().label());
        json.writeStringProperty("reason", claim.reason());
        json.writeArrayPropertyStart("figures");
        for (ClaimResult.PublishedFigure figure : result.figures()) {
            json.writeStartObject();
            json.writeStringProperty("published", figure.published());
            json.writeStringProperty("ours", figure.ours());
            json.writeBooleanProperty("met", figure.met());
            json.writeArrayPropertyStart("rows");
            figure.findings().forEach(finding -> row(json, finding));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("met", result.met());
        json.writeNumberProperty("expectations", result.findings().size());
        json.writeArrayPropertyStart("unmet");
        for (Finding finding : result.findings()) {
            if (!finding.met()) {
                json.writeString(finding.sentence());
            }
        }
        json.writeEndArray();
        JsonFields.real(json, "seconds", result.seconds());
        json.writeStringProperty("file", result.file());
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("row", finding.expectation().row().toString());
        json.writeStringProperty("measure", finding.expectation().measure().label());
        JsonFields.real(json, "observed", finding.observed());
        JsonFields.real(json, "stdError", finding.observedError());
        JsonFields.real(json, "expected", finding.expected());
        json.writeBooleanProperty("met", finding.met());
        json.writeEndObject();
    }
}

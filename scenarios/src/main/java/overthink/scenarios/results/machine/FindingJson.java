package overthink.scenarios.results.machine;

import overthink.scenarios.expectation.Expectation;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.expectation.RowKey;
import overthink.scenarios.expectation.Target;
import tools.jackson.core.JsonGenerator;

/** In JSON whether an expectation was met. */
final class FindingJson {

    private FindingJson() {}

    /** Writes a finding. */
    static void write(JsonGenerator json, Finding finding) {
        Expectation expectation = finding.expectation();
        RowKey row = expectation.row();
        json.writeStartObject();
        json.writeNumberProperty("entry", expectation.entry());
        json.writeStringProperty("strategy", row.strategy());
        JsonFields.parameters(json, row.parameters());
        JsonFields.budget(json, row.budget());
        json.writeStringProperty("bin", row.bin());
        json.writeStringProperty("measure", expectation.measure().label());
        JsonFields.real(json, "observed", finding.observed());
        JsonFields.real(json, "observedError", finding.observedError());
        json.writeStringProperty("relation", expectation.relation().label());
        if (expectation.target() instanceof Target.Other other && !other.point().equals(expectation.point())) {
            json.writeObjectPropertyStart("referencePoint");
            PointLabels.write(json, other.point());
            json.writeEndObject();
        }
        JsonFields.real(json, "expected", finding.expected());
        JsonFields.real(json, "expectedError", finding.expectedError());
        JsonFields.real(json, "differenceError", finding.differenceError());
        JsonFields.real(json, "margin", expectation.margin());
        JsonFields.real(json, "errors", expectation.errors());
        json.writeBooleanProperty("met", finding.met());
        json.writeStringProperty("sentence", finding.sentence());
        json.writeEndObject();
    }
}

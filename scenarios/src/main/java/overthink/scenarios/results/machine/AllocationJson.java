package overthink.scenarios.results.machine;

import overthink.scenarios.analysis.allocation.AllocationRow;
import overthink.scenarios.analysis.allocation.AllocationRow.ClassShare;
import overthink.scenarios.analysis.allocation.Candidate;
import tools.jackson.core.JsonGenerator;

/** Writes what splits of one budget have. */
public final class AllocationJson {

    private AllocationJson() {}

    /** One split; {@code classes} is null where the signal is known as it is. */
    public static void row(JsonGenerator json, AllocationRow row) {
        Candidate candidate = row.candidate();
        json.writeStartObject();
        json.writeStringProperty("of", candidate.strategy());
        if (candidate.kind() == Candidate.Kind.STRATEGY) {
            JsonFields.parameters(json, candidate.parameters());
        }
        json.writeStringProperty("measure", row.measure());
        JsonFields.real(json, "budget", row.budget());
        JsonFields.real(json, "average", row.average());
        JsonFields.real(json, "correlation", row.correlation());
        json.writeName("classes");
        if (row.classes() == 0) {
            json.writeNull();
        } else {
            json.writeNumber(row.classes());
        }
        JsonFields.real(json, "uniform", row.uniform());
        JsonFields.real(json, "value", row.value());
        JsonFields.real(json, "gain", row.gain());
        JsonFields.real(json, "gainStdError", row.stdError());
        JsonFields.real(json, "gainPopulationStdError", row.populationStdError());
        json.writeBooleanProperty("crossed", row.crossed());
        if (!row.split().isEmpty()) {
            json.writeArrayPropertyStart("split");
            row.split().forEach(share -> share(json, share));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void share(JsonGenerator json, ClassShare share) {
        json.writeStartObject();
        JsonFields.real(json, "problems", share.problems());
        JsonFields.real(json, "average", share.average());
        json.writeStringProperty("lower", share.lower());
        if (share.share() > 0) {
            json.writeStringProperty("upper", share.upper());
            JsonFields.real(json, "upperShare", share.share());
        }
        json.writeEndObject();
    }
}

package overthink.scenarios.results.machine;

import overthink.core.estimate.PairedDifference;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.analysis.sweep.Change;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.text.Numbers;
import tools.jackson.core.JsonGenerator;

/** What a document says of points beside their rows: what was asked to be shown, and how they differ from the first. */
final class SweepFields {

    private SweepFields() {}

    static void write(PointLabels json, SweepDocument sweep) {
        sweep.show().ifPresent(show -> shown(json, sweep, show.text()));
        boolean changes =
                sweep.parts().stream().anyMatch(part -> !part.changes().isEmpty());
        if (changes) {
            json.writeArrayPropertyStart("changes");
            for (SweepDocument.Part part : sweep.parts()) {
                for (Change change : part.changes()) {
                    json.label(part.point());
                    change(json, change);
                }
            }
            json.writeEndArray();
        }
    }

    private static void shown(PointLabels json, SweepDocument sweep, String text) {
        json.writeStringProperty("show", text);
        json.writeArrayPropertyStart("shown");
        for (SweepDocument.Part part : sweep.parts()) {
            json.label(part.point());
            json.writeStartObject();
            Answer answer = part.shown().orElse(new Answer(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
            JsonFields.real(json, "value", answer.value());
            JsonFields.real(json, "stdError", answer.stdError());
            JsonFields.real(json, "populationStdError", answer.populationStdError());
            JsonFields.real(json, "tolerance", answer.tolerance());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** From the first point. */
    private static void change(JsonGenerator json, Change change) {
        PairedDifference accuracy = change.accuracy();
        json.writeStartObject();
        json.writeStringProperty("strategy", change.strategy());
        JsonFields.parameters(json, change.parameters());
        json.writeStringProperty("resource", change.resource().label());
        json.writeName("budget");
        json.writeNumber(Numbers.budget(change.budget()));
        json.writeBooleanProperty("paired", change.paired());
        JsonFields.real(json, "difference", accuracy.difference());
        JsonFields.real(json, "stdError", accuracy.stdError());
        JsonFields.real(json, "populationStdError", accuracy.populationStdError());
        json.writeEndObject();
    }
}

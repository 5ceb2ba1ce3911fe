package overthink.scenarios.results.machine;

import java.util.List;
import overthink.core.estimate.Cost;
import overthink.scenarios.results.SweepDocument;
import tools.jackson.core.JsonGenerator;

/** Writes {@link ProblemRows} as an array, a line each. */
final class ProblemJson {

    private ProblemJson() {}

    static void write(PointLabels json, SweepDocument sweep) {
        List<ProblemRows.Field> fields = ProblemRows.fields();
        json.writeArrayPropertyStart("perProblem");
        for (SweepDocument.Part part : sweep.parts()) {
            ProblemRows.each(part.document(), line -> {
                json.label(part.point());
                write(json, line, fields);
            });
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, ProblemRows.Line line, List<ProblemRows.Field> fields) {
        json.writeStartObject();
        json.writeStringProperty("strategy", line.row().strategy());
        JsonFields.parameters(json, line.row().parameters());
        json.writeStringProperty("resource", line.row().resource().label());
        JsonFields.budget(json, line.row().budget());
        json.writeStringProperty("method", line.row().method().label());
        json.writeNumberProperty("problem", line.problem());
        JsonFields.real(json, "p", line.p());
        if (!line.level().isEmpty()) {
            json.writeStringProperty("level", line.level());
        }
        json.writeNumberProperty("steps", line.steps());
        JsonFields.real(json, "weight", line.weight());
        json.writeNumberProperty("trials", line.trials());
        for (ProblemRows.Field field : fields) {
            if (!field.cost() && !Double.isNaN(line.mean(field.quantity()))) {
                JsonFields.real(json, field.name(), line.mean(field.quantity()));
            }
        }
        json.writeName("cost");
        JsonFields.cost(json, Cost.of(line.means()));
        json.writeEndObject();
    }
}

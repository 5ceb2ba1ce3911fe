package overthink.scenarios.results.solution;

import java.io.IOException;
import java.io.OutputStream;
import overthink.core.estimate.Method;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.analysis.solve.Bounds;
import overthink.scenarios.analysis.solve.Crossing;
import overthink.scenarios.analysis.solve.CrossingSearch;
import overthink.scenarios.analysis.solve.GapPoint;
import overthink.scenarios.analysis.solve.LookedPoint;
import overthink.scenarios.analysis.solve.Solution;
import overthink.scenarios.analysis.solve.Sought;
import overthink.scenarios.analysis.solve.Verdict;
import overthink.scenarios.results.machine.JsonFields;
import overthink.scenarios.results.machine.JsonStream;
import overthink.scenarios.results.machine.ManifestJson;
import tools.jackson.core.JsonGenerator;

/** Writes what a search for a number found as one JSON document in UTF-8. What has no value is null. */
public final class SolutionJson {

    private SolutionJson() {}

    /** Writes to a stream, which is flushed and not closed. */
    public static void write(OutputStream out, SolutionDocument document) throws IOException {
        SolutionSentences sentences = new SolutionSentences(document);
        Sought sought = document.sought();
        Solution solution = document.solution();
        JsonStream.write(out, 2, json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("manifest");
            ManifestJson.fields(json, document.manifest());
            json.writeEndObject();
            question(json, sought);
            answer(json, document.verdict(), sentences);
            if (document.endless().isPresent()) {
                side(json, "endless", document.endless().get());
            }
            json.writeArrayPropertyStart("crossings");
            solution.crossings().forEach(crossing -> crossing(json, crossing));
            json.writeEndArray();
            json.writeArrayPropertyStart("stretches");
            document.verdict().stretches().forEach(stretch -> stretch(json, stretch));
            json.writeEndArray();
            basis(json, solution);
            json.writeArrayPropertyStart("places");
            for (LookedPoint point : solution.points()) {
                place(json, point, sought.curve().sides(point.at()), document);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void question(JsonGenerator json, Sought sought) {
        json.writeObjectPropertyStart("question");
        json.writeStringProperty("for", sought.path());
        json.writeStringProperty("soThat", sought.question().text());
        json.writeStringProperty("relation", sought.comparison().relation().label());
        JsonFields.real(json, "least", sought.range().least());
        JsonFields.real(json, "most", sought.range().most());
        json.writeBooleanProperty("whole", sought.range().whole());
        json.writeBooleanProperty("logarithmic", sought.range().logarithmic());
        JsonFields.real(json, "current", sought.current().orElse(Double.NaN));
        json.writeEndObject();
    }

    private static void answer(JsonGenerator json, Verdict verdict, SolutionSentences sentences) {
        json.writeObjectPropertyStart("answer");
        json.writeStringProperty(
                "holds",
                verdict.always()
                        ? "always"
                        : verdict.never() ? "never" : verdict.unanswered() ? "unknown" : "somewhere");
        json.writeStringProperty("sentence", sentences.answer());
        json.writeEndObject();
    }

    private static void crossing(JsonGenerator json, Crossing crossing) {
        json.writeStartObject();
        JsonFields.real(json, "at", crossing.at());
        JsonFields.real(json, "below", crossing.below());
        JsonFields.real(json, "above", crossing.above());
        json.writeNumberProperty("from", crossing.from());
        json.writeNumberProperty("to", crossing.to());
        JsonFields.real(json, "jump", crossing.jump());
        bounds(json, "problems", crossing.problems());
        bounds(json, "population", crossing.population());
        json.writeEndObject();
    }

    private static void bounds(JsonGenerator json, String name, Bounds bounds) {
        json.writeObjectPropertyStart(name);
        JsonFields.real(json, "lower", bounds.lower());
        JsonFields.real(json, "upper", bounds.upper());
        json.writeEndObject();
    }

    private static void stretch(JsonGenerator json, Verdict.Stretch stretch) {
        json.writeStartObject();
        JsonFields.real(json, "from", stretch.from());
        JsonFields.real(json, "to", stretch.to());
        json.writeStringProperty("holds", stretch.state().label());
        json.writeEndObject();
    }

    private static void basis(JsonGenerator json, Solution solution) {
        json.writeObjectPropertyStart("basis");
        json.writeBooleanProperty("exact", solution.exact());
        json.writeNumberProperty("places", solution.points().size());
        JsonFields.real(json, "confidence", 0.95);
        JsonFields.real(json, "errors", solution.errors());
        JsonFields.real(json, "familyWise", solution.exact() ? 0 : CrossingSearch.ALARM);
        json.writeNumberProperty("mostPlaces", CrossingSearch.MOST_SEEN);
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, LookedPoint point, GapPoint sides, SolutionDocument document) {
        json.writeStartObject();
        JsonFields.real(json, "at", point.at());
        side(json, "left", sides.left());
        side(json, "right", sides.right());
        side(json, "difference", sides.gap());
        json.writeStringProperty(
                "holds", document.verdict().at(point, document.solution()).label());
        json.writeArrayPropertyStart("methods");
        sides.methods().stream().map(Method::label).forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void side(JsonGenerator json, String name, Answer answer) {
        json.writeObjectPropertyStart(name);
        JsonFields.real(json, "value", answer.value());
        JsonFields.real(json, "stdError", answer.stdError());
        JsonFields.real(json, "populationStdError", answer.populationStdError());
        json.writeEndObject();
    }
}

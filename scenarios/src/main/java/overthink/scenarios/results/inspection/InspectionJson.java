package overthink.scenarios.results.inspection;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import overthink.core.fit.curve.CurvePoint;
import overthink.core.fit.verifier.ScoreProfile;
import overthink.scenarios.recording.Columns;
import overthink.scenarios.recording.Inspection;
import overthink.scenarios.recording.Recorded;
import overthink.scenarios.recording.Role;
import overthink.scenarios.results.JsonFields;
import overthink.scenarios.results.JsonWriter;
import overthink.scenarios.results.StrategyUses;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/** Writes what recordings hold as a JSON document, or an array of them for several files. */
public final class InspectionJson implements AutoCloseable {

    private final JsonGenerator json;
    private final boolean array;

    /**
     * Writes to a stream.
     *
     * @param out is flushed and not closed
     * @param array whether several documents follow
     */
    public InspectionJson(OutputStream out, boolean array) {
        this.array = array;
        json = JsonWriter.generator(out, array ? 3 : 2);
        if (array) {
            json.writeStartArray();
        }
    }

    /**
     * Writes an inspection.
     *
     * @param file its name
     * @param version of this program
     * @param uses what strategies can be replayed, and what others lack
     */
    public void write(String file, String version, Inspection inspection, StrategyUses uses) throws IOException {
        Recorded recorded = inspection.recorded();
        try {
            json.writeStartObject();
            json.writeObjectPropertyStart("manifest");
            json.writeStringProperty("file", file);
            json.writeStringProperty("format", recorded.format());
            json.writeStringProperty("digest", recorded.digest());
            json.writeStringProperty("version", version);
            json.writeEndObject();
            columns(recorded.columns());
            holdings(inspection);
            rows(inspection);
            scores(inspection);
            texts("strategies", uses.possible());
            json.writeArrayPropertyStart("lacks");
            uses.impossible().forEach((lack, names) -> {
                json.writeStartObject();
                json.writeStringProperty("lack", lack);
                texts("strategies", names);
                json.writeEndObject();
            });
            json.writeEndArray();
            texts("cautions", inspection.cautions());
            texts("recordAlso", inspection.wishes());
            json.writeEndObject();
            json.flush();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void columns(Columns columns) {
        json.writeArrayPropertyStart("columns");
        for (Role role : Role.values()) {
            if (columns.has(role)) {
                json.writeStartObject();
                json.writeStringProperty("role", role.label());
                texts("columns", columns.names(role));
                json.writeBooleanProperty("guessed", columns.guessed(role));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void holdings(Inspection inspection) {
        Recorded.Tally tally = inspection.recorded().tally();
        json.writeObjectPropertyStart("holds");
        json.writeNumberProperty("rows", tally.rows());
        json.writeNumberProperty("problems", inspection.problems());
        json.writeNumberProperty("candidates", inspection.candidates());
        json.writeNumberProperty("fewest", inspection.fewest());
        json.writeNumberProperty("most", inspection.most());
        json.writeNumberProperty("neverSolved", inspection.neverSolved());
        json.writeNumberProperty("alwaysSolved", inspection.alwaysSolved());
        json.writeNumberProperty("leftOut", tally.discarded());
        json.writeNumberProperty("missingAnswers", tally.missingAnswers());
        json.writeNumberProperty("missingVerdicts", tally.missingVerdicts());
        json.writeName("cutOff");
        if (tally.cut() < 0) {
            json.writeNull();
        } else {
            json.writeNumber(tally.cut());
        }
        json.writeNumberProperty("twice", tally.twice());
        json.writeNumberProperty("alike", tally.alike());
        json.writeName("meanTokens");
        JsonFields.number(json, inspection.tokens().orElse(Double.NaN));
        texts(
                "runs",
                inspection
                        .recorded()
                        .recording()
                        .map(recording -> recording.runs())
                        .orElse(List.of()));
        json.writeEndObject();
    }

    private void rows(Inspection inspection) {
        json.writeArrayPropertyStart("rows");
        for (Inspection.Curve curve : inspection.curves()) {
            for (CurvePoint point : curve.values().points()) {
                json.writeStartObject();
                json.writeStringProperty("strategy", curve.values().rule().label());
                if (!curve.score().isEmpty()) {
                    json.writeStringProperty("score", curve.score());
                }
                json.writeNumberProperty("budget", point.candidates());
                json.writeStringProperty("kind", "replayed");
                number("mean", point.mean());
                number("stdError", point.ownError());
                number("populationStdError", point.populationError());
                number("orderStdError", point.orderError());
                json.writeNumberProperty("problems", point.problems());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void scores(Inspection inspection) {
        json.writeArrayPropertyStart("scores");
        for (int i = 0; i < inspection.scores().size(); i++) {
            ScoreProfile profile = inspection.scores().get(i).profile();
            json.writeStartObject();
            json.writeStringProperty("score", inspection.scores().get(i).name());
            number("aucWithin", profile.within());
            number("aucPooled", profile.pooled());
            number("tied", profile.tied());
            number("distinct", profile.distinct());
            json.writeNumberProperty(
                    "missing", inspection.recorded().tally().missingScores().get(i));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void number(String name, double value) {
        json.writeName(name);
        JsonFields.number(json, value);
    }

    private void texts(String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    @Override
    public void close() throws IOException {
        try {
            if (array) {
                json.writeEndArray();
            }
            json.writeRaw('\n');
            json.close();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}

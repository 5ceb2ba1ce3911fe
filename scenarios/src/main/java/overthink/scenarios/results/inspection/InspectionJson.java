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
import overthink.scenarios.results.machine.JsonFields;
import overthink.scenarios.results.machine.JsonStream;
import tools.jackson.core.JsonGenerator;

/** Writes what recordings hold as a JSON document, or an array of them for several files. */
public final class InspectionJson implements AutoCloseable {

    private final JsonStream stream;

    /**
     * Writes to a stream.
     *
     * @param out is flushed and not closed
     * @param array whether several documents follow
     */
    public InspectionJson(OutputStream out, boolean array) {
        stream = new JsonStream(out, array);
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
        stream.write(json -> {
            json.writeObjectPropertyStart("manifest");
            json.writeStringProperty("file", file);
            json.writeStringProperty("format", recorded.format());
            json.writeStringProperty("digest", recorded.digest());
            json.writeStringProperty("version", version);
            json.writeEndObject();
            columns(json, recorded.columns());
            holdings(json, inspection);
            rows(json, inspection);
            scores(json, inspection);
            texts(json, "strategies", uses.possible());
            json.writeArrayPropertyStart("lacks");
            uses.impossible().forEach((lack, names) -> {
                json.writeStartObject();
                json.writeStringProperty("lack", lack);
                texts(json, "strategies", names);
                json.writeEndObject();
            });
            json.writeEndArray();
            texts(json, "cautions", inspection.cautions());
            texts(json, "recordAlso", inspection.wishes());
        });
    }

    private static void columns(JsonGenerator json, Columns columns) {
        json.writeArrayPropertyStart("columns");
        for (Role role : Role.values()) {
            if (columns.has(role)) {
                json.writeStartObject();
                json.writeStringProperty("role", role.label());
                texts(json, "columns", columns.names(role));
                json.writeBooleanProperty("guessed", columns.guessed(role));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void holdings(JsonGenerator json, Inspection inspection) {
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
                json,
                "runs",
                inspection
                        .recorded()
                        .recording()
                        .map(recording -> recording.runs())
                        .orElse(List.of()));
        json.writeEndObject();
    }

    private static void rows(JsonGenerator json, Inspection inspection) {
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
                number(json, "mean", point.mean());
                number(json, "stdError", point.ownError());
                number(json, "populationStdError", point.populationError());
                number(json, "orderStdError", point.orderError());
                json.writeNumberProperty("problems", point.problems());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void scores(JsonGenerator json, Inspection inspection) {
        json.writeArrayPropertyStart("scores");
        for (int i = 0; i < inspection.scores().size(); i++) {
            ScoreProfile profile = inspection.scores().get(i).profile();
            json.writeStartObject();
            json.writeStringProperty("score", inspection.scores().get(i).name());
            number(json, "aucWithin", profile.within());
            number(json, "aucPooled", profile.pooled());
            number(json, "tied", profile.tied());
            number(json, "distinct", profile.distinct());
            json.writeNumberProperty(
                    "missing", inspection.recorded().tally().missingScores().get(i));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, double value) {
        json.writeName(name);
        JsonFields.number(json, value);
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}

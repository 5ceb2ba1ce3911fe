package overthink.scenarios.fitting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import overthink.core.fit.world.CheckedCurve;
import overthink.core.fit.world.CheckedPoint;
import overthink.core.fit.world.FittedParameter;
import overthink.core.fit.world.WorldFit;
import overthink.scenarios.results.machine.JsonFields;
import overthink.scenarios.results.machine.JsonStream;
import overthink.scenarios.results.machine.JsonWriter;
import tools.jackson.core.JsonGenerator;

/** A fitted world's parameters, its curves beside the recording's, and the verdict, as JSON. */
public final class FitJson {

    private FitJson() {}

    /**
     * Which fit it is.
     *
     * @param file the name of the recording
     * @param digest of it
     * @param seed of all that was drawn
     * @param version of the project
     * @param java that it ran on
     */
    public record Facts(String file, String digest, long seed, String version, String java) {}

    /** Writes to a stream, which is flushed and not closed. */
    public static void write(OutputStream out, WorldFit fit, Facts facts) throws IOException {
        JsonStream.write(out, 2, json -> {
            json.writeStartObject();
            manifest(json, fit, facts);
            json.writeArrayPropertyStart("parameters");
            fit.parameters().forEach(parameter -> parameter(json, parameter));
            json.writeEndArray();
            json.writeArrayPropertyStart("checked");
            fit.verdict().curves().forEach(curve -> curve(json, curve));
            json.writeEndArray();
            json.writeStringProperty("verdict", fit.verdict().sentence());
            json.writeArrayPropertyStart("statements");
            fit.statements().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void manifest(JsonGenerator json, WorldFit fit, Facts facts) {
        json.writeObjectPropertyStart("manifest");
        json.writeNumberProperty("schema", JsonWriter.SCHEMA);
        json.writeStringProperty("file", facts.file());
        json.writeStringProperty("digest", facts.digest());
        json.writeNumberProperty("problems", fit.recording().size());
        json.writeNumberProperty("fewest", fit.recording().fewest());
        json.writeNumberProperty("most", fit.recording().most());
        json.writeNumberProperty("seed", facts.seed());
        json.writeStringProperty("version", facts.version());
        json.writeStringProperty("java", facts.java());
        json.writeEndObject();
    }

    private static void parameter(JsonGenerator json, FittedParameter parameter) {
        json.writeStartObject();
        json.writeStringProperty("name", parameter.name());
        JsonFields.real(json, "value", parameter.value());
        JsonFields.real(json, "error", parameter.error());
        json.writeStringProperty("from", parameter.from());
        json.writeEndObject();
    }

    private static void curve(JsonGenerator json, CheckedCurve curve) {
        json.writeStartObject();
        json.writeStringProperty("strategy", curve.rule().label());
        json.writeStringProperty("grade", curve.grade().name().toLowerCase(Locale.ROOT));
        json.writeArrayPropertyStart("points");
        for (CheckedPoint point : curve.points()) {
            json.writeStartObject();
            json.writeNumberProperty("candidates", point.candidates());
            JsonFields.real(json, "replayed", point.replayed());
            JsonFields.real(json, "fitted", point.fitted());
            JsonFields.real(json, "error", point.error());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}

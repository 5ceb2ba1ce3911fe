package overthink.scenarios.results.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import overthink.scenarios.results.Manifest;
import tools.jackson.core.JsonGenerator;

/** Which run rows come from, in JSON. */
public final class ManifestJson {

    private ManifestJson() {}

    /**
     * Writes a manifest alone.
     *
     * @param status how far the run is
     * @param ordinal which run of its store it is
     * @param more further facts
     */
    public static void write(OutputStream out, Manifest manifest, String status, long ordinal, Map<String, String> more)
            throws IOException {
        JsonStream.write(out, 1, json -> {
            json.writeStartObject();
            json.writeStringProperty("status", status);
            json.writeNumberProperty("ordinal", ordinal);
            fields(json, manifest);
            more.forEach(json::writeStringProperty);
            json.writeEndObject();
        });
    }

    /** Writes the fields of a manifest. */
    public static void fields(JsonGenerator json, Manifest manifest) {
        json.writeNumberProperty("schema", JsonWriter.SCHEMA);
        json.writeStringProperty("scenario", manifest.scenario());
        json.writeStringProperty("digest", manifest.digest());
        json.writeNumberProperty("seed", manifest.seed());
        json.writeStringProperty("version", manifest.version());
        json.writeStringProperty("java", manifest.java());
        json.writeNumberProperty("threads", manifest.threads());
        JsonFields.real(json, "seconds", manifest.seconds());
        Manifest.Occasion occasion = manifest.occasion();
        if (!occasion.equals(Manifest.Occasion.UNKNOWN)) {
            json.writeStringProperty("date", occasion.date());
            json.writeStringProperty("command", occasion.command());
            json.writeStringProperty("commit", occasion.commit());
            json.writeStringProperty("system", occasion.system());
            json.writeNumberProperty("cores", occasion.cores());
        }
    }
}

package overthink.scenarios.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import overthink.scenarios.results.machine.JsonFields;
import overthink.scenarios.results.machine.JsonStream;
import overthink.scenarios.results.machine.JsonWriter;
import overthink.scenarios.store.RunComparison.MeasurePair;
import overthink.scenarios.store.RunComparison.RowPair;
import tools.jackson.core.JsonGenerator;

/** Writes what is in a store, and how two of its runs differ, as one JSON document in UTF-8. */
public final class StoreJson {

    /** The values of a manifest that are numbers. */
    private static final Set<String> NUMBERS = Set.of("schema", "seed", "threads", "seconds", "cores", "ordinal");

    private StoreJson() {}

    /** Writes {@code {"schema": …, "runs": [{"name": …, "folder": …, …}]}} with what the manifest of each run says. */
    public static void runs(OutputStream out, List<RunFolder> runs) throws IOException {
        write(out, json -> {
            json.writeArrayPropertyStart("runs");
            runs.forEach(run -> run(json, run));
            json.writeEndArray();
        });
    }

    /** Writes how two runs differ, with every measure of every row that both have, whether it has changed or not. */
    public static void comparison(OutputStream out, RunFolder first, RunFolder second, RunComparison comparison)
            throws IOException {
        double bound = comparison.bound();
        write(out, json -> {
            json.writeName("first");
            run(json, first);
            json.writeName("second");
            run(json, second);
            json.writeBooleanProperty("differs", comparison.differs());
            json.writeBooleanProperty("paired", comparison.paired());
            JsonFields.real(json, "bound", bound);
            json.writeArrayPropertyStart("keys");
            for (RunComparison.ChangedKey key : comparison.keys()) {
                json.writeStartObject();
                json.writeStringProperty("path", key.path());
                key.first().ifPresent(value -> json.writeStringProperty("first", value));
                key.second().ifPresent(value -> json.writeStringProperty("second", value));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("rows");
            comparison.rows().forEach(row -> row(json, row, bound));
            json.writeEndArray();
            names(json, "onlyFirst", comparison.onlyFirst());
            names(json, "onlySecond", comparison.onlySecond());
        });
    }

    private static void row(JsonGenerator json, RowPair row, double bound) {
        json.writeStartObject();
        json.writeStringProperty("row", row.row());
        json.writeArrayPropertyStart("measures");
        for (MeasurePair measure : row.measures()) {
            json.writeStartObject();
            json.writeStringProperty("measure", measure.measure());
            JsonFields.real(json, "first", measure.first());
            JsonFields.real(json, "second", measure.second());
            JsonFields.real(json, "difference", measure.difference());
            JsonFields.real(json, "stdError", measure.stdError());
            JsonFields.real(json, "tolerance", measure.slack());
            json.writeBooleanProperty("changed", measure.beyond(bound));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, String name, List<String> rows) {
        json.writeArrayPropertyStart(name);
        rows.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void run(JsonGenerator json, RunFolder run) {
        json.writeStartObject();
        json.writeStringProperty("name", run.name());
        json.writeStringProperty("folder", run.place().toString());
        run.facts().forEach((key, value) -> {
            json.writeName(key);
            if (NUMBERS.contains(key)) {
                json.writeNumber(value);
            } else {
                json.writeString(value);
            }
        });
        json.writeEndObject();
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(JsonGenerator json);
    }

    private static void write(OutputStream out, Content content) throws IOException {
        JsonStream.write(out, 2, json -> {
            json.writeStartObject();
            json.writeNumberProperty("schema", JsonWriter.SCHEMA);
            content.writeTo(json);
            json.writeEndObject();
        });
    }
}

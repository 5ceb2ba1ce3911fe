package overthink.scenarios.forecast;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import overthink.core.fit.ForecastValue;
import overthink.core.fit.difficulty.DifficultyPosterior;
import overthink.core.fit.difficulty.FamilyPosterior;
import overthink.core.fit.difficulty.MoreSamples;
import overthink.core.fit.forecast.Choice;
import overthink.core.fit.forecast.ForecastRow;
import overthink.core.fit.forecast.RecordingForecast;
import overthink.scenarios.results.machine.JsonFields;
import overthink.scenarios.results.machine.JsonStream;
import overthink.scenarios.results.machine.JsonWriter;
import tools.jackson.core.JsonGenerator;

/** Writes a forecast as one JSON document in UTF-8, a row a line. What has no value is null; bounds are those of 90 %. */
public final class ForecastJson {

    private ForecastJson() {}

    /** Writes to a stream, which is flushed and not closed. */
    public static void write(OutputStream out, ForecastDocument document) throws IOException {
        RecordingForecast forecast = document.forecast();
        JsonStream.write(out, 2, json -> {
            json.writeStartObject();
            manifest(json, document.facts());
            json.writeArrayPropertyStart("rows");
            forecast.rows().forEach(row -> row(json, row));
            json.writeEndArray();
            json.writeArrayPropertyStart("best");
            forecast.choices().forEach(choice -> choice(json, choice));
            json.writeEndArray();
            if (forecast.difficulty().isPresent()) {
                json.writeArrayPropertyStart("difficulty");
                difficulty(json, forecast.difficulty().get());
                json.writeEndArray();
            }
            if (document.more().isPresent()) {
                more(json, document.more().get(), forecast);
            }
            json.writeArrayPropertyStart("statements");
            document.facts().cautions().forEach(json::writeString);
            forecast.statements().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void manifest(JsonGenerator json, ForecastFacts facts) {
        json.writeObjectPropertyStart("manifest");
        json.writeNumberProperty("schema", JsonWriter.SCHEMA);
        json.writeStringProperty("file", facts.file());
        json.writeStringProperty("digest", facts.digest());
        json.writeNumberProperty("problems", facts.problems());
        json.writeNumberProperty("fewest", facts.fewest());
        json.writeNumberProperty("most", facts.most());
        if (!facts.score().isEmpty()) {
            json.writeStringProperty("score", facts.score());
        }
        json.writeName("tailExponent");
        json.writeStartObject();
        JsonFields.real(json, "median", facts.exponent().median());
        JsonFields.real(json, "spread", facts.exponent().spread());
        json.writeEndObject();
        json.writeNumberProperty("seed", facts.seed());
        json.writeStringProperty("version", facts.version());
        json.writeStringProperty("java", facts.java());
        JsonFields.real(json, "seconds", facts.seconds());
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, ForecastRow row) {
        json.writeStartObject();
        json.writeStringProperty("strategy", row.rule().label());
        json.writeNumberProperty("budget", row.budget());
        json.writeStringProperty("kind", row.kind().label());
        JsonFields.real(json, "mean", row.mean());
        row.value().ifPresent(value -> {
            bounds(json, value);
            JsonFields.real(json, "lower50", value.lower50());
            JsonFields.real(json, "upper50", value.upper50());
        });
        row.population().ifPresent(value -> {
            json.writeObjectPropertyStart("population");
            JsonFields.real(json, "mean", value.mean());
            bounds(json, value);
            json.writeEndObject();
        });
        json.writeNumberProperty("problems", row.problems());
        if (row.kind().baseline().isEmpty()) {
            json.writeName("cost");
            JsonFields.cost(json, row.cost());
        }
        text(json, "remark", row.remark());
        json.writeEndObject();
    }

    private static void bounds(JsonGenerator json, ForecastValue value) {
        JsonFields.real(json, "lower", value.lower90());
        JsonFields.real(json, "upper", value.upper90());
    }

    private static void choice(JsonGenerator json, Choice choice) {
        json.writeStartObject();
        json.writeNumberProperty("budget", choice.budget());
        json.writeStringProperty("kind", choice.kind().label());
        json.writeStringProperty("strategy", choice.best().label());
        JsonFields.real(json, "mean", choice.mean());
        choice.runnerUp().ifPresent(next -> {
            json.writeStringProperty("runnerUp", next.label());
            JsonFields.real(json, "difference", choice.difference());
            JsonFields.real(json, "reversed", choice.reversed());
            JsonFields.real(json, "populationStdError", choice.populationError());
        });
        text(json, "remark", choice.remark());
        json.writeEndObject();
    }

    private static void difficulty(JsonGenerator json, DifficultyPosterior posterior) {
        for (FamilyPosterior family : posterior.families()) {
            json.writeStartObject();
            json.writeStringProperty("family", family.family().label());
            JsonFields.real(json, "weight", family.weight());
            JsonFields.real(json, "logEvidence", family.logEvidence());
            parameter(json, family.family().first(), family.first());
            parameter(json, family.family().second(), family.second());
            parameter(json, "atom", family.atom());
            json.writeEndObject();
        }
    }

    private static void parameter(JsonGenerator json, String name, FamilyPosterior.Parameter parameter) {
        json.writeObjectPropertyStart(name);
        JsonFields.real(json, "mean", parameter.mean());
        JsonFields.real(json, "sd", parameter.sd());
        json.writeEndObject();
    }

    private static void more(JsonGenerator json, MoreSamples more, RecordingForecast forecast) {
        json.writeObjectPropertyStart("more");
        json.writeNumberProperty("budget", more.budget());
        JsonFields.real(json, "width", more.width());
        remedy(json, "hardProblems", more.hardProblems(), forecast);
        remedy(json, "moreProblems", more.moreProblems(), forecast);
        json.writeStringProperty("better", more.better().equals(more.hardProblems()) ? "hardProblems" : "moreProblems");
        json.writeEndObject();
    }

    private static void remedy(JsonGenerator json, String name, MoreSamples.Remedy remedy, RecordingForecast forecast) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("problems", remedy.problems());
        json.writeNumberProperty("candidates", remedy.candidates());
        JsonFields.real(json, "width", remedy.width());
        JsonFields.real(json, "usd", forecast.dollars(remedy.total()));
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, Optional<String> text) {
        text.ifPresent(present -> json.writeStringProperty(name, present));
    }
}

package overthink.scenarios.results.power;

import java.io.IOException;
import java.io.OutputStream;
import overthink.core.estimate.Agreement;
import overthink.core.estimate.Cost;
import overthink.core.run.PairedRun;
import overthink.scenarios.analysis.power.Contender;
import overthink.scenarios.analysis.power.PowerAnalysis;
import overthink.scenarios.analysis.power.PowerDesign;
import overthink.scenarios.analysis.power.PowerPoint;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.machine.JsonFields;
import overthink.scenarios.results.machine.JsonStream;
import overthink.scenarios.results.machine.ManifestJson;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what it takes to show a difference as one JSON document. A number of samples, problems or dollars that is null has no
 * bound: it is not known where it is.
 */
public final class PowerJson {

    private final JsonGenerator json;
    private final PowerAnalysis analysis;

    private PowerJson(JsonGenerator json, PowerAnalysis analysis) {
        this.json = json;
        this.analysis = analysis;
    }

    /**
     * Writes the document.
     *
     * @param out is flushed and not closed
     * @param remark on what the world leaves out; may be empty
     */
    public static void write(OutputStream out, Manifest manifest, PowerAnalysis analysis, String remark)
            throws IOException {
        JsonStream.write(out, 2, json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("manifest");
            ManifestJson.fields(json, manifest);
            json.writeEndObject();
            new PowerJson(json, analysis).write();
            if (!remark.isEmpty()) {
                json.writeStringProperty("remark", remark);
            }
            json.writeEndObject();
        });
    }

    private void write() {
        json.writeNumberProperty("problems", analysis.trials().problems().size());
        json.writeNumberProperty("trialsPerProblem", analysis.trials().trials());
        contender(
                "first",
                analysis.question().first(),
                analysis.first(),
                analysis.results().first());
        contender(
                "second",
                analysis.question().second(),
                analysis.second(),
                analysis.results().second());
        json.writeObjectPropertyStart("difference");
        JsonFields.real(json, "accuracy", analysis.difference());
        JsonFields.real(json, "stdError", analysis.stdError());
        JsonFields.real(json, "populationStdError", analysis.populationStdError());
        json.writeEndObject();
        if (analysis.results().agreement().isPresent()) {
            agreement(analysis.results().agreement().get());
        }
        json.writeObjectPropertyStart("test");
        JsonFields.real(json, "alpha", analysis.question().test().alpha());
        JsonFields.real(json, "power", analysis.question().test().power());
        if (analysis.question().problems().isPresent()) {
            json.writeNumberProperty(
                    "givenProblems", analysis.question().problems().getAsLong());
        }
        if (analysis.mcNemar().isPresent() && analysis.mcNemar().getAsLong() < Long.MAX_VALUE) {
            json.writeNumberProperty("mcNemarProblems", analysis.mcNemar().getAsLong());
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("rows");
        for (PowerDesign design : analysis.designs()) {
            for (PowerPoint point : design.points()) {
                row(design, point);
            }
        }
        json.writeEndArray();
    }

    private void contender(String name, Contender contender, double accuracy, Cost cost) {
        PairedRun.Side side = contender.side();
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("strategy", side.strategy().name());
        JsonFields.parameters(json, side.strategy().given());
        JsonFields.real(json, "budget", side.budget());
        JsonFields.real(json, "accuracy", accuracy);
        JsonFields.real(json, "generations", cost.generations());
        JsonFields.real(json, "usd", cost.usd());
        json.writeEndObject();
    }

    private void agreement(Agreement agreement) {
        json.writeObjectPropertyStart("agreement");
        json.writeBooleanProperty("sameCandidates", analysis.sharesCandidates());
        json.writeNumberProperty("trials", agreement.trials());
        json.writeNumberProperty("both", agreement.both());
        json.writeNumberProperty("onlyFirst", agreement.onlyFirst());
        json.writeNumberProperty("onlySecond", agreement.onlySecond());
        json.writeNumberProperty("neither", agreement.neither());
        json.writeEndObject();
    }

    private void row(PowerDesign design, PowerPoint point) {
        json.writeStartObject();
        json.writeStringProperty("pairing", design.variance().pairing().label());
        JsonFields.real(json, "between", design.variance().between());
        JsonFields.real(json, "within", design.variance().within());
        JsonFields.real(json, "usdPerSample", design.usdPerSample());
        JsonFields.real(json, "samplesPerProblem", point.samples());
        JsonFields.real(json, "problems", point.problems());
        JsonFields.real(json, "leastProblems", point.least());
        JsonFields.real(json, "mostProblems", point.most());
        JsonFields.real(json, "usd", point.usd());
        if (analysis.question().problems().isPresent()) {
            JsonFields.real(json, "givenPower", point.chance());
            JsonFields.real(json, "givenDetectable", point.detectable());
            JsonFields.real(json, "givenUsd", point.usdOfGiven());
        }
        json.writeEndObject();
    }
}

package overthink.scenarios.results.machine;

import java.util.Map;
import java.util.Optional;
import overthink.core.estimate.Leader;
import overthink.core.estimate.Method;
import overthink.core.estimate.PairedTest;
import overthink.core.estimate.Turn;
import overthink.core.estimate.TurningPoint;
import tools.jackson.core.JsonGenerator;

/** Writes turning points and leaders. A budget without end is null; what there is none of is left out. */
final class TurnJson {

    private TurnJson() {}

    static void turningPoint(JsonGenerator json, TurningPoint point) {
        json.writeStartObject();
        head(json, point.strategy(), point.parameters());
        json.writeStringProperty("resource", point.resource().label());
        json.writeStringProperty("bin", point.bin());
        json.writeObjectPropertyStart("listed");
        turn(json, point.listed(), Optional.of(point.method()));
        json.writeBooleanProperty("edge", point.edge());
        json.writeEndObject();
        point.overall().ifPresent(overall -> {
            json.writeObjectPropertyStart("overall");
            turn(json, overall, Optional.empty());
            json.writeEndObject();
        });
        point.arrival().ifPresent(arrival -> JsonFields.budget(json, "arrival", arrival));
        json.writeEndObject();
    }

    private static void turn(JsonGenerator json, Turn turn, Optional<Method> method) {
        JsonFields.budget(json, "budget", turn.budget());
        method.ifPresent(one -> json.writeStringProperty("method", one.label()));
        JsonFields.real(json, "accuracy", turn.accuracy());
        JsonFields.budget(json, "level", turn.level());
        turn.until().ifPresent(until -> JsonFields.budget(json, "until", until));
        test(json, "gain", turn.gain());
        json.writeBooleanProperty("gains", turn.gain().seen());
        JsonFields.budget(json, "end", turn.end());
        JsonFields.real(json, "endAccuracy", turn.endAccuracy());
        test(json, "drop", turn.drop());
        json.writeBooleanProperty("falls", turn.drop().seen());
        json.writeBooleanProperty("fallsOverPopulation", turn.drop().seenOverPopulation());
        JsonFields.real(json, "bound", turn.drop().bound());
    }

    static void leader(JsonGenerator json, Leader leader) {
        json.writeStartObject();
        head(json, leader.strategy(), leader.parameters());
        json.writeStringProperty("resource", leader.resource().label());
        JsonFields.budget(json, "budget", leader.budget());
        json.writeStringProperty("bin", leader.bin());
        JsonFields.real(json, "accuracy", leader.accuracy());
        json.writeArrayPropertyStart("rivals");
        for (Leader.Rival rival : leader.rivals()) {
            json.writeStartObject();
            head(json, rival.strategy(), rival.parameters());
            test(json, "lead", rival.lead());
            json.writeBooleanProperty("ahead", rival.lead().seen());
            json.writeBooleanProperty("aheadOverPopulation", rival.lead().seenOverPopulation());
            JsonFields.real(json, "bound", rival.lead().bound());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void head(JsonGenerator json, String strategy, Map<String, Object> parameters) {
        json.writeStringProperty("strategy", strategy);
        JsonFields.parameters(json, parameters);
    }

    private static void test(JsonGenerator json, String name, PairedTest test) {
        JsonFields.real(json, name, test.paired().difference());
        JsonFields.real(json, name + "StdError", test.paired().stdError());
        JsonFields.real(json, name + "PopulationStdError", test.paired().populationStdError());
    }
}

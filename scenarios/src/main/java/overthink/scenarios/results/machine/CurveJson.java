package overthink.scenarios.results.machine;

import overthink.core.estimate.BestBudget;
import overthink.core.estimate.Difference;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Limit;
import overthink.core.estimate.PairedDifference;
import tools.jackson.core.JsonGenerator;

/** In JSON what is known of whole curves: where they end, where they are worth most, and how far they lie apart. */
final class CurveJson {

    private CurveJson() {}

    /** Writes where a curve ends. */
    static void limit(JsonGenerator json, Limit limit) {
        json.writeStartObject();
        json.writeStringProperty("strategy", limit.strategy());
        JsonFields.parameters(json, limit.parameters());
        json.writeStringProperty("bin", limit.bin());
        JsonFields.real(json, "accuracy", limit.accuracy());
        JsonFields.real(json, "coverage", limit.coverage());
        limit.correction().ifPresent(correction -> JsonFields.real(json, "correction", correction));
        limit.coverageTail().ifPresent(tail -> {
            json.writeObjectPropertyStart("coverageTail");
            JsonFields.real(json, "p", tail.p());
            JsonFields.real(json, "exponent", tail.exponent());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    /** Under {@code overall}, which is there when every budget's utility is known, a budget without end is null. */
    static void bestBudget(JsonGenerator json, BestBudget best) {
        json.writeStartObject();
        json.writeStringProperty("strategy", best.strategy());
        JsonFields.parameters(json, best.parameters());
        json.writeStringProperty("resource", best.resource().label());
        json.writeStringProperty("bin", best.bin());
        json.writeObjectPropertyStart("listed");
        JsonFields.budget(json, best.listed().budget());
        json.writeStringProperty("method", best.listed().method().label());
        JsonFields.real(json, "utility", best.listed().utility().mean());
        JsonFields.real(json, "utilityStdError", best.listed().utility().stdError());
        JsonFields.real(
                json, "utilityPopulationStdError", best.listed().utility().populationStdError());
        JsonFields.real(json, "utilityTolerance", best.listed().utility().tolerance());
        json.writeEndObject();
        best.overall().ifPresent(overall -> {
            json.writeObjectPropertyStart("overall");
            JsonFields.budget(json, overall.budget());
            JsonFields.real(json, "utility", overall.utility());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    /** With the 95 % intervals over these problems and over the population. */
    static void difference(JsonGenerator json, Difference difference) {
        PairedDifference accuracy = difference.accuracy();
        json.writeStartObject();
        json.writeStringProperty("strategy", difference.strategy());
        JsonFields.parameters(json, difference.parameters());
        json.writeObjectPropertyStart("reference");
        json.writeStringProperty("strategy", difference.reference());
        JsonFields.parameters(json, difference.referenceParameters());
        json.writeEndObject();
        json.writeStringProperty("resource", difference.resource().label());
        JsonFields.budget(json, difference.budget());
        json.writeStringProperty("bin", difference.bin());
        JsonFields.real(json, "difference", accuracy.difference());
        interval(json, "stdError", "lower", "upper", accuracy.difference(), accuracy.stdError());
        interval(
                json,
                "populationStdError",
                "populationLower",
                "populationUpper",
                accuracy.difference(),
                accuracy.populationStdError());
        json.writeEndObject();
    }

    private static void interval(
            JsonGenerator json, String error, String lower, String upper, double difference, double stdError) {
        JsonFields.real(json, error, stdError);
        JsonFields.real(json, lower, difference - Estimate.Z95 * stdError);
        JsonFields.real(json, upper, difference + Estimate.Z95 * stdError);
    }
}

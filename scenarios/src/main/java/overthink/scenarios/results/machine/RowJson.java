package overthink.scenarios.results.machine;

import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import overthink.core.estimate.CostParts;
import overthink.core.estimate.CostShares;
import overthink.core.estimate.CostShares.Share;
import overthink.core.estimate.PerTrial;
import overthink.core.estimate.Row;
import overthink.scenarios.expectation.PaidShare;
import tools.jackson.core.JsonGenerator;

/** A row in JSON, with all that is known of its trials. */
final class RowJson {

    private RowJson() {}

    /** Writes a row. */
    static void write(JsonGenerator json, Row row) {
        json.writeStartObject();
        json.writeStringProperty("strategy", row.strategy());
        JsonFields.parameters(json, row.parameters());
        JsonFields.parameters(json, "effectiveParameters", row.effectiveParameters());
        json.writeStringProperty("resource", row.resource().label());
        JsonFields.budget(json, row.budget());
        json.writeStringProperty("bin", row.bin());
        json.writeStringProperty("method", row.method().label());
        json.writeNumberProperty("problems", row.problems());
        json.writeStringProperty("spread", row.gathering().label());
        json.writeNumberProperty("trials", row.trials());
        JsonFields.real(json, "accuracy", row.accuracy());
        JsonFields.real(json, "stdError", row.stdError());
        JsonFields.real(json, "populationStdError", row.populationStdError());
        JsonFields.real(json, "lower", row.lower());
        JsonFields.real(json, "upper", row.upper());
        JsonFields.real(json, "tolerance", row.tolerance());
        json.writeBooleanProperty("limited", row.limited());
        JsonFields.real(json, "coverage", row.coverage());
        JsonFields.real(json, "abstained", row.abstained());
        JsonFields.real(json, "falseAccepted", row.falseAccepted());
        row.utility().ifPresent(utility -> {
            JsonFields.real(json, "utility", utility.mean());
            JsonFields.real(json, "utilityStdError", utility.stdError());
            JsonFields.real(json, "utilityPopulationStdError", utility.populationStdError());
            JsonFields.real(json, "utilityTolerance", utility.tolerance());
        });
        json.writeName("cost");
        JsonFields.cost(json, row.cost());
        json.writeName("costStdError");
        JsonFields.cost(json, row.costStdError());
        PerTrial perTrial = row.perTrial();
        json.writeName("costPopulationStdError");
        JsonFields.cost(json, perTrial.costPopulationStdError());
        if (!perTrial.costShares().isEmpty()) {
            shares(json, perTrial.costShares());
            fractions(json, perTrial.costShares());
        }
        if (perTrial.costParts().paid()) {
            json.writeObjectPropertyStart("costParts");
            parts(json, "usd", perTrial.costParts(), CostParts.Part::usd);
            parts(json, "flops", perTrial.costParts(), CostParts.Part::flops);
            json.writeEndObject();
        }
        if (!Double.isNaN(perTrial.divergence())) {
            JsonFields.real(json, "divergence", perTrial.divergence());
        }
        if (!perTrial.quality().isEmpty()) {
            json.writeObjectPropertyStart("quality");
            perTrial.quality().forEach((name, mean) -> {
                json.writeObjectPropertyStart(name);
                JsonFields.real(json, "mean", mean.value());
                JsonFields.real(json, "stdError", mean.stdError());
                JsonFields.real(json, "populationStdError", mean.populationStdError());
                json.writeEndObject();
            });
            json.writeEndObject();
        }
        if (PerTrialFields.known(perTrial)) {
            perTrial(json, perTrial);
        }
        json.writeEndObject();
    }

    private static void shares(JsonGenerator json, CostShares shares) {
        json.writeObjectPropertyStart("costShares");
        for (PaidShare.Kind kind : PaidShare.Kind.values()) {
            shares(
                    json,
                    kind,
                    shares,
                    share -> JsonFields.real(json, share.name(), kind.amount().applyAsDouble(share)));
        }
        json.writeEndObject();
    }

    private static void fractions(JsonGenerator json, CostShares shares) {
        json.writeObjectPropertyStart("costFractions");
        for (PaidShare.Kind kind : PaidShare.Kind.values()) {
            shares(json, kind, shares, share -> {
                json.writeObjectPropertyStart(share.name());
                JsonFields.real(json, "value", shares.fraction(share, kind.amount()));
                JsonFields.real(json, "stdError", kind.error().applyAsDouble(share.errors()));
                json.writeEndObject();
            });
        }
        json.writeEndObject();
    }

    /** Policies and verifiers stand apart, as one of each may have one name. */
    private static void shares(JsonGenerator json, PaidShare.Kind kind, CostShares shares, Consumer<Share> each) {
        json.writeObjectPropertyStart(kind.label());
        json.writeObjectPropertyStart("policies");
        shares.policies().forEach(each);
        json.writeEndObject();
        json.writeObjectPropertyStart("verifiers");
        shares.verifiers().forEach(each);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** By what they go for, and then by name. */
    private static void parts(
            JsonGenerator json, String resource, CostParts parts, ToDoubleFunction<CostParts.Part> amount) {
        json.writeObjectPropertyStart(resource);
        for (CostParts.Kind kind : CostParts.Kind.values()) {
            json.writeObjectPropertyStart(kind.label());
            parts.parts().stream()
                    .filter(part -> part.kind() == kind)
                    .forEach(part -> JsonFields.real(json, part.name(), amount.applyAsDouble(part)));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void perTrial(JsonGenerator json, PerTrial perTrial) {
        json.writeObjectPropertyStart("perTrial");
        PerTrialFields.byObject().forEach((object, fields) -> {
            if (!object.isEmpty()) {
                json.writeObjectPropertyStart(object);
            }
            for (PerTrialFields.Field field : fields) {
                String name = object.isEmpty() ? field.name() : field.name().substring(object.length() + 1);
                JsonFields.real(json, name, field.value().applyAsDouble(perTrial));
            }
            if (!object.isEmpty()) {
                json.writeEndObject();
            }
        });
        json.writeEndObject();
    }
}

package overthink.scenarios.results.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.Row;
import overthink.scenarios.analysis.plan.Binding;
import overthink.scenarios.analysis.plan.Configuration;
import overthink.scenarios.analysis.plan.Entrant;
import overthink.scenarios.analysis.plan.Flip;
import overthink.scenarios.analysis.plan.Money;
import overthink.scenarios.analysis.plan.Objective;
import overthink.scenarios.analysis.plan.Plan;
import overthink.scenarios.analysis.plan.PlannedChoice;
import overthink.scenarios.analysis.plan.PosteriorShares;
import overthink.scenarios.analysis.plan.Stability;
import overthink.scenarios.analysis.plan.View;
import overthink.scenarios.results.machine.AllocationJson;
import overthink.scenarios.results.machine.JsonFields;
import overthink.scenarios.results.machine.JsonStream;
import overthink.scenarios.results.machine.ManifestJson;
import overthink.scenarios.text.Numbers;
import tools.jackson.core.JsonGenerator;

/** Writes a plan as one JSON document in UTF-8. What has no value is null, what was not asked is not there. */
public final class PlanJson {

    private final JsonGenerator json;
    private final PlanDocument document;
    private final Plan plan;

    private PlanJson(JsonGenerator json, PlanDocument document) {
        this.json = json;
        this.document = document;
        plan = document.plan();
    }

    /** Writes to a stream, which is flushed and not closed. */
    public static void write(OutputStream out, PlanDocument document) throws IOException {
        JsonStream.write(out, 2, json -> new PlanJson(json, document).write());
    }

    private void write() {
        json.writeStartObject();
        json.writeObjectPropertyStart("manifest");
        ManifestJson.fields(json, document.manifest());
        json.writeEndObject();
        json.writeName("question");
        view(plan.choice().view());
        json.writeName("choice");
        choice(plan.choice());
        bindings();
        json.writeArrayPropertyStart("money");
        plan.money().forEach(this::money);
        json.writeEndArray();
        bins();
        if (!document.allocation().isEmpty()) {
            json.writeArrayPropertyStart("allocation");
            document.allocation().forEach(row -> AllocationJson.row(json, row));
            json.writeEndArray();
        }
        flips();
        plan.stability().ifPresent(this::stability);
        plan.posterior().ifPresent(this::posterior);
        race();
        json.writeArrayPropertyStart("unknown");
        plan.unknown().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void view(View view) {
        Objective objective = view.objective();
        json.writeStartObject();
        json.writeStringProperty("bin", view.bin());
        json.writeStringProperty(
                "objective",
                objective.quantity().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeBooleanProperty("most", objective.most());
        objective.utility().ifPresent(utility -> {
            JsonFields.real(json, "correct", utility.correct());
            JsonFields.real(json, "wrong", utility.wrong());
            JsonFields.real(json, "abstained", utility.abstained());
        });
        json.writeArrayPropertyStart("requirements");
        view.requirements().forEach(requirement -> json.writeString(requirement.option()));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void choice(PlannedChoice choice) {
        View view = choice.view();
        json.writeStartObject();
        json.writeStringProperty("bin", view.bin());
        json.writeName("chosen");
        if (choice.chosen().isPresent()) {
            entrant(choice.chosen().get(), view);
        } else {
            json.writeNull();
        }
        choice.second().ifPresent(rival -> rival("second", rival, view));
        choice.cheapest().ifPresent(rival -> rival("cheapest", rival, view));
        json.writeNumberProperty("alike", choice.alike());
        if (!choice.undecided().isEmpty()) {
            json.writeArrayPropertyStart("undecided");
            choice.undecided().forEach(entrant -> configuration(entrant.configuration()));
            json.writeEndArray();
        }
        choice.nearest().ifPresent(miss -> {
            json.writeObjectPropertyStart("nearest");
            json.writeName("entrant");
            entrant(miss.entrant(), view);
            json.writeStringProperty("missed", miss.missed().option());
            JsonFields.real(json, "value", miss.missed().value(miss.entrant().row(view.bin())));
            JsonFields.real(json, "excess", miss.excess());
            json.writeBooleanProperty("doubtful", miss.doubtful());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private void entrant(Entrant entrant, View view) {
        Row row = entrant.row(view.bin());
        PairedDifference figure = view.objective().figure(entrant, view.bin());
        json.writeStartObject();
        strategy(entrant.configuration());
        json.writeStringProperty("method", row.method().label());
        json.writeNumberProperty("problems", row.problems());
        json.writeNumberProperty("trials", row.trials());
        JsonFields.real(json, "value", figure.difference());
        JsonFields.real(json, "stdError", entrant.exact() ? 0 : figure.stdError());
        JsonFields.real(json, "populationStdError", figure.populationStdError());
        JsonFields.real(json, "accuracy", row.accuracy());
        JsonFields.real(json, "abstained", row.abstained());
        JsonFields.real(json, "falseAccepted", row.falseAccepted());
        json.writeName("cost");
        JsonFields.cost(json, row.cost());
        json.writeEndObject();
    }

    private void strategy(Configuration configuration) {
        json.writeStringProperty("strategy", configuration.strategy().name());
        json.writeObjectPropertyStart("parameters");
        configuration.strategy().given().forEach((name, value) -> {
            json.writeName(name);
            if (value instanceof Boolean flag) {
                json.writeBoolean(flag);
            } else if (value instanceof Number number) {
                json.writeNumber(Numbers.budget(number.doubleValue()));
            } else {
                json.writeString(value.toString());
            }
        });
        json.writeEndObject();
        json.writeName("budget");
        json.writeNumber(Numbers.budget(configuration.budget()));
    }

    private void configuration(Configuration configuration) {
        json.writeStartObject();
        strategy(configuration);
        json.writeEndObject();
    }

    private void rival(String name, PlannedChoice.Rival rival, View view) {
        json.writeObjectPropertyStart(name);
        json.writeName("entrant");
        entrant(rival.entrant(), view);
        JsonFields.real(json, "difference", rival.lead().difference());
        JsonFields.real(json, "stdError", rival.lead().stdError());
        JsonFields.real(json, "populationStdError", rival.lead().populationStdError());
        json.writeBooleanProperty("apartHere", rival.apartHere());
        json.writeBooleanProperty("apartBeyond", rival.apartBeyond());
        json.writeEndObject();
    }

    private void bindings() {
        json.writeArrayPropertyStart("requirements");
        for (Binding binding : plan.bindings()) {
            json.writeStartObject();
            json.writeStringProperty("requirement", binding.requirement().option());
            JsonFields.real(json, "limit", binding.requirement().limit());
            JsonFields.real(json, "value", binding.value());
            json.writeBooleanProperty("binds", binding.binds());
            binding.without().ifPresent(entrant -> {
                json.writeName("without");
                entrant(entrant, plan.choice().view());
            });
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void money(Money money) {
        json.writeStartObject();
        JsonFields.real(json, "factor", money.factor());
        json.writeStringProperty("cap", money.cap().option());
        json.writeName("choice");
        choice(money.choice());
        json.writeEndObject();
    }

    private void bins() {
        if (plan.bins().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("bins");
        plan.bins().forEach(this::choice);
        json.writeEndArray();
        plan.envelope().ifPresent(envelope -> {
            json.writeObjectPropertyStart("envelope");
            JsonFields.real(json, "value", envelope.value());
            JsonFields.real(json, "gain", envelope.gain());
            JsonFields.real(json, "stdError", envelope.stdError());
            JsonFields.real(json, "populationStdError", envelope.populationStdError());
            json.writeEndObject();
        });
    }

    private void flips() {
        json.writeArrayPropertyStart("flips");
        for (Flip flip : plan.flips()) {
            json.writeStartObject();
            json.writeStringProperty("axis", flip.axis());
            json.writeStringProperty("direction", flip.up() ? "up" : "down");
            json.writeBooleanProperty("factor", flip.times());
            JsonFields.real(json, "present", flip.present());
            JsonFields.real(json, "end", flip.end());
            flip.bracket().ifPresent(bracket -> bracket("change", bracket));
            flip.farther().ifPresent(bracket -> bracket("changeOfStrategy", bracket));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void bracket(String name, Flip.Bracket bracket) {
        json.writeObjectPropertyStart(name);
        JsonFields.real(json, "same", bracket.same());
        JsonFields.real(json, "other", bracket.other());
        bracket.instead().ifPresent(configuration -> {
            json.writeName("instead");
            configuration(configuration);
        });
        bracket.barred().ifPresent(requirement -> json.writeStringProperty("misses", requirement.option()));
        json.writeEndObject();
    }

    private void stability(Stability stability) {
        json.writeObjectPropertyStart("resampled");
        json.writeNumberProperty("draws", stability.draws());
        json.writeArrayPropertyStart("shares");
        stability.shares().forEach(share -> {
            json.writeStartObject();
            strategy(share.configuration());
            JsonFields.real(json, "share", share.share());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private void posterior(PosteriorShares posterior) {
        json.writeObjectPropertyStart("posterior");
        json.writeNumberProperty("draws", posterior.draws());
        json.writeArrayPropertyStart("shares");
        posterior.shares().forEach(part -> {
            json.writeStartObject();
            strategy(part.configuration());
            JsonFields.real(json, "share", part.share());
            JsonFields.real(json, "mean", part.mean());
            JsonFields.real(json, "spread", part.spread());
            json.writeBooleanProperty("meets", part.meets());
            json.writeEndObject();
        });
        json.writeEndArray();
        texts("fixed", posterior.fixed());
        json.writeEndObject();
    }

    private void race() {
        json.writeObjectPropertyStart("race");
        json.writeNumberProperty("configurations", plan.race().configurations());
        json.writeNumberProperty("exact", plan.race().exact());
        json.writeNumberProperty("rounds", plan.race().rounds());
        JsonFields.real(json, "errors", plan.race().z());
        JsonFields.real(json, "alarm", plan.race().alarm());
        texts("stopped", plan.race().stopped());
        json.writeEndObject();
    }

    private void texts(String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}

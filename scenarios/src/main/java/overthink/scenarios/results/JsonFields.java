package overthink.scenarios.results;

import overthink.core.estimate.Cost;
import overthink.scenarios.text.Numbers;
import tools.jackson.core.JsonGenerator;

/** How numbers and costs stand in every document. */
public final class JsonFields {

    private JsonFields() {}

    /** A number as short as it can be read back; null for what is none. */
    public static void number(JsonGenerator json, double value) {
        if (Double.isFinite(value)) {
            json.writeNumber(Numbers.shortest(value));
        } else {
            json.writeNull();
        }
    }

    /** A key with a number. */
    public static void real(JsonGenerator json, String name, double value) {
        json.writeName(name);
        number(json, value);
    }

    /** An object with what was spent of every resource. */
    public static void cost(JsonGenerator json, Cost cost) {
        json.writeStartObject();
        real(json, "generations", cost.generations());
        real(json, "steps", cost.steps());
        real(json, "tokens", cost.tokens());
        real(json, "verifierCalls", cost.verifierCalls());
        real(json, "rounds", cost.rounds());
        real(json, "latencySeconds", cost.latencySeconds());
        real(json, "flops", cost.flops());
        real(json, "usd", cost.usd());
        json.writeEndObject();
    }
}

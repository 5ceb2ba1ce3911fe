package overthink.scenarios.results.machine;

import overthink.core.api.Resource;
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

    /** What the amount of a resource is called. */
    static String name(Resource resource) {
        return switch (resource) {
            case INPUT_TOKENS -> "inputTokens";
            case VERIFIER_CALLS -> "verifierCalls";
            case LATENCY -> "latencySeconds";
            case GENERATIONS, STEPS, TOKENS, ROUNDS, FLOPS, USD -> resource.label();
        };
    }

    /** An object with what was spent of every resource. */
    public static void cost(JsonGenerator json, Cost cost) {
        json.writeStartObject();
        for (Resource resource : Resource.values()) {
            real(json, name(resource), cost.of(resource));
        }
        json.writeEndObject();
    }
}

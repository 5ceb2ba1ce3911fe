package overthink.scenarios.results.machine;

import java.util.List;
import java.util.Map;
import overthink.core.api.Element;
import overthink.core.api.Resource;
import overthink.core.estimate.Cost;
import overthink.scenarios.text.Numbers;
import tools.jackson.core.JsonGenerator;

/** How numbers, costs, budgets and parameters stand in every document. */
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

    /** A budget; null for one without end. */
    static void budget(JsonGenerator json, double budget) {
        budget(json, "budget", budget);
    }

    /** A key with a budget; null for one without end. */
    static void budget(JsonGenerator json, String name, double budget) {
        json.writeName(name);
        if (Double.isFinite(budget)) {
            json.writeNumber(Numbers.budget(budget));
        } else {
            json.writeNull();
        }
    }

    /** Writes a strategy's parameters. */
    public static void parameters(JsonGenerator json, Map<String, Object> parameters) {
        parameters(json, "parameters", parameters);
    }

    /** The same under another key. */
    static void parameters(JsonGenerator json, String key, Map<String, Object> parameters) {
        json.writeObjectPropertyStart(key);
        parameters.forEach((name, value) -> {
            if (value instanceof Long || value instanceof Integer) {
                json.writeNumberProperty(name, ((Number) value).longValue());
            } else if (value instanceof Number number) {
                JsonFields.real(json, name, number.doubleValue());
            } else if (value instanceof Boolean flag) {
                json.writeBooleanProperty(name, flag);
            } else if (value instanceof List<?> list) {
                json.writeArrayPropertyStart(name);
                list.forEach(element -> element(json, element));
                json.writeEndArray();
            } else {
                json.writeStringProperty(name, value.toString());
            }
        });
        json.writeEndObject();
    }

    private static void element(JsonGenerator json, Object value) {
        if (value instanceof Element element && !element.values().isEmpty()) {
            json.writeStartObject();
            parameters(json, element.name(), element.values());
            json.writeEndObject();
        } else {
            json.writeString(value instanceof Element element ? element.name() : value.toString());
        }
    }
}

package overthink.core.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One element of a parameter that is a list: a name, and the values of its own parameters.
 *
 * @param name of one of the {@linkplain ParameterSpec#items() items} that the list may have
 * @param values by parameter, those at their defaults left out
 */
public record Element(String name, Map<String, Object> values) {

    /** Copies the map. */
    public Element {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** An element with all parameters at their defaults. */
    public static Element of(String name) {
        return new Element(name, Map.of());
    }

    /** All values, defaults filled in. */
    public Parameters parameters(List<ParameterSpec> specs) {
        return Parameters.of(specs, values);
    }

    /** As it stands in a flow sequence of YAML. */
    @Override
    public String toString() {
        return values.isEmpty()
                ? name
                : values.entrySet().stream()
                        .map(value -> value.getKey() + ": " + value.getValue())
                        .collect(Collectors.joining(", ", name + ": {", "}"));
    }
}

package overthink.scenarios.expectation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import overthink.core.api.Parameters;
import overthink.core.experiment.ConfiguredStrategy;

/**
 * A strategy of the scenario as another part of it names it: by its name, and by as many parameters as tell it from others of
 * that name.
 *
 * @param name the strategy's
 * @param given the parameters that are named
 */
public record StrategyReference(String name, Map<String, Object> given) {

    /** Copies the map. */
    public StrategyReference {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /**
     * The strategies meant, one unless there is a mistake: those with all the parameters named; among several the one whose
     * other parameters are at their defaults.
     */
    public List<ConfiguredStrategy> among(List<ConfiguredStrategy> strategies) {
        List<ConfiguredStrategy> fitting = strategies.stream()
                .filter(strategy -> strategy.name().equals(name)
                        && strategy.parameters().asMap().entrySet().containsAll(given.entrySet()))
                .toList();
        List<ConfiguredStrategy> plain = fitting.stream()
                .filter(strategy -> strategy.parameters()
                        .equals(Parameters.of(strategy.provider().parameters(), given)))
                .toList();
        return plain.isEmpty() ? fitting : plain;
    }

    /** A strategy as a message names it. */
    public static String describe(ConfiguredStrategy strategy) {
        return describe(strategy.name(), strategy.given());
    }

    @Override
    public String toString() {
        return describe(name, given);
    }

    private static String describe(String name, Map<String, Object> parameters) {
        return parameters.isEmpty()
                ? name
                : "%s: {%s}"
                        .formatted(
                                name,
                                parameters.entrySet().stream()
                                        .map(parameter -> parameter.getKey() + ": " + parameter.getValue())
                                        .collect(Collectors.joining(", ")));
    }
}

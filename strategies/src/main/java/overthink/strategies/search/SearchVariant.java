package overthink.strategies.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;

/** Whose definition of a search runs. */
enum SearchVariant {
    OVERTHINK,
    SEARCH_AND_LEARN,
    ITS_HUB,
    OPENR;

    /** The parameter that chooses among this project's definition and those of the tools named. */
    static ParameterSpec parameter(String... tools) {
        List<String> choices = new ArrayList<>(List.of("overthink"));
        choices.addAll(List.of(tools));
        return ParameterSpec.choice("variant", choices, "whose definition: this project's, or that of the tool named");
    }

    static SearchVariant of(Parameters parameters) {
        return valueOf(parameters.choice("variant").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * Checks that parameters which mean nothing to this variant are left at their defaults.
     *
     * @throws IllegalArgumentException naming the first that is not
     */
    void refuse(Parameters parameters, StrategyProvider provider, String... names) {
        for (ParameterSpec spec : provider.parameters()) {
            Object value = parameters.asMap().get(spec.name());
            if (List.of(names).contains(spec.name()) && !spec.defaultValue().equals(value)) {
                throw new IllegalArgumentException("%s: %s (%s) has no meaning in variant %s. Leave it out."
                        .formatted(provider.name(), spec.name(), value, parameters.choice("variant")));
            }
        }
    }
}

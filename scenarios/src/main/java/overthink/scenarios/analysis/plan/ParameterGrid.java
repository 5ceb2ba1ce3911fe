package overthink.scenarios.analysis.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.scenarios.plugins.PluginFailure;
import overthink.scenarios.plugins.StrategyCatalog;

/**
 * The values of parameters that are looked at: those of a strategy one at a time, the others at their defaults.
 *
 * <ul>
 *   <li>a choice or a switch: every value;
 *   <li>a whole number: half and twice its default, and four times; one whose default is 0: 1 and 2; one whose default is
 *       above {@value #LARGE}, which stands for no limit, stays;
 *   <li>a number in [0, 1]: half-way from its default to either end; any other number: half and twice its default.
 * </ul>
 *
 * <p>What is outside the range that the strategy declares, or what it refuses, is left out.
 */
final class ParameterGrid {

    private static final long LARGE = 100_000;

    private final StrategyCatalog catalog;

    ParameterGrid(StrategyCatalog catalog) {
        this.catalog = catalog;
    }

    /** A strategy with its defaults; none when it refuses them. */
    List<ConfiguredStrategy> defaults(StrategyProvider provider) {
        List<ConfiguredStrategy> made = new ArrayList<>();
        add(provider, Map.of(), made);
        return made;
    }

    /** A strategy with one parameter or none away from its default, each once. */
    List<ConfiguredStrategy> of(StrategyProvider provider) {
        List<ConfiguredStrategy> made = defaults(provider);
        for (ParameterSpec spec : provider.parameters()) {
            for (Object value : values(spec)) {
                add(provider, Map.of(spec.name(), value), made);
            }
        }
        return made;
    }

    private void add(StrategyProvider provider, Map<String, Object> given, List<ConfiguredStrategy> to) {
        try {
            Parameters parameters = Parameters.of(provider.parameters(), given);
            boolean known = to.stream().anyMatch(one -> one.parameters().equals(parameters));
            if (!known) {
                to.add(catalog.configured(provider, parameters, new LinkedHashMap<>(given)));
            }
        } catch (IllegalArgumentException | PluginFailure refused) {
            return; // these values do not fit together
        }
    }

    /** The values of one parameter beside its default. */
    static List<Object> values(ParameterSpec spec) {
        Set<Object> values = new LinkedHashSet<>();
        switch (spec.kind()) {
            case FLAG -> values.addAll(List.of(false, true));
            case CHOICE -> values.addAll(spec.choices());
            case INTEGER -> {
                long usual = ((Number) spec.defaultValue()).longValue();
                if (usual == 0) {
                    values.addAll(List.of(1L, 2L));
                } else if (usual <= LARGE) {
                    values.addAll(List.of(Math.max(1, usual / 2), 2 * usual, 4 * usual));
                }
                values.removeIf(value -> !spec.wholes().contains((Long) value));
            }
            case REAL -> {
                double usual = ((Number) spec.defaultValue()).doubleValue();
                if (spec.min() == 0 && spec.max() == 1) {
                    values.addAll(List.of(usual / 2, (1 + usual) / 2));
                } else {
                    values.addAll(List.of(usual / 2, 2 * usual));
                }
                values.removeIf(value -> !spec.reals().contains((Double) value));
            }
            case NAME, NAMES, LIST -> {
                // there are too many to try
            }
        }
        values.remove(spec.defaultValue());
        return List.copyOf(values);
    }
}

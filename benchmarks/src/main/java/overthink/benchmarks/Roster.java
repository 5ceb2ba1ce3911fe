package overthink.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import overthink.core.api.Capability;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.model.SyntheticWorld;

/** The strategies on the class path, found as any plugin is. */
final class Roster {

    private Roster() {}

    /** Every strategy with its defaults that {@code world} lacks nothing for, in the order found. */
    static List<ConfiguredStrategy> playable(SyntheticWorld world) {
        List<ConfiguredStrategy> found = new ArrayList<>();
        for (StrategyProvider provider : ServiceLoader.load(StrategyProvider.class)) {
            ConfiguredStrategy strategy = ConfiguredStrategy.of(provider, Map.of());
            if (strategy.lacking(world).isEmpty()) {
                found.add(strategy);
            }
        }
        return found;
    }

    /**
     * One strategy.
     *
     * @param given values of its parameters by name; the others have their defaults
     * @throws IllegalArgumentException when there is none of this name, or a parameter is unknown or out of range
     */
    static ConfiguredStrategy named(String name, Map<String, ?> given) {
        for (StrategyProvider provider : ServiceLoader.load(StrategyProvider.class)) {
            if (provider.name().equals(name)) {
                return ConfiguredStrategy.of(provider, given);
            }
        }
        throw new IllegalArgumentException("there is no strategy %s; there are: %s".formatted(name, names()));
    }

    /** Whether it grows solutions step by step, so that its unit of work is a step rather than a candidate. */
    static boolean bySteps(ConfiguredStrategy strategy) {
        return strategy.provider().needs(strategy.parameters()).contains(Capability.STEPS);
    }

    private static String names() {
        return ServiceLoader.load(StrategyProvider.class).stream()
                .map(provider -> provider.get().name())
                .collect(Collectors.joining(", "));
    }
}

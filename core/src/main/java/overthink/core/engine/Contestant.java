package overthink.core.engine;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.world.World;

/**
 * A strategy with its parameters, as it enters an experiment.
 *
 * @param provider makes the strategy
 * @param parameters every parameter's value
 * @param given the parameters that were stated rather than left at their default, for display
 */
public record Contestant(StrategyProvider provider, Parameters parameters, Map<String, Object> given) {

    /** Copies the map. */
    public Contestant {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /**
     * A strategy with some parameters given and the others at their defaults.
     *
     * @throws IllegalArgumentException when a parameter is unknown or out of range
     */
    public static Contestant of(StrategyProvider provider, Map<String, ?> given) {
        return new Contestant(provider, Parameters.of(provider.parameters(), given), Map.copyOf(given));
    }

    /** The strategy's name. */
    public String name() {
        return provider.name();
    }

    /** What this strategy needs and {@code world} lacks. */
    public Set<Capability> lacking(World world) {
        Set<Capability> lacking = EnumSet.noneOf(Capability.class);
        lacking.addAll(provider.needs(parameters));
        lacking.removeAll(world.capabilities());
        return lacking;
    }
}

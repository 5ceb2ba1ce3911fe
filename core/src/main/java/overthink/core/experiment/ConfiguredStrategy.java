package overthink.core.experiment;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.NamedPart;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.model.World;

/**
 * A strategy with its parameters, as it enters an experiment. What its provider says of it is asked once, here: later answers
 * cannot differ.
 *
 * @param provider makes the strategy
 * @param parameters every parameter's value
 * @param given the parameters that were stated rather than left at their default, for display
 * @param name the strategy's
 * @param anytime whether one pass serves every budget
 * @param needs what it needs of a world
 * @param names what its parameters name of a world
 * @param law that its provider claims for it
 */
public record ConfiguredStrategy(
        StrategyProvider provider,
        Parameters parameters,
        Map<String, Object> given,
        String name,
        boolean anytime,
        Set<Capability> needs,
        List<NamedPart> names,
        Optional<Law> law) {

    /** Copies the collections. */
    public ConfiguredStrategy {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        needs = Set.copyOf(needs);
        names = List.copyOf(names);
    }

    /** A strategy as its provider describes it. */
    public ConfiguredStrategy(StrategyProvider provider, Parameters parameters, Map<String, Object> given) {
        this(
                provider,
                parameters,
                given,
                provider.name(),
                provider.anytime(parameters),
                provider.needs(parameters),
                provider.names(parameters),
                provider.law(parameters));
    }

    /**
     * A strategy with some parameters given and the others at their defaults.
     *
     * @throws IllegalArgumentException when a parameter is unknown or out of range
     */
    public static ConfiguredStrategy of(StrategyProvider provider, Map<String, ?> given) {
        return new ConfiguredStrategy(provider, Parameters.of(provider.parameters(), given), Map.copyOf(given));
    }

    /** Why this strategy cannot be played in a world, which lacks something; empty when it can. */
    public Optional<String> refusal(World world) {
        Set<Capability> lacking = lacking(world);
        return lacking.isEmpty()
                ? unnamed(world)
                        .map(part -> "%s: %s".formatted(name, world.lack(part).orElse("")))
                : Optional.of("%s needs %s"
                        .formatted(
                                name,
                                lacking.stream()
                                        .map(one -> one.description() + ", " + world.lack(one))
                                        .collect(Collectors.joining(", and "))));
    }

    /** The first of what its parameters name that a world has not, or that cannot do what it is asked. */
    public Optional<NamedPart> unnamed(World world) {
        return names.stream().filter(part -> world.lack(part).isPresent()).findFirst();
    }

    /** What this strategy needs and {@code world} lacks. */
    public Set<Capability> lacking(World world) {
        Set<Capability> lacking = EnumSet.noneOf(Capability.class);
        lacking.addAll(needs);
        lacking.removeAll(world.capabilities());
        return lacking;
    }
}

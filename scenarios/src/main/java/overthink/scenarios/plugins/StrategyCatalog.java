package overthink.scenarios.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;

/** All strategies by name: the application's own and those of plugin jars, found alike with {@link ServiceLoader}. */
public final class StrategyCatalog {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Map<String, FoundProvider> found;

    private StrategyCatalog(Map<String, FoundProvider> found) {
        this.found = found;
    }

    /**
     * Loads the strategies of the application's class path and of every jar of some directories.
     *
     * @param pluginDirectories each holds jars, all of which see one another and the application
     * @throws InvalidPluginsException when a directory has no plugin, or a provider cannot be loaded, throws, or has
     *     a name that is not allowed or taken
     */
    public static StrategyCatalog load(List<Path> pluginDirectories) {
        ClassLoader application = StrategyCatalog.class.getClassLoader();
        List<String> problems = new ArrayList<>();
        List<FoundProvider> providers = new ArrayList<>(
                FoundProvider.in(ServiceLoader.load(StrategyProvider.class, application), "the application", problems));
        for (Path directory : pluginDirectories) {
            providers.addAll(PluginDirectory.providers(directory, application, problems));
        }
        return checked(providers, problems);
    }

    /**
     * A catalogue of these strategies alone.
     *
     * @throws InvalidPluginsException when a name is not allowed or taken
     */
    public static StrategyCatalog of(List<? extends StrategyProvider> providers) {
        return checked(
                providers.stream()
                        .map(provider -> new FoundProvider(provider, "the application"))
                        .toList(),
                new ArrayList<>());
    }

    private static StrategyCatalog checked(List<FoundProvider> providers, List<String> problems) {
        Map<String, FoundProvider> byName = new TreeMap<>();
        for (FoundProvider candidate : providers) {
            try {
                String name = checkedName(candidate.provider());
                FoundProvider holder = byName.putIfAbsent(name, candidate);
                if (holder != null) {
                    problems.add("%s: the strategy name '%s' is taken by %s. Rename one or remove its jar."
                            .formatted(candidate, name, holder));
                }
            } catch (Exception | LinkageError | AssertionError e) {
                problems.add("%s: %s".formatted(candidate, FoundProvider.describe(e)));
            }
        }
        if (!problems.isEmpty()) {
            problems.add("Strategies that can be used: "
                    + (byName.isEmpty() ? "none" : String.join(", ", byName.keySet())) + ".");
            throw new InvalidPluginsException(problems);
        }
        return new StrategyCatalog(byName);
    }

    /**
     * Asks a provider everything that is asked later, so that what throws, or is null against the contract, does so
     * here.
     */
    private static String checkedName(StrategyProvider provider) {
        String name = provider.name();
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the strategy name '%s' must be lower-case words joined by hyphens, such as best-of-n"
                            .formatted(name));
        }
        if (provider.summary() == null) {
            throw new IllegalArgumentException("strategy %s has no summary".formatted(name));
        }
        Set<String> names = new HashSet<>();
        for (ParameterSpec spec : provider.parameters()) {
            if (!names.add(spec.name())) {
                throw new IllegalArgumentException(
                        "strategy %s declares the parameter %s twice".formatted(name, spec.name()));
            }
            try {
                spec.check(spec.defaultValue());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "strategy %s: the default of a parameter breaks its own rule: %s"
                                .formatted(name, e.getMessage()),
                        e);
            }
        }
        Parameters defaults = Parameters.defaults(provider.parameters());
        boolean anytime = provider.anytime(defaults);
        if (provider.needs(defaults) == null) {
            throw new IllegalArgumentException(
                    "strategy %s (%s) does not say what it needs".formatted(name, anytime ? "anytime" : "not anytime"));
        }
        return name;
    }

    /** Every strategy, by name. */
    public List<StrategyProvider> all() {
        return found.values().stream().map(FoundProvider::provider).toList();
    }

    /** The names of all strategies, sorted. */
    public List<String> names() {
        return List.copyOf(found.keySet());
    }

    /** The strategy with this name. */
    public Optional<StrategyProvider> find(String name) {
        return Optional.ofNullable(found.get(name)).map(FoundProvider::provider);
    }

    /** Where the strategy with this name comes from: "the application", or the path of a jar. */
    public Optional<String> origin(String name) {
        return Optional.ofNullable(found.get(name)).map(FoundProvider::origin);
    }

    /** The page that a provider ships: the text of the resource {@code NAME.md} beside its class. */
    public Optional<String> page(StrategyProvider provider) {
        try (InputStream page = provider.getClass().getResourceAsStream(provider.name() + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the page of strategy %s cannot be read (%s)".formatted(provider.name(), e.getMessage()), e);
        }
    }
}

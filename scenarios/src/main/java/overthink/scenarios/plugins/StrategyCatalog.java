package overthink.scenarios.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Consumer;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.fault.Printable;
import overthink.core.fault.Thrown;
import overthink.core.run.ExperimentRun;

/** All strategies by name: the application's own and those of plugin jars, found alike with {@link ServiceLoader}. */
public final class StrategyCatalog {

    /** How there can be more strategies than a catalogue has. */
    public static final String MORE = "--plugins DIR loads others";

    private static final int LONGEST_PAGE = 200_000;

    private final Map<String, FoundProvider> found;
    private final Duration patience;

    private StrategyCatalog(Map<String, FoundProvider> found, Duration patience) {
        this.found = found;
        this.patience = patience;
    }

    /** {@link #load(List, Duration)} with the engine's own patience. */
    public static StrategyCatalog load(List<Path> pluginDirectories) {
        return load(pluginDirectories, ExperimentRun.PATIENCE);
    }

    /**
     * Loads the strategies of the application's class path and of every jar of some directories.
     *
     * @param pluginDirectories each holds jars, all of which see one another and core's API
     * @param patience how long a plugin's provider may take to be made and to introduce itself
     * @throws InvalidPluginsException when a directory has no plugin, or a provider cannot be loaded, throws, or has
     *     a name that is not allowed or taken
     */
    public static StrategyCatalog load(List<Path> pluginDirectories, Duration patience) {
        return load(pluginDirectories, patience, place -> {});
    }

    /**
     * {@link #load(List, Duration)}.
     *
     * @param met hears of each provider, by jar and class, before any of its code is run
     */
    static StrategyCatalog load(List<Path> places, Duration patience, Consumer<String> met) {
        ClassLoader application = StrategyCatalog.class.getClassLoader();
        List<String> problems = new ArrayList<>();
        List<FoundProvider> providers = new ArrayList<>(
                FoundProvider.ofApplication(ServiceLoader.load(StrategyProvider.class, application), problems));
        for (Path place : places) {
            providers.addAll(PluginDirectory.providers(place, application, patience, met, problems));
        }
        return checked(providers, patience, problems);
    }

    /**
     * The strategies of the application, and those of plugins that live in processes of their own.
     *
     * @throws InvalidPluginsException as {@link #load(List, Duration)} does
     */
    public static StrategyCatalog load(Isolation isolation) {
        List<String> problems = new ArrayList<>();
        List<FoundProvider> guests = isolation.providers(problems);
        if (!problems.isEmpty()) {
            throw new InvalidPluginsException(problems);
        }
        List<FoundProvider> providers = new ArrayList<>(FoundProvider.ofApplication(
                ServiceLoader.load(StrategyProvider.class, StrategyCatalog.class.getClassLoader()), problems));
        providers.addAll(guests);
        return checked(providers, isolation.patience(), problems);
    }

    /**
     * Loads the strategies of one jar, besides the application's.
     *
     * @throws InvalidPluginsException when the jar has no strategy, or for what {@link #load(List, Duration)} refuses
     */
    public static StrategyCatalog loadJar(Path jar, Duration patience) {
        return loadJar(jar, patience, place -> {});
    }

    /**
     * {@link #loadJar(Path, Duration)}.
     *
     * @param met hears of each provider, by jar and class, before any of its code is run
     */
    static StrategyCatalog loadJar(Path jar, Duration patience, Consumer<String> met) {
        ClassLoader application = StrategyCatalog.class.getClassLoader();
        List<String> problems = new ArrayList<>();
        List<FoundProvider> providers = new ArrayList<>(
                FoundProvider.ofApplication(ServiceLoader.load(StrategyProvider.class, application), problems));
        providers.addAll(PluginDirectory.providersOfJar(jar, application, patience, met, problems));
        return checked(providers, patience, problems);
    }

    /**
     * A catalogue of these strategies alone, which are trusted to come back.
     *
     * @throws InvalidPluginsException when a name is not allowed or taken
     */
    public static StrategyCatalog of(List<? extends StrategyProvider> providers) {
        List<String> problems = new ArrayList<>();
        List<FoundProvider> found = new ArrayList<>();
        for (StrategyProvider provider : providers) {
            try {
                found.add(FoundProvider.trusted(provider));
            } catch (PluginFailure e) {
                problems.add("%s: %s".formatted(provider.getClass().getName(), e.getMessage()));
            }
        }
        return checked(found, ExperimentRun.PATIENCE, problems);
    }

    private static StrategyCatalog checked(List<FoundProvider> providers, Duration patience, List<String> problems) {
        Map<String, FoundProvider> byName = new TreeMap<>();
        for (FoundProvider candidate : providers) {
            String name = candidate.provider().name();
            FoundProvider holder = byName.putIfAbsent(name, candidate);
            if (holder != null) {
                problems.add("%s: the strategy name '%s' is taken by %s. Rename one or remove its jar."
                        .formatted(candidate, name, holder));
            }
        }
        if (!problems.isEmpty()) {
            problems.add("Strategies that can be used: "
                    + (byName.isEmpty() ? "none" : String.join(", ", byName.keySet())) + ".");
            throw new InvalidPluginsException(problems);
        }
        return new StrategyCatalog(byName, patience);
    }

    /**
     * A strategy with its parameters, once a strategy could be made of them.
     *
     * @param given the parameters that were stated
     * @throws IllegalArgumentException when the provider refuses the parameters, with its reason
     * @throws PluginFailure when the provider answers in no other way that will do
     */
    public ConfiguredStrategy configured(StrategyProvider provider, Parameters parameters, Map<String, Object> given) {
        Interview.Question<Object> question = topics -> made(provider, parameters, given, topics);
        Object made;
        try {
            made = provider instanceof Introduced introduced
                    ? Interview.hold(
                            "%s: %s"
                                    .formatted(
                                            origin(provider.name()).orElse("a plugin"),
                                            introduced.provider().getClass().getName()),
                            patience,
                            question)
                    : Interview.holdHere(question);
        } catch (PluginFailure e) {
            FoundProvider culprit = found.get(provider.name());
            throw new PluginFailure(
                    (provider instanceof Introduced || provider instanceof IsolatedProvider) && culprit != null
                            ? "%s (%s)".formatted(e.getMessage(), culprit)
                            : String.valueOf(e.getMessage()));
        }
        if (made instanceof ConfiguredStrategy configured) {
            return configured;
        }
        throw new IllegalArgumentException(made.toString());
    }

    /**
     * Makes a plugin's strategy.
     *
     * @param into receives it at index 0
     * @return the reason why the provider refuses its parameters
     * @throws PluginFailure when it answers in no other way that will do
     */
    Optional<String> make(StrategyProvider provider, Parameters parameters, Strategy[] into) {
        Object made = Interview.hold(provider.name(), patience, topics -> {
            topics.next("create()");
            try {
                Strategy strategy = provider.create(parameters);
                if (strategy == null) {
                    throw new PluginFailure("create() returned null");
                }
                return strategy;
            } catch (IllegalArgumentException refused) {
                String reason = Thrown.message(refused);
                if (reason == null) {
                    throw refused;
                }
                return reason;
            }
        });
        if (made instanceof Strategy strategy) {
            into[0] = strategy;
            return Optional.empty();
        }
        return Optional.of(made.toString());
    }

    /** Every strategy, and where it was found. */
    Collection<FoundProvider> found() {
        return found.values();
    }

    /** A strategy, or the reason why the provider refuses its parameters. */
    private static Object made(
            StrategyProvider provider, Parameters parameters, Map<String, Object> given, Interview.Topics topics) {
        topics.next("create()");
        Strategy strategy;
        try {
            strategy = provider.create(parameters);
        } catch (IllegalArgumentException refused) {
            String reason = Thrown.message(refused);
            if (reason == null) {
                throw refused;
            }
            return reason;
        }
        if (strategy == null) {
            throw new PluginFailure("create() returned null");
        }
        topics.next("anytime(), needs() or law()");
        return new ConfiguredStrategy(provider, parameters, given);
    }

    /** Every strategy, by name. */
    public List<StrategyProvider> all() {
        return found.values().stream().map(FoundProvider::provider).toList();
    }

    /** The strategies of plugins, by name. */
    public List<StrategyProvider> plugins() {
        return found.values().stream()
                .filter(candidate -> !candidate.origin().equals(FoundProvider.APPLICATION))
                .map(FoundProvider::provider)
                .toList();
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
        if (provider instanceof IsolatedProvider isolated) {
            return Optional.of(isolated.page()).filter(page -> !page.isEmpty());
        }
        Class<?> type = provider instanceof Introduced introduced
                ? introduced.provider().getClass()
                : provider.getClass();
        try (InputStream page = type.getResourceAsStream(provider.name() + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(Printable.page(
                            new String(page.readNBytes(LONGEST_PAGE + 1), StandardCharsets.UTF_8), LONGEST_PAGE));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the page of strategy %s cannot be read (%s)".formatted(provider.name(), e.getMessage()), e);
        }
    }
}

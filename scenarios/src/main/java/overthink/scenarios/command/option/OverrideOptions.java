package overthink.scenarios.command.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.document.InvalidScenarioException;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.document.ShippedScenarios;
import overthink.scenarios.plugins.StrategyCatalog;
import overthink.scenarios.text.NearestName;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** With which keys of scenarios overridden, and with which strategies; which scenarios is for others to say. */
public abstract class OverrideOptions implements AutoCloseable {

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Override a key, such as seed=7 or 'budgets.values=[1, 8]'. Repeatable.")
    private List<String> overrides = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Override the seed.")
    private @Nullable Long seed;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "Override how numbers are found: auto, simulated, exact or aggregated.")
    private @Nullable String method;

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    private @Nullable StrategyCatalog catalog;

    /** The strategies that scenarios may name; loaded once. */
    public StrategyCatalog catalog() {
        StrategyCatalog loaded = catalog;
        if (loaded == null) {
            loaded = plugins.catalog();
            catalog = loaded;
        }
        return loaded;
    }

    /** How long a strategy is waited for. */
    public Duration patience() {
        return plugins.patience();
    }

    /** A fingerprint of the plugins' jars; empty without any. */
    public String pluginFingerprint() {
        return plugins.fingerprint();
    }

    /** The jars of each directory of plugins. */
    List<List<Path>> pluginJars() {
        return plugins.jars();
    }

    /** How much memory, in megabytes, the process of each plugin may use; empty when plugins have no processes of their own. */
    Optional<Integer> isolation() {
        return plugins.isolation();
    }

    /** Judges strategies, whose plugins' processes are then there before they play. */
    public <T> T judging(Supplier<T> judged) {
        return plugins.judging(judged);
    }

    /** Ends the processes of plugins. */
    @Override
    public void close() {
        plugins.close();
    }

    /** Reads one file in one way. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(ScenarioReader reader, Path file, List<String> overrides);
    }

    /** A file as it is, else the project's scenario of that name. */
    private static Path place(Path file) {
        return Files.exists(file)
                ? file
                : ShippedScenarios.find(file.toString()).orElse(file);
    }

    /** What is wrong with a name that is no file's and no scenario's. */
    private static Optional<String> unknown(Path file) {
        String name = file.toString();
        if (!name.matches("[A-Za-z0-9_-]*[A-Za-z0-9_][A-Za-z0-9_-]*")
                || Files.exists(file)
                || ShippedScenarios.find(name).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                "%s: there is no such file, and no scenario of the project has this name.%s overthink scenarios lists them"
                        .formatted(
                                name,
                                NearestName.to(name, known())
                                        .map(" Maybe: %s."::formatted)
                                        .orElse("")));
    }

    /** The names of the project's scenarios. */
    private static List<String> known() {
        List<String> names = new ArrayList<>(ShippedScenarios.names());
        ShippedScenarios.literature().map(ShippedScenarios::names).ifPresent(names::addAll);
        return names;
    }

    /** Which scenarios are meant. */
    protected abstract List<Path> files();

    /**
     * Reads the scenarios that are meant, as they are to be run.
     *
     * @throws InvalidInputException with the mistakes of all files
     */
    public List<Scenario> read() {
        return read(ScenarioReader::read);
    }

    /**
     * Reads every file.
     *
     * @throws InvalidInputException with the mistakes of all files
     */
    public final <T> List<T> read(Reading<T> reading) {
        List<String> all = new ArrayList<>(overrides);
        if (seed != null) {
            all.add("seed=" + seed);
        }
        if (method != null) {
            all.add("method=" + method);
        }
        ScenarioReader reader = new ScenarioReader(catalog());
        List<T> read = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files()) {
            if (file.toString().isEmpty()) {
                problems.add("FILE: a scenario file has a name, not an empty one");
                continue;
            }
            Optional<String> unknown = unknown(file);
            if (unknown.isPresent()) {
                problems.add(unknown.get());
                continue;
            }
            try {
                read.add(reading.read(reader, place(file), all));
            } catch (InvalidScenarioException e) {
                e.diagnostics().forEach(diagnostic -> problems.add(diagnostic.toString()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return read;
    }
}

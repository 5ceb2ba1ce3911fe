package overthink.scenarios.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.InvalidScenarioException;
import overthink.scenarios.document.ScenarioReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenarios, with which keys overridden and which strategies. */
final class ScenarioOptions implements AutoCloseable {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files.")
    private List<Path> files = new ArrayList<>();

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

    /** How long a strategy is waited for. */
    Duration patience() {
        return plugins.patience();
    }

    /** A fingerprint of the plugins' jars; empty without any. */
    String pluginFingerprint() {
        return plugins.fingerprint();
    }

    /** Ends the processes of plugins. */
    @Override
    public void close() {
        plugins.close();
    }

    /** Reads one file in one way. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ScenarioReader reader, Path file, List<String> overrides);
    }

    /**
     * Reads every file.
     *
     * @throws InvalidInputException with the mistakes of all files
     */
    <T> List<T> read(Reading<T> reading) {
        List<String> all = new ArrayList<>(overrides);
        if (seed != null) {
            all.add("seed=" + seed);
        }
        if (method != null) {
            all.add("method=" + method);
        }
        ScenarioReader reader = new ScenarioReader(plugins.catalog());
        List<T> read = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            if (file.toString().isEmpty()) {
                problems.add("FILE: a scenario file has a name, not an empty one");
                continue;
            }
            try {
                read.add(reading.read(reader, file, all));
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

package overthink.scenarios.command.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.results.Manifest;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Makes the manifests of what commands do with scenarios. */
public final class Manifests {

    private Manifests() {}

    /**
     * The manifest of a scenario run by this process.
     *
     * @param spec of the command, whose arguments are told; null when it was not called from a command line
     */
    public static Manifest of(
            Scenario scenario, int threads, Instant start, double seconds, @Nullable CommandSpec spec) {
        return new Manifest(
                scenario.name(),
                scenario.digest(),
                scenario.seed(),
                ProgramVersion.version(),
                System.getProperty("java.version", "unknown"),
                threads,
                seconds,
                new Manifest.Occasion(
                        start.truncatedTo(ChronoUnit.SECONDS).toString(),
                        spec == null ? "" : command(spec.commandLine()),
                        ProgramVersion.commit(),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors()));
    }

    /** The command as it was given, in words that a shell understands. */
    private static String command(CommandLine line) {
        CommandLine.ParseResult parsed = line.getParseResult();
        return parsed == null
                ? ""
                : Stream.concat(Stream.of("overthink"), parsed.originalArgs().stream())
                        .map(word ->
                                word.matches("[A-Za-z0-9_./=:,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
    }
}

package overthink.scenarios.command.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import overthink.core.run.ExperimentRun;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.files.Digests;
import overthink.scenarios.plugins.Isolation;
import overthink.scenarios.plugins.StrategyCatalog;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where strategies beyond the application's own are, and how long they are waited for. */
public final class PluginOptions implements AutoCloseable {

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Also load the strategies of every jar in this directory. Repeatable.")
    private List<Path> directories = new ArrayList<>();

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            converter = Patience.class,
            description = "How long a strategy may neither come back nor call its session before it is stopped,"
                    + " and a plugin take to load, such as 90s or 10m (default: 30s).")
    private Duration patience = ExperimentRun.PATIENCE;

    @Option(
            names = "--isolate",
            description =
                    "Run each plugin in processes of its own, which hold no truth and cost the others nothing when they"
                            + " end. A call of the session then takes some ten microseconds.")
    private boolean isolate;

    @Option(
            names = "--max-memory",
            paramLabel = "SIZE",
            converter = Megabytes.class,
            description =
                    "With --isolate, how much memory the process of a plugin may use, such as 256m or 2g (default:"
                            + " 1g). One that wants more is stopped; the others go on.")
    private @Nullable Integer mostMegabytes;

    private @Nullable Isolation isolation;

    /** All strategies. */
    public StrategyCatalog catalog() {
        if (mostMegabytes != null && !isolate) {
            throw new InvalidInputException(List.of(
                    "--max-memory needs --isolate: within one process nobody can tell whose memory it is. The whole process may"
                            + " use what JAVA_TOOL_OPTIONS=-Xmx says"));
        }
        StrategyCatalog catalog;
        if (isolate && !directories.isEmpty()) {
            isolation =
                    new Isolation(directories, patience, mostMegabytes == null ? Isolation.MEGABYTES : mostMegabytes);
            catalog = StrategyCatalog.load(isolation);
        } else {
            catalog = StrategyCatalog.load(directories, patience);
        }
        Locale.setDefault(Locale.ROOT); // a plugin may have set another, and numbers look the same everywhere
        return catalog;
    }

    /** A fingerprint of the plugins' jars; empty without any. */
    String fingerprint() {
        if (directories.isEmpty()) {
            return "";
        }
        MessageDigest digest = Digests.sha256();
        try {
            for (List<Path> jars : jars()) {
                for (Path jar : jars) {
                    digest.update(Files.readAllBytes(jar));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Digests.first16(digest.digest());
    }

    /** The jars of each directory, by their names. */
    List<List<Path>> jars() {
        List<List<Path>> all = new ArrayList<>();
        for (Path directory : directories) {
            try (Stream<Path> jars = Files.list(directory)) {
                all.add(jars.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
                        .sorted()
                        .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** How much memory, in megabytes, the process of each plugin may use; empty when plugins have no processes of their own. */
    Optional<Integer> isolation() {
        if (!isolate) {
            return Optional.empty();
        }
        return Optional.of(mostMegabytes == null ? Isolation.MEGABYTES : mostMegabytes);
    }

    /** Judges strategies, whose plugins' processes are then there before they play. */
    <T> T judging(Supplier<T> judged) {
        return isolation == null ? judged.get() : isolation.sharing(judged);
    }

    /** Ends the processes of plugins. */
    @Override
    public void close() {
        if (isolation != null) {
            isolation.close();
        }
    }

    /** How long a strategy is waited for. */
    Duration patience() {
        return patience;
    }

    /** Reads an amount of memory as it is spelled. */
    static final class Megabytes implements ITypeConverter<Integer> {

        private static final Pattern SIZE = Pattern.compile("([0-9]{1,6})([mg])");
        private static final int LEAST = 16;
        private static final int MOST = 1 << 20;

        @Override
        public Integer convert(String text) {
            Matcher size = SIZE.matcher(text);
            if (size.matches()) {
                long megabytes = Long.parseLong(size.group(1)) * (size.group(2).equals("g") ? 1024 : 1);
                if (megabytes >= LEAST && megabytes <= MOST) {
                    return (int) megabytes;
                }
            }
            throw new TypeConversionException(
                    "must be an amount of memory of 16m to 1024g, such as 256m or 2g, not '%s'".formatted(text));
        }
    }

    /** Reads a time as it is spelled. */
    public static final class Patience implements ITypeConverter<Duration> {

        private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
        private static final Duration LEAST = Duration.ofMillis(100);
        private static final Duration MOST = Duration.ofDays(30);

        @Override
        public Duration convert(String text) {
            Matcher time = TIME.matcher(text);
            if (time.matches()) {
                long count = Long.parseLong(time.group(1));
                Duration read = switch (time.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    default -> Duration.ofHours(count);
                };
                if (read.compareTo(LEAST) >= 0 && read.compareTo(MOST) <= 0) {
                    return read;
                }
            }
            throw new TypeConversionException(
                    "must be a time of 100ms to 720h, such as 500ms, 90s, 10m or 2h, not '%s'".formatted(text));
        }
    }
}

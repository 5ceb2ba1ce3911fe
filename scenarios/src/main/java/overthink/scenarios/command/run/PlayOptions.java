package overthink.scenarios.command.run;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Oversight;
import overthink.scenarios.cluster.ClusterRun;
import overthink.scenarios.command.option.ClusterOptions;
import overthink.scenarios.command.option.OverrideOptions;
import overthink.scenarios.command.option.PluginOptions;
import overthink.scenarios.command.option.ThreadOption;
import overthink.scenarios.command.process.ProgressLine;
import overthink.scenarios.document.Scenario;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where and how trials are played, how strategies are watched, and what is said meanwhile. */
final class PlayOptions implements AutoCloseable {

    @Option(
            names = "--progress",
            paramLabel = "HOW",
            converter = ProgressLine.Mode.Reader.class,
            description =
                    "How standard error says how far it is: auto (a line that is rewritten on a terminal, lines from time to"
                            + " time elsewhere when it takes long), plain (a line every few seconds) or none (default:"
                            + " ${DEFAULT-VALUE}).")
    private ProgressLine.Mode mode = ProgressLine.Mode.AUTO;

    @Option(names = "--quiet", description = "Say neither progress nor notes; only what went wrong.")
    private boolean quiet;

    @Option(
            names = "--check",
            description =
                    "Trust no strategy: play every eighth shard again with a fresh instance, count what is delivered beside the"
                            + " ledger, exchange right and wrong answers and compare calls. One that keeps something from trial to"
                            + " trial, or looks at a clock or at other randomness, is called not reproducible.")
    private boolean check;

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            converter = PluginOptions.Patience.class,
            description =
                    "How long a strategy may play, all threads together, such as 90s or 10m, before it is stopped; the"
                            + " others go on (default: as long as it likes).")
    private @Nullable Duration mostTime;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private ThreadOption threads = new ThreadOption();

    /** How many threads play. */
    ThreadOption threads() {
        return threads;
    }

    /** Whether neither progress nor notes are said. */
    boolean quiet() {
        return quiet;
    }

    /** How progress is said. */
    ProgressLine.Mode mode() {
        return quiet ? ProgressLine.Mode.NONE : mode;
    }

    /** Whether no strategy is trusted. */
    boolean check() {
        return check;
    }

    /** How strategies are watched. */
    Oversight oversight() {
        return new Oversight(check, Optional.ofNullable(mostTime));
    }

    /** Connects with a cluster, if one is named. */
    void connect() {
        cluster.connect();
    }

    /** A scenario that a cluster plays; empty when none is named. */
    Optional<ClusterRun> elsewhere(Scenario scenario, OverrideOptions options) {
        return cluster.open(scenario, options, oversight());
    }

    /** Leaves the cluster. */
    @Override
    public void close() {
        cluster.close();
    }
}

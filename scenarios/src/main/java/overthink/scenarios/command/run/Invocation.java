package overthink.scenarios.command.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.command.process.Explanation;
import overthink.scenarios.command.process.Manifests;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.results.Manifest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * How a command was called.
 *
 * @param threads that it may use
 * @param spec what it was called with; null when it was not called from a command line
 */
record Invocation(int threads, @Nullable CommandSpec spec) {

    /** The manifest of a scenario that it runs. */
    Manifest manifest(Scenario scenario, Instant start, double seconds) {
        return Manifests.of(scenario, threads, start, seconds, spec);
    }

    /** Whether it is to be shown where an internal error happened. */
    boolean trace() {
        OptionSpec option = spec == null ? null : spec.root().findOption(Explanation.TRACE);
        return option != null && Boolean.TRUE.equals(option.getValue());
    }
}

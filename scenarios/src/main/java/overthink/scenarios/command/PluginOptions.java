package overthink.scenarios.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import overthink.scenarios.plugins.StrategyCatalog;
import picocli.CommandLine.Option;

/** Where strategies beyond the application's own are. */
final class PluginOptions {

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Also load the strategies of every jar in this directory. Repeatable.")
    private List<Path> directories = new ArrayList<>();

    /** All strategies. */
    StrategyCatalog catalog() {
        return StrategyCatalog.load(directories);
    }
}

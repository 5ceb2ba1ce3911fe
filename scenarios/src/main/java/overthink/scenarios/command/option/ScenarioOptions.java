package overthink.scenarios.command.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Which scenarios, with which keys overridden and which strategies. */
public final class ScenarioOptions extends OverrideOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Scenario files, names of the project's scenarios (as quickstart), or - for standard input.")
    private List<Path> files = new ArrayList<>();

    @Override
    protected List<Path> files() {
        return files;
    }
}

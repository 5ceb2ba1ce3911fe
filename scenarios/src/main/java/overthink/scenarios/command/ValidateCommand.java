package overthink.scenarios.command;

import java.util.List;
import java.util.concurrent.Callable;
import overthink.scenarios.format.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code validate}: says what is wrong with scenarios without running them. */
@Command(
        name = "validate",
        description = "Check scenarios without running them; every mistake is reported at once.",
        footer = {
            "  ./overthink validate scenarios/quickstart.yaml",
            "  ./overthink validate --explain scenarios/quickstart.yaml",
            "  ./overthink validate --set 'trials={count: 50}' scenarios/quickstart.yaml"
        })
final class ValidateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ScenarioOptions scenarios = new ScenarioOptions();

    @Option(names = "--explain", description = "Print the scenario with every default filled in.")
    private boolean explain;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (explain) {
            List<String> explained = scenarios.read(ScenarioReader::explain);
            terminal.out()
                    .println(String.join(
                            "\n---\n", explained.stream().map(String::strip).toList()));
        } else {
            scenarios
                    .read((reader, file, overrides) -> "%s: valid (%s)"
                            .formatted(file, reader.read(file, overrides).name()))
                    .forEach(terminal.out()::println);
        }
        return ExitCode.DONE;
    }
}

package overthink.scenarios.command.run;

import java.util.List;
import java.util.stream.Stream;
import overthink.scenarios.command.option.PluginCommand;
import overthink.scenarios.command.option.ScenarioOptions;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.document.remark.BudgetRemarks;
import overthink.scenarios.document.remark.MeasuredRemarks;
import overthink.scenarios.document.remark.RealismRemarks;
import overthink.scenarios.document.remark.VerifierRemarks;
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
final class ValidateCommand implements PluginCommand {

    private final Terminal terminal;

    @Mixin
    private ScenarioOptions scenarios = new ScenarioOptions();

    @Option(names = "--explain", description = "Print the scenario with every default filled in.")
    private boolean explain;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void close() {
        scenarios.close();
    }

    @Override
    public Integer call() {
        if (explain) {
            List<String> explained = scenarios.read(ScenarioReader::explain);
            terminal.out()
                    .println(String.join(
                            "\n---\n", explained.stream().map(String::strip).toList()));
        } else {
            scenarios.read().forEach(scenario -> {
                terminal.out().println("%s: valid (%s)".formatted(scenario.file(), scenario.name()));
                notes(scenario).forEach(terminal.err()::println);
                new RealismRemarks(scenario.experiment().world())
                        .cautions()
                        .forEach(caution -> terminal.err().println("%s: note: %s".formatted(scenario.file(), caution)));
            });
        }
        return ExitCode.DONE;
    }

    /** What follows of a scenario's verifiers. */
    static VerifierRemarks remarks(Scenario scenario) {
        return new VerifierRemarks(scenario.experiment().world());
    }

    /** What to beware of in a scenario, as it is printed. */
    static List<String> notes(Scenario scenario) {
        return Stream.of(
                        remarks(scenario).cautions(),
                        new BudgetRemarks(scenario.experiment()).cautions(),
                        new MeasuredRemarks(scenario.experiment()).cautions())
                .flatMap(List::stream)
                .map(caution -> "%s: note: %s".formatted(scenario.file(), caution))
                .toList();
    }
}

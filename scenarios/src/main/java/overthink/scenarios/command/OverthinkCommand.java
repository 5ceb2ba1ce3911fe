package overthink.scenarios.command;

import org.jspecify.annotations.Nullable;
import overthink.scenarios.command.process.ProgramVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What is above all commands: help, version, and the option that shows where an internal error happened. */
@Command(
        name = "overthink",
        description = "Simulates inference-time scaling: accuracy against cost for strategies under budgets.",
        mixinStandardHelpOptions = true,
        versionProvider = OverthinkCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT,
        usageHelpAutoWidth = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed while running, a strategy was stopped, or a plugin ended the process",
            "2:wrong usage or invalid input; nothing was run or written",
            "3:an expectation of a scenario was not met, or compare --fail-on-change found a change",
            "4:nothing is as it was asked for: no value solves it, no plan meets its caps",
            "130, 143:interrupted by Ctrl-C or SIGTERM; the results are partial"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./overthink run scenarios/quickstart.yaml", "  ./overthink strategies", "  ./overthink run --help"
        })
final class OverthinkCommand implements Runnable {

    @Option(names = "--trace", scope = ScopeType.INHERIT, description = "Show the stack trace of an internal error.")
    @SuppressWarnings("UnusedVariable") // read from the arguments before they are parsed
    private boolean trace;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a command is missing; there are: "
                            + String.join(", ", spec.subcommands().keySet()));
        }
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "overthink " + ProgramVersion.version(),
                "Java %s (%s)".formatted(System.getProperty("java.version"), System.getProperty("java.vm.name"))
            };
        }
    }
}

package overthink.scenarios.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: what makes Bash and Zsh complete commands and options. */
@Command(
        name = "completion",
        description = {
            "Print a script that makes Bash and Zsh complete commands and options:",
            "source <(./overthink completion)"
        },
        footer = "  ./overthink completion > overthink.bash")
final class CompletionCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            terminal.out().print(AutoComplete.bash("overthink", spec.root().commandLine()));
        }
        return ExitCode.DONE;
    }
}

package overthink.scenarios.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.ProgramVersion;
import overthink.scenarios.command.process.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code man}: the manual page, made of the help of all commands. */
@Command(
        name = "man",
        description = "Print the manual page, for man -l.",
        footer = {"  ./overthink man > overthink.1"})
final class ManCommand implements Callable<Integer> {

    private static final int WIDTH = 78;

    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    ManCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            return ExitCode.FAILED;
        }
        CommandLine root = spec.root().commandLine();
        StringBuilder page =
                new StringBuilder(".TH OVERTHINK 1 \"\" \"overthink %s\"\n".formatted(ProgramVersion.version()));
        page.append(".SH NAME\noverthink \\- ")
                .append(escaped(
                        String.join(" ", root.getCommandSpec().usageMessage().description())))
                .append("\n.SH DESCRIPTION\n");
        verbatim(root, page);
        commands(root, "overthink", page);
        terminal.out().print(page);
        return ExitCode.DONE;
    }

    private static void commands(CommandLine above, String path, StringBuilder page) {
        for (Map.Entry<String, CommandLine> each : above.getSubcommands().entrySet()) {
            String name = path + " " + each.getKey();
            page.append(".SH ")
                    .append(escaped(name.toUpperCase(java.util.Locale.ROOT)))
                    .append('\n');
            verbatim(each.getValue(), page);
            commands(each.getValue(), name, page);
        }
    }

    /** The help as it stands: its lines are broken already. */
    private static void verbatim(CommandLine command, StringBuilder page) {
        int before = command.getUsageHelpWidth();
        command.setUsageHelpWidth(WIDTH + 2);
        page.append(".nf\n")
                .append(escaped(command.getUsageMessage(Ansi.OFF).stripTrailing()))
                .append("\n.fi\n");
        command.setUsageHelpWidth(before);
    }

    /** A text of which nothing is a request or an escape. */
    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^(['.])", "\\\\&$1");
    }
}

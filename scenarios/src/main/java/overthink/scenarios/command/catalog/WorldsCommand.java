package overthink.scenarios.command.catalog;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.named.NamedWorlds;
import overthink.scenarios.results.table.Paragraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code worlds}: the worlds that scenarios may call by name. */
@Command(
        name = "worlds",
        description = {
            "List the worlds fitted to recordings of real models that a scenario may call by name, as world: {like: NAME}.",
            "Keys beside like take the place of the named world's."
        },
        footer = {"  ./overthink worlds", "  ./overthink worlds llama-8b-math500"})
final class WorldsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Print this one in full: its laws with their errors, and what they may be used for.")
    private @Nullable String name;

    WorldsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String one = name;
        if (one != null) {
            if (!NamedWorlds.NAMES.contains(one)) {
                throw new InvalidInputException(List.of("there is no world named '%s'; there are %s"
                        .formatted(one, String.join(", ", NamedWorlds.NAMES))));
            }
            terminal.out().print(NamedWorlds.text(one));
            return ExitCode.DONE;
        }
        for (String each : NamedWorlds.NAMES) {
            terminal.out().println(each);
            for (String line : NamedWorlds.about(each)) {
                if (line.startsWith("Source:") || line.startsWith("Verdict:")) {
                    terminal.out().print(Paragraph.of("  ", line, 4, terminal.width()));
                }
            }
        }
        return ExitCode.DONE;
    }
}

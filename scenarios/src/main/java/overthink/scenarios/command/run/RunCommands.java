package overthink.scenarios.command.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.Terminal;

/** The commands that run scenarios and look at runs. */
public final class RunCommands {

    private RunCommands() {}

    /** The commands by name, each made when it is needed. */
    public static Map<String, Supplier<Object>> of(Terminal terminal, Interruption interruption) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("run", () -> new RunCommand(terminal, interruption));
        commands.put("sweep", () -> new SweepCommand(terminal, interruption));
        commands.put("validate", () -> new ValidateCommand(terminal));
        commands.put("claims", () -> new ClaimsCommand(terminal, interruption));
        commands.put("runs", () -> new RunsCommand(terminal));
        commands.put("compare", () -> new CompareCommand(terminal));
        return commands;
    }
}

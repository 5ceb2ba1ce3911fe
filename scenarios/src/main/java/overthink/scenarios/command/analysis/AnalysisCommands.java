package overthink.scenarios.command.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.Terminal;

/** The commands that ask something of a scenario beside its rows. */
public final class AnalysisCommands {

    private AnalysisCommands() {}

    /** The commands by name, each made when it is needed. */
    public static Map<String, Supplier<Object>> of(Terminal terminal, Interruption interruption) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("solve", () -> new SolveCommand(terminal));
        commands.put("plan", () -> new PlanCommand(terminal));
        commands.put("power", () -> new PowerCommand(terminal, interruption));
        return commands;
    }
}

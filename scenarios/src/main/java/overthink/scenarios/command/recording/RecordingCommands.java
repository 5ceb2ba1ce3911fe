package overthink.scenarios.command.recording;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import overthink.scenarios.command.process.Terminal;

/** The commands that read recordings. */
public final class RecordingCommands {

    private RecordingCommands() {}

    /** The commands by name, each made when it is needed. */
    public static Map<String, Supplier<Object>> of(Terminal terminal) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("inspect", () -> new InspectCommand(terminal));
        commands.put("fit", () -> new FitCommand(terminal));
        commands.put("forecast", () -> new ForecastCommand(terminal));
        return commands;
    }
}

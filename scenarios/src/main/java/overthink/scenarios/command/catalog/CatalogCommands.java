package overthink.scenarios.command.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import overthink.scenarios.command.process.Terminal;
import picocli.CommandLine;

/** The commands that show what there is. */
public final class CatalogCommands {

    private CatalogCommands() {}

    /** The commands by name, each made when it is needed. */
    public static Map<String, Supplier<Object>> of(Terminal terminal) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put(
                "strategies",
                () -> new CommandLine(new StrategiesCommand(terminal))
                        .addSubcommand(new CheckCommand(terminal))
                        .addSubcommand(new ClassPathCommand(terminal)));
        commands.put("scenarios", () -> new ScenariosCommand(terminal));
        commands.put("worlds", () -> new WorldsCommand(terminal));
        commands.put("schema", () -> new SchemaCommand(terminal));
        return commands;
    }
}

package overthink.scenarios.command.catalog;

import overthink.scenarios.command.option.PluginCommand;
import overthink.scenarios.command.option.PluginOptions;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schema}: prints the JSON Schema of scenario files. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of scenario files, for editors and other tools.",
        footer = {"  ./overthink schema", "  ./overthink schema > scenario.schema.json"})
final class SchemaCommand implements PluginCommand {

    private final Terminal terminal;

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void close() {
        plugins.close();
    }

    @Override
    public Integer call() {
        terminal.out().println(ScenarioReader.schema(plugins.catalog()).stripTrailing());
        return ExitCode.DONE;
    }
}

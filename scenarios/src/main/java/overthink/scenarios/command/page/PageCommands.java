package overthink.scenarios.command.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.Terminal;

/** The commands that make pages and pictures. */
public final class PageCommands {

    private PageCommands() {}

    /** The commands by name, each made when it is needed. */
    public static Map<String, Supplier<Object>> of(Terminal terminal, Interruption interruption, Runner runner) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("report", () -> new ReportCommand(terminal));
        commands.put("plot", () -> new PlotCommand(terminal));
        commands.put("gallery", () -> new GalleryCommand(terminal, runner));
        commands.put("explore", () -> new ExploreCommand(terminal, interruption));
        return commands;
    }
}

package overthink.scenarios.command.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import overthink.scenarios.command.option.PluginCommand;
import overthink.scenarios.command.option.RightOrWrong;
import overthink.scenarios.command.option.ScenarioOptions;
import overthink.scenarios.command.option.ThreadOption;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.explore.ExploreServer;
import overthink.scenarios.explore.ExploreSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explore}: serves a page on which one moves a world. */
@Command(
        name = "explore",
        description = {
            "Serve a page on this machine alone, on which the numbers of a scenario are sliders and its curves follow. Ctrl-C"
                    + " ends it.",
            "Whoever has its address, token included, can ask for runs; it answers no other page and no other machine."
        },
        footer = "  ./overthink explore scenarios/quickstart.yaml")
final class ExploreCommand implements PluginCommand {

    private final Terminal terminal;
    private final Interruption interruption;

    @Mixin
    private ScenarioOptions scenarios = new ScenarioOptions();

    @Mixin
    private ThreadOption threads = new ThreadOption();

    @Option(names = "--seconds", hidden = true, description = "End after so many seconds.")
    private long seconds = Long.MAX_VALUE / 1000;

    ExploreCommand(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public void close() {
        scenarios.close();
    }

    @Override
    public Integer call() throws IOException {
        threads.check();
        List<Scenario> read = scenarios.read(ScenarioReader::read);
        if (read.size() != 1) {
            throw new InvalidInputException(List.of("explore takes one scenario, not %d".formatted(read.size())));
        }
        RightOrWrong.need(read.get(0), "the page to explore");
        Path folder = Files.createTempDirectory("overthink-explore");
        interruption.promise();
        ExploreSession session = new ExploreSession(text(read.get(0)), scenarios.catalog(), folder, threads.count());
        try (ExploreServer server = ExploreServer.start(session)) {
            terminal.out().println(server.address());
            terminal.out().flush();
            terminal.err().println("The page is there until Ctrl-C.");
            Thread warming = new Thread(session::warm, "overthink-warming");
            warming.setDaemon(true);
            warming.start();
            long end = System.nanoTime() / 1_000_000_000 + seconds;
            while (!interruption.getAsBoolean() && System.nanoTime() / 1_000_000_000 < end) {
                Thread.sleep(100);
            }
            return ExitCode.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.DONE;
        } finally {
            remove(folder);
        }
    }

    /** The text of a file as it is written; with every default where it names others, which then are named by full paths. */
    private static String text(Scenario scenario) throws IOException {
        boolean files = scenario.text().contains("file:");
        boolean input = scenario.file().toString().equals("-");
        return files || input ? scenario.text() : Files.readString(scenario.file());
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (var files = Files.list(folder)) {
            files.forEach(all::add);
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}

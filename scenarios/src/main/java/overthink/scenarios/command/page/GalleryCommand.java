package overthink.scenarios.command.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.OutputFile;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.ShippedScenarios;
import overthink.scenarios.report.GalleryPage;
import overthink.scenarios.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gallery}: runs scenarios and makes a page of each. */
@Command(
        name = "gallery",
        description = {
            "Run scenarios, those of the project unless others are named, and put a page of each and an index of them into a"
                    + " directory. What is there already and of the same run is made anew."
        },
        footer = {"  ./overthink gallery -o gallery scenarios/single.yaml scenarios/best-of-n.yaml"})
final class GalleryCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Runner runner;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Scenario files, or names of the project's.")
    private List<String> files = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Where the pages go; it is made when it is not there.")
    private Path directory = Path.of("");

    GalleryCommand(Terminal terminal, Runner runner) {
        this.terminal = terminal;
        this.runner = runner;
    }

    @Override
    public Integer call() throws IOException {
        List<String> scenarios = files.isEmpty() ? ShippedScenarios.names() : files;
        if (scenarios.isEmpty()) {
            throw new InvalidInputException(List.of("FILE: the scenarios of the project are not here; name some"));
        }
        Files.createDirectories(directory);
        Path runs = Files.createTempDirectory(directory, ".runs");
        List<GalleryPage.Entry> entries = new ArrayList<>();
        int code = ExitCode.DONE;
        try {
            for (String scenario : scenarios) {
                Path own = Files.createTempDirectory(runs, "run");
                ByteArrayOutputStream table = new ByteArrayOutputStream();
                PrintStream said = new PrintStream(table, false, StandardCharsets.UTF_8);
                int ran = runner.run(said, terminal.err(), "run", scenario, "--quiet", "--out", own.toString());
                said.flush();
                code = Math.max(code, ran);
                try (Stream<Path> folders = Files.list(own)) {
                    for (Path run : folders.toList()) {
                        entries.add(page(run, table.toString(StandardCharsets.UTF_8)));
                    }
                }
            }
            String index = GalleryPage.of(entries);
            OutputFile.write(directory.resolve("index.html"), out -> out.write(index.getBytes(StandardCharsets.UTF_8)));
        } finally {
            remove(runs);
        }
        terminal.err().println("%s: %d pages".formatted(directory.resolve("index.html"), entries.size()));
        return code;
    }

    /** A page of a run; of one whose candidates are neither right nor wrong it has the table that was printed. */
    private GalleryPage.Entry page(Path run, String table) throws IOException {
        boolean drawn = Reports.drawn(run);
        GalleryPage.Entry entry = drawn ? GalleryPage.entry(run) : GalleryPage.undrawn(run);
        String page = drawn ? Reports.page(List.of(run), Map.of()) : GalleryPage.table(run, table);
        OutputFile.write(directory.resolve(entry.file()), out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        terminal.err().println(entry.name());
        return entry;
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}

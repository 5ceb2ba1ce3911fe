package overthink.scenarios.command.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.ScenarioSummary;
import overthink.scenarios.document.ShippedScenarios;
import overthink.scenarios.results.table.Paragraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scenarios}: lists the scenario files of a directory, with what their comments say. */
@Command(
        name = "scenarios",
        description = "List scenario files: what each is about, and with --index what to look for and the paper.",
        footer = {"  ./overthink scenarios", "  ./overthink scenarios --index > index.md"})
final class ScenariosCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description =
                    "The directory of the files (default: scenarios, else the project's, which run by their names).")
    private @Nullable Path directory;

    @Option(
            names = "--index",
            description = {
                "Print a Markdown page of all that the comments at the top of the files say: the first sentence, the one "
                        + "that starts with \"Look\", and the paragraph that starts with \"Paper:\"."
            })
    private boolean index;

    ScenariosCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path usual = Path.of("scenarios");
        Path place = directory != null
                ? directory
                : Files.isDirectory(usual) ? usual : ShippedScenarios.folder().orElse(usual);
        return list(place);
    }

    private Integer list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw refused("there is no directory " + directory);
        }
        List<ScenarioSummary> summaries = ScenarioSummary.all(directory);
        if (summaries.isEmpty()) {
            throw refused("there is no scenario file (*.yaml) in '%s'".formatted(directory));
        }
        if (index) {
            page(summaries, Files.isDirectory(directory.resolve("literature")));
        } else {
            print(summaries);
        }
        return ExitCode.DONE;
    }

    private static InvalidInputException refused(String reason) {
        return new InvalidInputException(
                List.of("DIR: %s. Maybe ./overthink scenarios PATH/TO/scenarios".formatted(reason)));
    }

    private void print(List<ScenarioSummary> summaries) {
        int column = summaries.stream()
                        .mapToInt(summary -> summary.file().length())
                        .max()
                        .orElse(0)
                + 2;
        for (ScenarioSummary summary : summaries) {
            String label = summary.file() + " ".repeat(column - summary.file().length());
            terminal.out().print(Paragraph.of(label, summary.question(), column, terminal.width()));
        }
    }

    private void page(List<ScenarioSummary> summaries, boolean literature) {
        terminal.out().print("""
                        # Scenarios

                        Each file is a question, answered by `./overthink run scenarios/FILE`. This page is made of the comments at
                        the top of the files: `./overthink scenarios --index > scenarios/README.md`.

                        """);
        if (literature) {
            terminal.out().print("""
                            What systems of the literature claim is looked at by the files of [literature](literature/README.md), which
                            `./overthink claims` runs.

                            """);
        }
        terminal.out().print("""
                        | file | question | what to look for | paper |
                        |---|---|---|---|
                        """);
        for (ScenarioSummary summary : summaries) {
            terminal.out()
                    .print("| [%s](%s) | %s | %s | %s |\n"
                            .formatted(
                                    summary.file().replaceFirst("\\.yaml$", ""),
                                    summary.file(),
                                    cell(summary.question()),
                                    cell(summary.look()),
                                    cell(summary.paper())));
        }
    }

    /** A text in a cell of a table. */
    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}

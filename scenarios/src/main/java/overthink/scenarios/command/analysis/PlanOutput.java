package overthink.scenarios.command.analysis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.analysis.plan.PlanScenario;
import overthink.scenarios.command.process.AbstractWordReader;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.OutputFile;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.results.plan.PlanDocument;
import overthink.scenarios.results.plan.PlanJson;
import overthink.scenarios.results.plan.PlanTable;
import overthink.scenarios.results.table.AsciiText;
import picocli.CommandLine.Option;

/** Where a plan goes: to standard output in some format, and its choice to a file. */
final class PlanOutput {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the scenario of the choice there; running it gives the row that the plan has.")
    private @Nullable Path output;

    @Option(names = "--force", description = "Let --output replace a file.")
    private boolean force;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Reader.class,
            description = "What standard output gets: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    /** What standard output gets. */
    enum Format {
        TABLE,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads a format as it is spelled. */
        static final class Reader extends AbstractWordReader<Format> {

            Reader() {
                super(Format.class);
            }
        }
    }

    /**
     * Refuses a file that cannot be written, or must not be.
     *
     * @throws InvalidInputException when it is one
     */
    void check(Scenario scenario) {
        if (output == null) {
            return;
        }
        Path place = output.toAbsolutePath();
        Path folder = place.getParent();
        if (Files.isDirectory(place) || folder == null || !Files.isDirectory(folder)) {
            throw new InvalidInputException(
                    List.of("--output: '%s' is not a file in a directory that is there".formatted(output)));
        }
        if (Files.exists(place)
                && place.normalize().equals(scenario.file().toAbsolutePath().normalize())) {
            throw new InvalidInputException(List.of("--output: %s is the scenario itself".formatted(output)));
        }
        if (Files.exists(place) && !force) {
            throw new InvalidInputException(
                    List.of("--output: %s is there already. Give another name, or --force.".formatted(output)));
        }
    }

    /** Prints a plan. */
    void print(PlanDocument document, Terminal terminal) throws IOException {
        if (format == Format.JSON) {
            PlanJson.write(terminal.out(), document);
        } else {
            String text = new PlanTable(document, terminal.width()).text();
            terminal.out().print(terminal.ascii() ? AsciiText.of(text) : text);
        }
        terminal.out().flush();
    }

    /** Writes the scenario of the choice, if a file is named. */
    void write(Scenario scenario, PlanDocument document, Terminal terminal) throws IOException {
        if (output != null) {
            String text = PlanScenario.text(
                    scenario.text(),
                    document.question(),
                    document.plan(),
                    document.manifest().occasion().command());
            OutputFile.write(output, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
            terminal.err().println("written: " + output);
        }
    }
}

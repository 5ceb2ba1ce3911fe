package overthink.scenarios.command.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import overthink.core.api.RealRange;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.command.process.WrittenPage;
import overthink.scenarios.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: makes a page of what commands gave. */
@Command(
        name = "report",
        description = {
            "Make one page in HTML of runs, sweeps and other results: pictures, tables, the scenario and how its numbers were"
                    + " found. The page needs nothing but itself, and asks nobody for anything. For a file that ends in .md it is"
                    + " in Markdown, with its pictures as files in SVG beside it."
        },
        footer = {
            "  ./overthink run scenarios/best-of-n.yaml --out reported",
            "  ./overthink report reported/* -o report.html",
            "  ./overthink report reported/* -o report.html --cap generations=16",
            "  ./overthink report reported/* -o report.md",
            "  ./overthink run scenarios/best-of-n.yaml --set seed=2 --out again",
            "  ./overthink compare reported/* again/* --format json > compared.json",
            "  ./overthink report compared.json -o compared.html",
            "  ./overthink run scenarios/single.yaml --format json > single.json",
            "  ./overthink report single.json -o single.html"
        })
final class ReportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "Folders of runs that --out kept, or files that --format json wrote.")
    private List<Path> runs = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The page, which is written anew: in Markdown when it ends in .md, else in HTML.")
    private Path output = Path.of("");

    @Option(
            names = "--cap",
            paramLabel = "RESOURCE=AMOUNT",
            description = {
                "Draw an upright line at what may be spent of a resource, and the frontier of what it buys. May be given again, for"
                        + " another."
            })
    private Map<String, Double> caps = Map.of();

    @Mixin
    private OverlayOptions overlay = new OverlayOptions();

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        caps.forEach(ReportCommand::check);
        WrittenPage.write(output, Reports.page(runs, caps, overlay.over(), output))
                .forEach((file, bytes) -> terminal.err().println("%s: %,d bytes".formatted(file, bytes)));
        return ExitCode.DONE;
    }

    private static void check(String resource, double amount) {
        List<String> resources = Reports.resources();
        if (!resources.contains(resource)) {
            throw new InvalidInputException(List.of("--cap: there is no resource '%s'; there are: %s"
                    .formatted(resource, String.join(", ", resources))));
        }
        if (!(amount > 0) || !Double.isFinite(amount)) {
            throw new InvalidInputException(List.of(
                    "--cap: %s must be above 0 and finite, not %s".formatted(resource, RealRange.text(amount))));
        }
    }
}

package overthink.scenarios.command.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.chart.ChartSize;
import overthink.scenarios.chart.Drawing;
import overthink.scenarios.chart.PdfWriter;
import overthink.scenarios.chart.SvgWriter;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.OutputFile;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.report.Picture;
import overthink.scenarios.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code plot}: draws a picture of what a command gave, without a browser. */
@Command(
        name = "plot",
        description = {
            "Draw one picture of a run or a sweep as SVG, PDF or PNG, in letters of 8 points: told apart by dashes and symbols as"
                    + " well as by colours. --list shows which pictures there are."
        },
        footer = {
            "  ./overthink run scenarios/best-of-n.yaml --out drawn",
            "  ./overthink plot drawn/* --list",
            "  ./overthink plot drawn/* -o figure.svg --size column",
            "  ./overthink plot drawn/* -o figure.pdf --size page --picture 2",
            "  ./overthink plot drawn/* -o figure.png --dpi 200",
            "  ./overthink plot drawn/* -o figure.svg --vega-lite figure.vl.json",
            "  ./overthink run scenarios/best-of-n.yaml --set world.verifier.outcome.d=1 --out beside",
            "  ./overthink plot drawn/* --over beside/* -o both.svg"
        })
final class PlotCommand implements Callable<Integer> {

    private static final List<String> ENDINGS = List.of(".svg", ".pdf", ".png");

    private static final double LEAST_DPI = 20;
    private static final double MOST_DPI = 1200;

    private final Terminal terminal;

    @Parameters(
            paramLabel = "RUN",
            description = "The folder of a run that --out kept, or a file that --format json wrote.")
    private Path run = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The picture; its ending says what it is: .svg, .pdf or .png.")
    private @Nullable Path output;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            converter = SizeReader.class,
            description = "column (3.3 inches wide) or page (6.9 inches; default).")
    private ChartSize size = ChartSize.PAGE;

    @Option(
            names = "--picture",
            paramLabel = "N",
            description = "Which picture, as --list numbers them (default: ${DEFAULT-VALUE}).")
    private int number = 1;

    @Option(names = "--list", description = "Show which pictures there are, and draw none.")
    private boolean list;

    @Option(
            names = "--cap",
            paramLabel = "AMOUNT",
            description = "Draw an upright line at what may be spent, in the unit of the axis. May be given again.")
    private List<Double> caps = List.of();

    @Mixin
    private OverlayOptions overlay = new OverlayOptions();

    @Option(names = "--dpi", paramLabel = "N", description = "Dots per inch of a PNG (default: ${DEFAULT-VALUE}).")
    private double dotsPerInch = 300;

    @Option(
            names = "--vega-lite",
            paramLabel = "FILE",
            description = "Also write the picture's Vega-Lite specification.")
    private @Nullable Path specification;

    PlotCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Reads a size by its name. */
    static final class SizeReader implements ITypeConverter<ChartSize> {

        @Override
        public ChartSize convert(String text) {
            return switch (text) {
                case "column" -> ChartSize.COLUMN;
                case "page" -> ChartSize.PAGE;
                default -> throw new TypeConversionException("must be column or page, not '%s'".formatted(text));
            };
        }
    }

    @Override
    public Integer call() throws IOException {
        if (caps.stream().anyMatch(cap -> !(cap > 0) || !Double.isFinite(cap))) {
            throw new InvalidInputException(List.of("--cap must be above 0 and finite"));
        }
        if (!(dotsPerInch >= LEAST_DPI && dotsPerInch <= MOST_DPI)) {
            throw new InvalidInputException(
                    List.of("--dpi must be between %.0f and %.0f, not %s".formatted(LEAST_DPI, MOST_DPI, dotsPerInch)));
        }
        Path file = output;
        String ending = file == null ? "" : ending(file);
        List<Picture> pictures = Reports.pictures(run, caps, overlay.over());
        if (list || file == null) {
            IntStream.range(0, pictures.size())
                    .forEach(i -> terminal.out()
                            .println("%2d  %s".formatted(i + 1, pictures.get(i).title())));
            return ExitCode.DONE;
        }
        if (number < 1 || number > pictures.size()) {
            throw new InvalidInputException(List.of("--picture must be between 1 and %d, not %d; --list shows them"
                    .formatted(pictures.size(), number)));
        }
        Picture picture = pictures.get(number - 1);
        Drawing drawing = picture.draw(size);
        OutputFile.write(file, out -> {
            switch (ending) {
                case ".svg" -> out.write(SvgWriter.document(drawing).getBytes(StandardCharsets.UTF_8));
                case ".pdf" -> PdfWriter.pdf(drawing, out);
                default -> PdfWriter.png(drawing, dotsPerInch, out);
            }
        });
        if (specification != null) {
            OutputFile.write(specification, out -> out.write(picture.vegaLite().getBytes(StandardCharsets.UTF_8)));
        }
        terminal.err().println("%s: %s".formatted(file, drawing.description()));
        return ExitCode.DONE;
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream()
                .filter(name::endsWith)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(List.of("--output must end in %s, not '%s'"
                        .formatted(
                                Arrays.stream(new String[] {".svg", ".pdf", ".png"})
                                        .collect(Collectors.joining(", ")),
                                file))));
    }
}

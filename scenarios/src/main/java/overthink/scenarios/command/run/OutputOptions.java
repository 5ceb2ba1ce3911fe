package overthink.scenarios.command.run;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.command.process.AbstractWordReader;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.results.ResultWriter;
import overthink.scenarios.results.machine.CsvWriter;
import overthink.scenarios.results.machine.JsonWriter;
import overthink.scenarios.results.table.AsciiText;
import overthink.scenarios.results.table.Detail;
import overthink.scenarios.results.table.ErrorScope;
import overthink.scenarios.results.table.LatexWriter;
import overthink.scenarios.results.table.MarkdownWriter;
import overthink.scenarios.results.table.SentenceWriter;
import overthink.scenarios.results.table.TableStyle;
import overthink.scenarios.results.table.TableWriter;
import picocli.CommandLine.Option;

/** What standard output gets of runs. */
final class OutputOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Reader.class,
            description =
                    "What standard output gets: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). latex needs the"
                            + " package booktabs; long is a sentence a row, to be read out.")
    private Format format = Format.TABLE;

    @Option(
            names = "--brief",
            negatable = true,
            description = "Show accuracy alone (default: where more bins than two make the page long).")
    private @Nullable Boolean brief;

    @Option(
            names = "--error",
            paramLabel = "SCOPE",
            converter = ScopeReader.class,
            description = "What ± is over: population (that the problems stand for) or problems (these, of which exact"
                    + " numbers have none); default: ${DEFAULT-VALUE}. JSON and CSV have both.")
    private ErrorScope error = ErrorScope.POPULATION;

    @Option(
            names = "--per-problem",
            description =
                    "Also say what each row is on each problem: in JSON as perProblem, in CSV as a second table after an empty"
                            + " line, with --out in the file per-problem.csv.gz.")
    private boolean perProblem;

    /** What standard output gets. */
    enum Format {
        TABLE,
        MARKDOWN,
        LATEX,
        LONG,
        JSON,
        CSV;

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

    /** Reads over what ± is. */
    static final class ScopeReader extends AbstractWordReader<ErrorScope> {

        ScopeReader() {
            super(ErrorScope.class);
        }
    }

    /** Whether it is said, too, what each row is on each problem. */
    boolean perProblem() {
        return perProblem;
    }

    /**
     * Refuses what is said of each problem where nothing has room for it.
     *
     * @param kept whether runs are kept
     * @throws InvalidInputException when it is asked for
     */
    void check(boolean kept) {
        if (perProblem && !kept && format != Format.JSON && format != Format.CSV) {
            throw new InvalidInputException(List.of(
                    "--per-problem needs --format json or csv, or --out DIR: a line a problem is no table to look at"));
        }
    }

    /** Writes the results of some scenarios. */
    ResultWriter writer(Terminal terminal, List<Scenario> scenarios) throws IOException {
        boolean several = scenarios.size() > 1;
        Appendable text = terminal.ascii() ? new AsciiText(terminal.out()) : terminal.out();
        Detail detail = brief == null ? Detail.AUTO : brief ? Detail.BRIEF : Detail.FULL;
        return switch (format) {
            case TABLE ->
                new TableWriter(
                        text,
                        (terminal.ascii()
                                        ? new TableStyle(terminal.width(), terminal.color(), detail, "inf")
                                        : new TableStyle(terminal.width(), terminal.color(), detail))
                                .with(error));
            case MARKDOWN -> new MarkdownWriter(terminal.out(), detail, error);
            case LATEX -> new LatexWriter(terminal.out(), detail, error);
            case LONG -> new SentenceWriter(text, error);
            case JSON -> new JsonWriter(terminal.out(), several, perProblem);
            case CSV -> new CsvWriter(terminal.out(), SweptRun.columns(scenarios), perProblem);
        };
    }
}

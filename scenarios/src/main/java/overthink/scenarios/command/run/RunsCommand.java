package overthink.scenarios.command.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import overthink.scenarios.command.option.DataFormat;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.store.RunFolder;
import overthink.scenarios.store.RunStore;
import overthink.scenarios.store.StoreCsv;
import overthink.scenarios.store.StoreJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runs}: lists the runs that {@code run --out} kept. */
@Command(
        name = "runs",
        description = "List the runs that run --out kept in a directory, the oldest first.",
        footer = {
            "  ./overthink run scenarios/single.yaml --out results",
            "  ./overthink runs results",
            "  ./overthink runs results --format json"
        })
final class RunsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "DIR", description = "What --out named.")
    private Path directory = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = DataFormat.Reader.class,
            description = "What standard output gets: table, json or csv (default: ${DEFAULT-VALUE}).")
    private DataFormat format = DataFormat.TABLE;

    RunsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new InvalidInputException(List.of("DIR: there is no directory '%s'".formatted(directory)));
        }
        List<RunFolder> runs = new RunStore(directory).runs(terminal.err()::println);
        if (runs.isEmpty()) {
            throw new InvalidInputException(
                    List.of("DIR: there is no run in '%s'. Runs come there by overthink run FILE --out %s"
                            .formatted(directory, directory)));
        }
        switch (format) {
            case TABLE -> list(runs);
            case JSON -> StoreJson.runs(terminal.out(), runs);
            case CSV -> StoreCsv.runs(terminal.out(), runs);
        }
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private void list(List<RunFolder> runs) {
        int column = runs.stream().mapToInt(run -> run.name().length()).max().orElse(0);
        for (RunFolder run : runs) {
            terminal.out()
                    .println("%-{}s  %-8s  seed %s, %s s, version %s"
                            .replace("{}", Integer.toString(column))
                            .formatted(
                                    run.name(),
                                    run.status(),
                                    run.fact("seed"),
                                    run.fact("seconds"),
                                    run.fact("version")));
        }
    }
}

package overthink.scenarios.command.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import overthink.scenarios.command.option.OverrideOptions;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.SweepWords;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario, and at which points it is run. */
final class SweepOptions extends OverrideOptions {

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "A scenario file, the name of one of the project's scenarios, or - for standard input.")
    private Path file = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PATH=VALUES",
            description = "A key, and its values: A,B,C, or from one number to another, both included: FROM..TO/STEP,"
                    + " FROM..TO*FACTOR, FROM..TO:POINTS, or FROM..TO:POINTSlog for equal ratios. Several keys make"
                    + " a grid. What the file sweeps is swept, too, unless the key is given here.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--zip", description = "Change the keys together, rather than on a grid: as many values of each.")
    private boolean zip;

    @Override
    protected List<Path> files() {
        return List.of(file);
    }

    @Override
    public List<Scenario> read() {
        List<Scenario> read =
                read((reader, path, overrides) -> reader.read(path, overrides, new SweepWords(words, zip)));
        if (read.get(0).sweep().isEmpty()) {
            throw new InvalidInputException(List.of(
                    "there is nothing to sweep: name a key with its values, as world.verifier.outcome.auc=0.6..0.9/0.1,"
                            + " or state sweep or cases in the scenario"));
        }
        return read;
    }
}

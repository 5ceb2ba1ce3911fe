package overthink.scenarios.command.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.model.SyntheticWorld;
import overthink.scenarios.analysis.plan.PosteriorWorlds;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.files.FileTrouble;
import picocli.CommandLine.Option;

/** Draws of a fitted world's parameters. */
final class PosteriorOption {

    @Option(
            names = "--posterior",
            paramLabel = "FILE",
            description =
                    "Draws of a fitted world's parameters, as fit writes them (default: the file NAME.posterior.csv"
                            + " beside the scenario NAME.yaml, where there is one).")
    private @Nullable Path posterior;

    /**
     * Worlds as the draws have them; empty where there are none.
     *
     * @throws InvalidInputException when the file cannot be read or used
     */
    Optional<PosteriorWorlds> worlds(Scenario scenario) {
        Path file = posterior;
        if (file == null) {
            if (scenario.file().toString().equals("-")) {
                return Optional.empty();
            }
            String name = String.valueOf(scenario.file().getFileName()).replaceFirst("[.][^.]*$", "");
            file = scenario.file().resolveSibling(name + ".posterior.csv");
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
        }
        if (!(scenario.experiment().world() instanceof SyntheticWorld world)) {
            throw new InvalidInputException(
                    List.of("--posterior: draws are of a world's laws, and this world is recorded"));
        }
        try {
            return Optional.of(PosteriorWorlds.of(Files.readString(file), world));
        } catch (IOException failure) {
            throw new InvalidInputException(List.of("--posterior: %s: %s".formatted(file, FileTrouble.of(failure))));
        } catch (IllegalArgumentException broken) {
            throw new InvalidInputException(List.of("--posterior: %s: %s".formatted(file, broken.getMessage())));
        }
    }
}

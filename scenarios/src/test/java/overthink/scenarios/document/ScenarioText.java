package overthink.scenarios.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;

/** Scenario texts for tests, and what comes of reading them. */
final class ScenarioText {

    /** A valid scenario of eleven lines with something of everything. */
    static final String VALID = """
        name: sample
        seed: 7
        world:
          problems: {count: 10, accuracy: 0.3}
          policy: {steps: 3, wrong-answers: distinct}
          verifier:
            outcome: {d: 1.5}
            process: {auc: 0.8}
        budgets: {values: [1, 2, 4]}
        strategies: [single, best-of-n, beam-search: {width: 2}]
        trials: {count: 5}
        """;

    private ScenarioText() {}

    /** The valid scenario with one piece of text in another's stead. */
    static String with(String piece, String other) {
        if (!VALID.contains(piece)) {
            throw new IllegalArgumentException("the sample has no " + piece);
        }
        return VALID.replace(piece, other);
    }

    /** Writes a text to {@code sample.yaml}. */
    static Path write(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("sample.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text that is valid. */
    static Scenario read(Path folder, String text, String... overrides) {
        return new ScenarioReader(Strategies.CATALOG).read(write(folder, text), List.of(overrides));
    }

    /** A world that is one of declared laws. */
    static SyntheticWorld declared(World world) {
        return (SyntheticWorld) world;
    }

    /** The messages about a text, the folder left out. */
    static List<String> mistakes(Path folder, String text, String... overrides) {
        return mistakes(folder, write(folder, text), overrides);
    }

    /** The messages about a file, the folder left out. */
    static List<String> mistakes(Path folder, Path file, String... overrides) {
        try {
            new ScenarioReader(Strategies.CATALOG).read(file, List.of(overrides));
            return List.of();
        } catch (InvalidScenarioException e) {
            return e.diagnostics().stream()
                    .map(mistake -> mistake.toString().replace(folder + "/", ""))
                    .toList();
        }
    }
}

package overthink.scenarios.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small scenario files. */
public final class Scenarios {

    private Scenarios() {}

    /** A scenario of these strategies, a flow list, that takes a moment. */
    public static String write(Path directory, String name, String strategies) throws IOException {
        return Files.writeString(directory.resolve(name + ".yaml"), """
                        name: %s
                        seed: 42
                        world:
                          problems:
                            count: 40
                            accuracy: {beta: {alpha: 0.9, beta: 1.6}}
                          policy:
                            wrong-answers: {zipf: {answers: 3, exponent: 1.2}}
                          verifier:
                            outcome: {auc: 0.80}
                        budgets: {resource: generations, values: [1, 4, 16]}
                        strategies: [%s]
                        trials: {count: 10}
                        """.formatted(name, strategies))
                .toString();
    }
}

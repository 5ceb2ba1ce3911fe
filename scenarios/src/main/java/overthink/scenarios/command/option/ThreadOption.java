package overthink.scenarios.command.option;

import java.util.List;
import java.util.Optional;
import overthink.scenarios.command.process.InvalidInputException;
import picocli.CommandLine.Option;

/** How many threads play the trials. */
public final class ThreadOption {

    private static final int MOST = 1024;

    @Option(names = "--threads", paramLabel = "N", description = "Worker threads (default: one a processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** As many as were asked for. */
    public int count() {
        return threads;
    }

    /** What is wrong with the number; empty for nothing. */
    public Optional<String> mistake() {
        return threads < 1 || threads > MOST
                ? Optional.of("--threads must be between 1 and %d, not %d".formatted(MOST, threads))
                : Optional.empty();
    }

    /**
     * Refuses a wrong number.
     *
     * @throws InvalidInputException when it is
     */
    public void check() {
        mistake().ifPresent(mistake -> {
            throw new InvalidInputException(List.of(mistake));
        });
    }
}

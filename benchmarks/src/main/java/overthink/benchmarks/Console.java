package overthink.benchmarks;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/** How a program here starts and ends. */
final class Console {

    private Console() {}

    /**
     * Runs a command.
     *
     * @return its exit status: 0 done, 1 failed, 2 wrong usage; a value out of its range is wrong usage
     */
    static int run(Callable<Integer> command, String... arguments) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    line.getErr().println(line.getCommandName() + ": " + thrown.getMessage());
                    return thrown instanceof IllegalArgumentException ? 2 : 1;
                })
                .execute(arguments);
    }
}

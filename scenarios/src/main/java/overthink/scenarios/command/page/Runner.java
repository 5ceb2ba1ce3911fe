package overthink.scenarios.command.page;

import java.io.PrintStream;

/** Runs any command of the program. */
@FunctionalInterface
public interface Runner {

    /**
     * Runs the command that the arguments name.
     *
     * @param out receives what was asked for, in UTF-8
     * @param err receives mistakes
     * @return its {@linkplain overthink.scenarios.command.process.ExitCode exit code}
     */
    int run(PrintStream out, PrintStream err, String... args);
}

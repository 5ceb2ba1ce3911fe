package overthink.scenarios.command.process;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;
import overthink.core.fault.Printable;
import overthink.core.fault.Thrown;
import overthink.core.run.InsufficientMemoryException;
import overthink.scenarios.cluster.ClusterException;
import overthink.scenarios.files.FileTrouble;
import overthink.scenarios.plugins.InvalidPluginsException;
import overthink.scenarios.store.BrokenRunException;

/** What went wrong, in a line for the user. */
public final class Explanation {

    /** The option that also shows where. */
    public static final String TRACE = "--trace";

    private Explanation() {}

    /** Says in a line what went wrong, and returns the code of it. */
    public static int of(Throwable problem, boolean trace, PrintStream err) {
        int code = ExitCode.FAILED;
        if (problem instanceof InvalidInputException invalid) {
            invalid.problems().forEach(said -> err.println(shown(said)));
            code = ExitCode.INVALID;
        } else if (problem instanceof InvalidPluginsException invalid) {
            invalid.problems().forEach(said -> err.println(shown(said)));
            code = ExitCode.INVALID;
        } else if (problem instanceof BrokenRunException broken) {
            err.println(shown(broken.getMessage()));
            code = ExitCode.INVALID;
        } else if (problem instanceof ClusterException refused) {
            err.println("overthink: " + shown(refused.getMessage()));
        } else if (problem instanceof IOException failure) {
            err.println("overthink: " + shown(reason(failure)));
        } else if (problem instanceof UncheckedIOException failure) {
            err.println("overthink: "
                    + shown(failure.getCause() == null ? failure.getMessage() : reason(failure.getCause())));
        } else if (problem instanceof InsufficientMemoryException refused) {
            err.println(
                    "overthink: %s. Fewer of them take less, and JAVA_TOOL_OPTIONS=-Xmx%.0fg allows it where there is so much."
                            .formatted(refused.getMessage(), Math.ceil(refused.bytes() / 0x1p30)));
            code = ExitCode.INVALID;
        } else if (problem instanceof OutOfMemoryError) {
            err.println("overthink: out of memory (%s). JAVA_TOOL_OPTIONS=-Xmx8g, say, allows more."
                    .formatted(problem.getMessage()));
        } else {
            err.println("overthink: internal error: %s".formatted(Thrown.describe(problem))
                    + (trace ? "" : " (%s shows where)".formatted(TRACE)));
        }
        if (trace) {
            problem.printStackTrace(err);
        }
        return code;
    }

    /** A message that may hold what somebody typed, or the name of a file, so that nothing in it moves a cursor. */
    public static String shown(@Nullable String message) {
        return Printable.page(message, Integer.MAX_VALUE);
    }

    /** Why a file could not be read or written, with its name where that is known. */
    public static String reason(IOException failure) {
        String file = failure instanceof FileSystemException problem ? problem.getFile() : null;
        return (file == null ? "" : file + ": ") + FileTrouble.of(failure);
    }
}

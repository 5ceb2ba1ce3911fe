package overthink.scenarios.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command writes.
 *
 * @param out standard output: what was asked for
 * @param err standard error: mistakes and progress
 * @param color whether standard output may be set in bold
 * @param live whether standard error is a terminal, on which a line can be rewritten
 * @param width of a line in characters
 */
public record Terminal(PrintStream out, PrintStream err, boolean color, boolean live, int width) {

    private static final int DEFAULT_WIDTH = 100;

    /** Streams that are files or pipes. */
    static Terminal plain(PrintStream out, PrintStream err) {
        return new Terminal(out, err, false, false, DEFAULT_WIDTH);
    }

    /** The streams of this process; asks the system what they are. */
    static Terminal ofProcess(PrintStream out, PrintStream err, Map<String, String> environment) {
        boolean capable = !"dumb".equals(environment.get("TERM"));
        return new Terminal(
                out,
                err,
                capable
                        && isTerminal(1)
                        && environment.getOrDefault("NO_COLOR", "").isEmpty(),
                capable && isTerminal(2),
                width(environment.getOrDefault("COLUMNS", "")));
    }

    private static int width(String columns) {
        return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
    }

    /**
     * Whether a file descriptor of this process is a terminal. Java's console tells it of standard input and output
     * together only, so Linux is asked for the descriptor itself.
     */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd", Integer.toString(descriptor));
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return consoleIsTerminal();
    }

    @SuppressWarnings("SystemConsoleNull") // the method below is for the Javas where it is not
    private static boolean consoleIsTerminal() {
        Object console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console without a terminal too.
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}

package overthink.scenarios.command.process;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where a command writes.
 *
 * @param out standard output: what was asked for
 * @param err standard error: mistakes and progress
 * @param color whether standard output may be set in bold
 * @param live whether standard error is a terminal, on which a line can be rewritten
 * @param width of a line of standard output in characters
 * @param liveWidth of a line of standard error
 * @param ascii whether they show ASCII alone
 */
public record Terminal(
        PrintStream out, PrintStream err, boolean color, boolean live, int width, int liveWidth, boolean ascii) {

    private static final int DEFAULT_WIDTH = 100;

    /** Of a terminal that does not say how wide it is. */
    private static final int USUAL_WIDTH = 80;

    /** Streams of one width. */
    public Terminal(PrintStream out, PrintStream err, boolean color, boolean live, int width) {
        this(out, err, color, live, width, width, false);
    }

    /** Streams that are files or pipes. */
    public static Terminal plain(PrintStream out, PrintStream err) {
        return new Terminal(out, err, false, false, DEFAULT_WIDTH);
    }

    /** The streams of this process; asks the system what they are. */
    public static Terminal ofProcess(PrintStream out, PrintStream err, Map<String, String> environment) {
        boolean capable = !"dumb".equals(environment.get("TERM"));
        boolean page = isTerminal(1);
        boolean live = isTerminal(2);
        String columns = environment.getOrDefault("COLUMNS", "");
        int stated = columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : 0;
        int real = stated == 0 && (page || live) ? realWidth() : stated;
        return new Terminal(
                out,
                err,
                capable && page && environment.getOrDefault("NO_COLOR", "").isEmpty(),
                capable && live,
                page ? real : stated > 0 ? stated : DEFAULT_WIDTH,
                real > 0 ? real : USUAL_WIDTH,
                (page || live) && !showsUnicode(environment));
    }

    /** Whether a terminal shows more than ASCII, by what the locale says; the launcher hands on the one that it was called with. */
    static boolean showsUnicode(Map<String, String> environment) {
        String locale = Stream.of("OVERTHINK_LOCALE", "LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        String encoding = locale.isEmpty() ? System.getProperty("stdout.encoding", "") : locale;
        return encoding.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
    }

    /** The width of the terminal that this process belongs to, which Java cannot tell: {@code stty} can. */
    private static int realWidth() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return USUAL_WIDTH;
            }
            String size = new String(stty.getInputStream().readNBytes(100), StandardCharsets.US_ASCII).strip();
            return size.matches("[0-9]+ [1-9][0-9]{1,3}")
                    ? Integer.parseInt(size.substring(size.indexOf(' ') + 1))
                    : USUAL_WIDTH;
        } catch (IOException e) {
            return USUAL_WIDTH; // there is no stty, or no terminal
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
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

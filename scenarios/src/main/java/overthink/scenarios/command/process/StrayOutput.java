package overthink.scenarios.command.process;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import overthink.core.fault.Printable;

/**
 * What plugins print: Java gives every class this process's streams. It goes to standard error, marked as theirs, as plain
 * text, and no more of it than a person reads; standard output is for results alone.
 */
public final class StrayOutput {

    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 200;

    /** Bytes of a line that are kept, in whatever letters. */
    private static final int ROOM = 4 * LONGEST_LINE;

    private final PrintStream err;
    private long lines;

    /** Hands what strays on to {@code err}. */
    public StrayOutput(PrintStream err) {
        this.err = err;
    }

    /** A stream to be this process's {@link System#out} or {@link System#err}. */
    public PrintStream printer() {
        return new PrintStream(new Lines(), true, StandardCharsets.UTF_8);
    }

    /** Says how much was left out. */
    public synchronized void close() {
        if (lines > MOST_LINES) {
            err.println("a plugin printed %,d lines more".formatted(lines - MOST_LINES));
        }
        lines = 0;
    }

    private synchronized void line(String text) {
        if (++lines <= MOST_LINES) {
            err.println("a plugin printed: " + Printable.line(text, LONGEST_LINE));
        }
    }

    /** Puts bytes together to lines; closing it does nothing. */
    private final class Lines extends OutputStream {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int one) {
            if (one == '\n') {
                line(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else if (line.size() < ROOM) {
                line.write(one);
            }
        }

        @Override
        public synchronized void close() {
            if (line.size() > 0) {
                write('\n');
            }
        }
    }
}

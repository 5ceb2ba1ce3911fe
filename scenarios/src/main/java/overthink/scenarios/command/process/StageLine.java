package overthink.scenarios.command.process;

import java.io.PrintStream;

/** One line on a terminal that says what is being computed; it is gone at the end. On anything else it says nothing. */
public final class StageLine implements AutoCloseable {

    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final boolean live;
    private final int width;
    private final String subject;
    private boolean dirty;

    /** Says what is done for a subject. */
    public StageLine(Terminal terminal, String subject) {
        err = terminal.err();
        live = terminal.live();
        width = terminal.width() - 1;
        this.subject = subject.replaceAll("\\p{Cntrl}", "?");
    }

    /** Says what begins. */
    public void show(String stage) {
        if (live) {
            String line = "%s  %s".formatted(subject, stage);
            err.print(CLEAR + line.substring(0, Math.min(line.length(), width)));
            err.flush();
            dirty = true;
        }
    }

    @Override
    public void close() {
        if (dirty) {
            err.print(CLEAR);
            err.flush();
        }
    }
}

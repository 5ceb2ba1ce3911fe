package overthink.scenarios.command.recording;

import java.io.PrintStream;
import overthink.scenarios.command.process.Terminal;

/** One line on a terminal that says how much of a file was read; it is gone at the end. On anything else it says nothing. */
final class ReadingLine implements AutoCloseable {

    private static final String CLEAR = "\r\u001b[K";
    private static final long INTERVAL = 100_000_000;

    private final PrintStream err;
    private final boolean live;
    private final int width;
    private final String file;
    private long shown = System.nanoTime();
    private boolean dirty;

    ReadingLine(Terminal terminal, String file) {
        err = terminal.err();
        live = terminal.live();
        width = terminal.width() - 1;
        this.file = file.replaceAll("\\p{Cntrl}", "?");
    }

    /** Says how much was read, from 0 to 1. */
    void show(double share) {
        long now = System.nanoTime();
        if (live && now - shown > INTERVAL) {
            shown = now;
            dirty = true;
            String line = "reading %s  %d %%".formatted(file, (int) (100 * Math.min(1, share)));
            err.print(CLEAR + line.substring(0, Math.min(line.length(), width)));
            err.flush();
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

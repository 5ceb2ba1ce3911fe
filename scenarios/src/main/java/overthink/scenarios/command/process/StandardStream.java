package overthink.scenarios.command.process;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A standard stream of this process in UTF-8. After the first failure it drops what is written and keeps the reason: a
 * reader that went away ({@code overthink run … | head}) is no failure of ours, a full disk is.
 */
public final class StandardStream extends OutputStream {

    private final OutputStream target;
    private @Nullable IOException failure;

    StandardStream(OutputStream target) {
        this.target = target;
    }

    /** The stream of a file descriptor of this process. */
    public static StandardStream of(FileDescriptor descriptor) {
        return new StandardStream(new FileOutputStream(descriptor));
    }

    /** Prints to this stream, through a buffer. */
    public PrintStream printer() {
        return new PrintStream(new BufferedOutputStream(this, 1 << 16), false, StandardCharsets.UTF_8);
    }

    /** Prints to this stream, line by line. */
    public PrintStream linePrinter() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    /** Why writing failed, unless it did not, or only because nobody reads any more. */
    @Nullable
    public IOException failure() {
        return failure == null || String.valueOf(failure.getMessage()).contains("Broken pipe") ? null : failure;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        if (failure == null) {
            try {
                target.write(bytes, from, count);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    @Override
    public void flush() {
        if (failure == null) {
            try {
                target.flush();
            } catch (IOException e) {
                failure = e;
            }
        }
    }
}

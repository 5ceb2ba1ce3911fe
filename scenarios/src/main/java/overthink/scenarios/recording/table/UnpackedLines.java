package overthink.scenarios.recording.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The text that Zstandard packed into a file, with a line feed after each line. */
final class UnpackedLines extends InputStream {

    private final DuckQuery lines;
    private byte[] line = {};
    private int at;

    UnpackedLines(Path file, @Nullable Consumer<String> news) throws IOException {
        ZstandardFrames.check(file);
        lines = DuckQuery.lines(file, news);
    }

    private boolean fill() throws IOException {
        while (at == line.length) {
            String next = lines.next();
            if (next == null) {
                return false;
            }
            line = (next + "\n").getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        return fill() ? line[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, line.length - at);
        System.arraycopy(line, at, into, from, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

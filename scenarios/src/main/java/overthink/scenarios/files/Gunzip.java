package overthink.scenarios.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a gzip file (RFC 1952) holds: the contents of all its members, one after the other. Unlike Java's own, it refuses a
 * file whose later members are cut or damaged, where that one takes the first for the whole.
 */
final class Gunzip extends InputStream {

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int DEFLATE = 8;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private int at;
    private int end;
    private boolean done;

    Gunzip(InputStream in) throws IOException {
        this.in = in;
        header();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        try {
            while (!done) {
                int made = inflater.inflate(into, from, count);
                if (made > 0) {
                    sum.update(into, from, made);
                    return made;
                }
                if (inflater.finished()) {
                    at = end - inflater.getRemaining();
                    trailer();
                } else if (inflater.needsInput()) {
                    if (!fill()) {
                        throw cut();
                    }
                    inflater.setInput(buffer, at, end - at);
                    at = end;
                } else {
                    throw damaged();
                }
            }
            return -1;
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    private void header() throws IOException {
        if (next() != 0x1f || next() != 0x8b || next() != DEFLATE) {
            throw damaged();
        }
        int flags = next();
        skip(6); // time, kind of compression, system
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        for (int text = flags & (NAME | COMMENT); text != 0; text &= text - 1) {
            while (next() != 0) {
                // a name or a comment, which ends with a zero
            }
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        sum.reset();
        inflater.setInput(buffer, at, end - at);
        at = end;
    }

    private void trailer() throws IOException {
        long crc = number();
        long length = number();
        if (crc != sum.getValue() || length != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw damaged();
        }
        while (at < end || fill()) {
            if (buffer[at] != 0) { // zeros may fill up a block
                header();
                return;
            }
            at++;
        }
        done = true;
    }

    private long number() throws IOException {
        return next() | (long) next() << 8 | (long) next() << 16 | (long) next() << 24;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private int next() throws IOException {
        if (at == end && !fill()) {
            throw cut();
        }
        return buffer[at++] & 0xff;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private static BrokenFileException cut() {
        return new BrokenFileException(0, "this gzip file is cut short", "copy it anew");
    }

    private static BrokenFileException damaged() {
        return new BrokenFileException(0, "this gzip file is damaged", "copy it anew");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}

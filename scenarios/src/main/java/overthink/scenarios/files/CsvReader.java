package overthink.scenarios.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a CSV file (RFC 4180) in UTF-8, whose cells are separated by commas, semicolons or tabs: what the first
 * line has most of. Space around cells is dropped, empty lines are no rows, lines end in a line feed, a carriage return or
 * both, and a byte order mark is skipped.
 */
public final class CsvReader {

    /** The most bytes of a row. */
    static final int LONGEST = 10_000_000;

    /** The most bytes of a file, unpacked. */
    static final long LARGEST = 10_000_000_000L;

    private static final int END = -1;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final Cell cell = new Cell();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private int separator = ',';
    private int ahead;
    private int lines = 1;
    private int line;
    private int length;
    private long read;

    /** Reads a file's bytes. */
    public CsvReader(InputStream in) throws IOException {
        this.in = in;
        filled = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
        if (filled >= 3 && (buffer[0] & 0xff) == 0xef && (buffer[1] & 0xff) == 0xbb && (buffer[2] & 0xff) == 0xbf) {
            at = 3;
        }
        separator = likelySeparator();
        ahead = byteAhead();
    }

    /** What the first line has most of outside quotes: commas where it has no more of the others. */
    private int likelySeparator() {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int i = at; i < filled && (quoted || (buffer[i] != '\n' && buffer[i] != '\r') || blank(i)); i++) {
            quoted ^= buffer[i] == '"';
            commas += !quoted && buffer[i] == ',' ? 1 : 0;
            semicolons += !quoted && buffer[i] == ';' ? 1 : 0;
            tabs += !quoted && buffer[i] == '\t' ? 1 : 0;
        }
        return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    /** Whether all before is white space. */
    private boolean blank(int end) {
        for (int i = at; i < end; i++) {
            if (buffer[i] > ' ' || buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private int byteAhead() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(0, in.read(buffer, 0, buffer.length));
            if (filled == 0) {
                return END;
            }
        }
        return buffer[at++] & 0xff;
    }

    /** What separates cells: a comma, a semicolon or a tab. */
    public char separator() {
        return (char) separator;
    }

    /** Bytes of a cell, which can be cut and looked at. */
    private static final class Cell extends ByteArrayOutputStream {

        void dropSpace() {
            while (count > 0 && (buf[count - 1] == ' ' || buf[count - 1] == '\t')) {
                count--;
            }
        }

        ByteBuffer bytes() {
            return ByteBuffer.wrap(buf, 0, count);
        }

        int at(int index) {
            return buf[index] & 0xff;
        }

        int line(int first, int index) {
            int line = first;
            for (int i = 0; i < index; i++) {
                line += buf[i] == '\n' ? 1 : 0;
            }
            return line;
        }
    }

    /** The line in which the row last read starts, from 1. */
    public int line() {
        return line;
    }

    /**
     * The next row.
     *
     * @return its cells; null after the last row
     * @throws BrokenFileException when this is no CSV
     */
    public @Nullable List<String> next() throws IOException {
        while (ahead != END) {
            line = lines;
            length = 0;
            List<String> row = new ArrayList<>();
            boolean quoted = false;
            boolean more = true;
            while (more) {
                cell.reset();
                skipSpace();
                int start = lines;
                if (ahead == '"') {
                    quoted = true;
                    readQuoted(start);
                } else {
                    while (ahead != END && ahead != separator && ahead != '\n' && ahead != '\r') {
                        cell.write(take());
                    }
                    cell.dropSpace();
                }
                row.add(decode(start));
                more = ahead == separator;
                if (more) {
                    take();
                }
            }
            endLine();
            if (quoted || row.size() > 1 || !row.get(0).isEmpty()) {
                return row;
            }
        }
        return null;
    }

    private void readQuoted(int start) throws IOException {
        take();
        while (true) {
            if (ahead == END) {
                throw new BrokenFileException(start, "the quote that opens a cell here is never closed", "");
            }
            int next = take(start);
            if (next == '"') {
                if (ahead != '"') {
                    break;
                }
                take();
            }
            cell.write(next);
            if (next == '\n' || (next == '\r' && ahead != '\n')) {
                lines++;
            }
        }
        skipSpace();
        if (ahead != END && ahead != separator && ahead != '\n' && ahead != '\r') {
            throw new BrokenFileException(
                    lines, "a cell goes on behind its closing quote", "a quote inside a quoted cell is written twice");
        }
    }

    private void skipSpace() throws IOException {
        while (ahead == ' ' || (ahead == '\t' && separator != '\t')) {
            take();
        }
    }

    private void endLine() throws IOException {
        if (ahead == '\r') {
            take();
            if (ahead == '\n') {
                take();
            }
            lines++;
        } else if (ahead == '\n') {
            take();
            lines++;
        }
    }

    private int take() throws IOException {
        return take(0);
    }

    /** Takes a byte; {@code opened} is the line of a quote that is open, or 0. */
    private int take(int opened) throws IOException {
        int taken = ahead;
        if (taken == 0) {
            throw new BrokenFileException(lines, "this is not text: it has a zero byte here", "");
        }
        if (++length > LONGEST) {
            throw opened > 0
                    ? new BrokenFileException(opened, "the quote that opens a cell here is not closed for too long", "")
                    : new BrokenFileException(line, "a row has at most %d bytes".formatted(LONGEST), "");
        }
        if (++read > LARGEST) {
            throw new BrokenFileException(line, "at most %d bytes are read".formatted(LARGEST), "");
        }
        ahead = byteAhead();
        return taken;
    }

    private String decode(int start) throws BrokenFileException {
        ByteBuffer bytes = cell.bytes();
        try {
            return decoder.decode(bytes).toString();
        } catch (CharacterCodingException e) {
            int bad = bytes.position();
            int value = cell.at(bad);
            String other = new String(new byte[] {(byte) value}, Charset.forName("windows-1252"));
            throw new BrokenFileException(
                    cell.line(start, bad),
                    "the file must be UTF-8; the byte 0x%02X here is not".formatted(value),
                    "it is Windows-1252, where that byte is %s; save it as UTF-8".formatted(other));
        }
    }
}

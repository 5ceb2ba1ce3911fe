package overthink.scenarios.files;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A regular file, plain or gzipped, that is read once and must stay as it is meanwhile. */
public final class DataFile implements AutoCloseable {

    private static final int LOOK = 512;

    private final Path path;
    private final long size;
    private final FileTime time;
    private final Kind kind;
    private final CountedBytes bytes;
    private final InputStream content;

    private DataFile(Path path, BasicFileAttributes before, Kind kind, CountedBytes bytes, InputStream content) {
        this.path = path;
        this.size = before.size();
        this.time = before.lastModifiedTime();
        this.kind = kind;
        this.bytes = bytes;
        this.content = content;
    }

    /** What a file holds, so far as its first bytes tell. */
    public enum Kind {
        /** Lines with cells. */
        TEXT,
        /** Objects or arrays, one or several. */
        JSON,
        /** An archive of files. */
        ZIP,
        /** Columns of Apache Parquet. */
        PARQUET,
        /** Something that Zstandard packed. */
        ZSTANDARD
    }

    /**
     * Opens a file.
     *
     * @throws BrokenFileException when it is of none of these kinds, so far as its first bytes tell
     * @throws IOException when it cannot be read
     */
    public static DataFile open(Path path) throws IOException {
        BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class);
        CountedBytes bytes = new CountedBytes(Files.newInputStream(path));
        BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
        try {
            boolean zipped = start(in).startsWith("\u001f\u008b");
            BufferedInputStream content = zipped ? new BufferedInputStream(new Gunzip(in), 1 << 16) : in;
            Kind kind = kind(content);
            if (zipped && kind != Kind.TEXT && kind != Kind.JSON) {
                refuse("this is packed twice", "unpack it once");
            }
            return new DataFile(path, before, kind, bytes, content);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Its place. */
    public Path path() {
        return path;
    }

    /** What it holds. */
    public Kind kind() {
        return kind;
    }

    /** What it holds, unpacked where it was gzipped. */
    public InputStream content() {
        return content;
    }

    /** How many bytes it has. */
    public long size() {
        return size;
    }

    /** How many of them were read. */
    public long read() {
        return bytes.count.get();
    }

    /**
     * Makes sure that what was read is the file.
     *
     * @throws BrokenFileException when it changed meanwhile
     */
    public void unchanged() throws IOException {
        BasicFileAttributes after = Files.readAttributes(path, BasicFileAttributes.class);
        if (after.size() != size || !after.lastModifiedTime().equals(time)) {
            throw new BrokenFileException(0, "the file changed while it was read", "run again once it is complete");
        }
    }

    /** Counts what is read. */
    private static final class CountedBytes extends FilterInputStream {

        private final AtomicLong count = new AtomicLong();

        CountedBytes(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = super.read(into, from, length);
            count.addAndGet(Math.max(0, got));
            return got;
        }
    }

    private static String start(BufferedInputStream in) throws IOException {
        in.mark(LOOK);
        byte[] start = in.readNBytes(LOOK);
        in.reset();
        return new String(start, StandardCharsets.ISO_8859_1);
    }

    /**
     * What some bytes are, so far as the first tell; they are still to be read.
     *
     * @throws BrokenFileException when it is none of the kinds
     */
    public static Kind kind(BufferedInputStream bytes) throws IOException {
        String start = start(bytes);
        String text = start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start;
        String bare = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("PK\u0003\u0004")) {
            return Kind.ZIP;
        } else if (start.startsWith("PAR1")) {
            return Kind.PARQUET;
        } else if (start.startsWith("(\u00b5/\u00fd")) {
            return Kind.ZSTANDARD;
        } else if (start.startsWith("BZh") || start.startsWith("\u00fd7zXZ") || start.startsWith("\u001f\u008b")) {
            refuse("this is compressed in a way that is not read here; plain files and those gzipped once are", "gzip");
        } else if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            refuse("the file must be UTF-8; this is UTF-16", "save it as UTF-8");
        } else if (text.indexOf('\0') >= 0) {
            refuse("this is not text: it has a zero byte among its first", "");
        } else if (bare.startsWith("{") || bare.startsWith("[")) {
            return Kind.JSON;
        } else if (bare.startsWith("<!doctype") || bare.startsWith("<html") || bare.startsWith("<?xml")) {
            refuse("this is a web page", "download the file itself");
        } else if (bare.startsWith("version https://git-lfs")) {
            refuse("this is a pointer of Git LFS, not the file itself", "git lfs pull");
        }
        return Kind.TEXT;
    }

    private static void refuse(String rule, String hint) throws BrokenFileException {
        throw new BrokenFileException(1, rule, hint);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}

package overthink.scenarios.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Locale;

/** A regular file of text, plain or gzipped, that is read once and must stay as it is meanwhile. */
public final class DataFile implements AutoCloseable {

    private static final int LOOK = 512;

    private final Path path;
    private final long size;
    private final FileTime time;
    private final BufferedInputStream text;

    private DataFile(Path path, BasicFileAttributes before, BufferedInputStream text) {
        this.path = path;
        this.size = before.size();
        this.time = before.lastModifiedTime();
        this.text = text;
    }

    /**
     * Opens a file.
     *
     * @throws BrokenFileException when it is something else than text, so far as its first bytes tell
     * @throws IOException when it cannot be read
     */
    public static DataFile open(Path path) throws IOException {
        BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class);
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            String start = start(in);
            boolean zipped = start.startsWith("\u001f\u008b");
            BufferedInputStream text = zipped ? new BufferedInputStream(new Gunzip(in), 1 << 16) : in;
            refuseOther(zipped ? start(text) : start);
            return new DataFile(path, before, text);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The bytes of the text. */
    public InputStream text() {
        return text;
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

    private static String start(BufferedInputStream in) throws IOException {
        in.mark(LOOK);
        byte[] start = in.readNBytes(LOOK);
        in.reset();
        return new String(start, StandardCharsets.ISO_8859_1);
    }

    private static void refuseOther(String start) throws BrokenFileException {
        String text = start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start;
        String bare = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("PK\u0003\u0004")) {
            refuse("this is a zip archive, as Excel's workbooks are", "save it as CSV");
        } else if (start.startsWith("PAR1")) {
            refuse("this is a Parquet file", "save it as CSV");
        } else if (start.startsWith("(\u00b5/\u00fd")
                || start.startsWith("BZh")
                || start.startsWith("\u00fd7zXZ")
                || start.startsWith("\u001f\u008b")) {
            refuse("this is compressed in a way that is not read here; plain files and those gzipped once are", "gzip");
        } else if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            refuse("the file must be UTF-8; this is UTF-16", "save it as UTF-8");
        } else if (text.indexOf('\0') >= 0) {
            refuse("this is not text: it has a zero byte among its first", "");
        } else if (bare.startsWith("{") || bare.startsWith("[")) {
            refuse("this is JSON; a CSV file has a line with the columns' names, then a line a row", "save it as CSV");
        } else if (bare.startsWith("<!doctype") || bare.startsWith("<html") || bare.startsWith("<?xml")) {
            refuse("this is a web page", "download the file itself");
        } else if (bare.startsWith("version https://git-lfs")) {
            refuse("this is a pointer of Git LFS, not the file itself", "git lfs pull");
        }
    }

    private static void refuse(String rule, String hint) throws BrokenFileException {
        throw new BrokenFileException(1, rule, hint);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}

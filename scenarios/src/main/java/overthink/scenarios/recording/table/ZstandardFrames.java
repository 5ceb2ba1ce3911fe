package overthink.scenarios.recording.table;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import overthink.scenarios.files.BrokenFileException;

/**
 * The frames of a Zstandard file (RFC 8878, §3.1): walked along from block to block, without unpacking anything, because whoever
 * unpacks takes a file that was cut for a shorter one.
 */
final class ZstandardFrames {

    private static final int MAGIC = 0xfd2fb528;
    private static final int SKIPPABLE = 0x184d2a50;
    private static final int RUN = 1;

    private ZstandardFrames() {}

    /**
     * Makes sure that a file ends where its last frame does.
     *
     * @throws BrokenFileException when it does not
     */
    static void check(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (int first = in.read(); first >= 0; first = in.read()) {
                frame(in, first | (number(in, 3) << 8));
            }
        } catch (EOFException e) {
            throw new BrokenFileException(0, "this file is cut short or damaged", "copy it anew");
        }
    }

    private static void frame(DataInputStream in, int magic) throws IOException {
        if ((magic & 0xfffffff0) == SKIPPABLE) {
            in.skipNBytes(Integer.toUnsignedLong(number(in, 4)));
            return;
        }
        if (magic != MAGIC) {
            throw new EOFException();
        }
        int descriptor = in.readUnsignedByte();
        boolean single = (descriptor & 0x20) != 0;
        int sizeFlag = descriptor >> 6;
        int dictionaryFlag = descriptor & 3;
        int sizeBytes = sizeFlag == 0 ? (single ? 1 : 0) : 1 << sizeFlag;
        int dictionaryBytes = dictionaryFlag == 3 ? 4 : dictionaryFlag;
        in.skipNBytes((single ? 0 : 1) + dictionaryBytes + sizeBytes);
        boolean last = false;
        while (!last) {
            int header = number(in, 3);
            last = (header & 1) != 0;
            in.skipNBytes(((header >> 1) & 3) == RUN ? 1 : header >>> 3);
        }
        in.skipNBytes((descriptor & 4) != 0 ? 4 : 0);
    }

    /** A number of some bytes, the lowest first. */
    private static int number(InputStream in, int bytes) throws IOException {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            number |= next << (8 * i);
        }
        return number;
    }
}

package overthink.core.trial;

import java.io.ByteArrayOutputStream;

/** Whole numbers as bytes of 7 bits each, the lowest first, those before the last with their highest bit set: small numbers are short. */
final class Varints {

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Appends a number, all of whose 64 bits count. */
    void add(long number) {
        long rest = number;
        while ((rest & -MORE) != 0) {
            bytes.write((int) (rest | MORE));
            rest >>>= BITS;
        }
        bytes.write((int) rest);
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** Reads numbers back. */
    static final class Reader {

        private final byte[] bytes;
        private int next;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        long next() {
            long number = 0;
            for (int shift = 0; shift < Long.SIZE && next < bytes.length; shift += BITS) {
                byte one = bytes[next++];
                number |= (long) (one & (MORE - 1)) << shift;
                if (one >= 0) {
                    return number;
                }
            }
            throw new IllegalArgumentException("there are fewer numbers than expected, or one that is too large");
        }

        boolean atEnd() {
            return next == bytes.length;
        }
    }
}

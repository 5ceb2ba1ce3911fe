package overthink.core.trial;

import java.util.Arrays;

/** Whole numbers as bytes of 7 bits each, the lowest first, those before the last with their highest bit set: small numbers are short. */
final class Varints {

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private byte[] bytes = new byte[256];
    private int size;

    /** Appends a number, all of whose 64 bits count. */
    void add(long number) {
        long rest = number;
        while ((rest & -MORE) != 0) {
            append((byte) (rest | MORE));
            rest >>>= BITS;
        }
        append((byte) rest);
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void append(byte one) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = one;
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

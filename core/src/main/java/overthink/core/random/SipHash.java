package overthink.core.random;

/**
 * SipHash-2-4 of three words (Aumasson and Bernstein 2012): who does not know the key learns nothing of it, nor of any other
 * word, from the words that he sees.
 */
final class SipHash {

    private static final int BYTES = 24;

    private SipHash() {}

    /** The hash of the 24 bytes that {@code a}, {@code b} and {@code c} make, least significant first. */
    static long of(long key0, long key1, long a, long b, long c) {
        long v0 = key0 ^ 0x736F6D6570736575L;
        long v1 = key1 ^ 0x646F72616E646F6DL;
        long v2 = key0 ^ 0x6C7967656E657261L;
        long v3 = key1 ^ 0x7465646279746573L;
        for (int i = 0; i < 4; i++) {
            long message = i == 0 ? a : i == 1 ? b : i == 2 ? c : (long) BYTES << 56;
            v3 ^= message;
            for (int round = 0; round < 2; round++) {
                v0 += v1;
                v2 += v3;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 = Long.rotateLeft(v0, 32) + v3;
                v2 += v1;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 = Long.rotateLeft(v2, 32);
            }
            v0 ^= message;
        }
        v2 ^= 0xFF;
        for (int round = 0; round < 4; round++) {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32) + v3;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}

package overthink.scenarios.recording;

/**
 * A number of 64 bits for a text. Two texts of ten million share one with a chance below 10⁻⁵; only those of a problem are
 * compared, so for a hundred to each of 100,000 problems it is below 10⁻¹⁰.
 */
final class TextHash {

    private static final long PRIME = 0x100000001b3L;

    private TextHash() {}

    /** The number of a text after what was seen before it. */
    static long of(String text, long before) {
        long hash = before ^ 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
            hash ^= hash >>> 29;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }
}

package overthink.core.random;

/**
 * Where a random number lives: (seed, purpose, problem, trial, index). An address is a 64-bit key; a key and a slot give a
 * 64-bit word by SplitMix64's finaliser (Steele, Lea and Flood 2014, variant 13 of Stafford's mixers), so that any word can
 * be had in any order, on any thread, and costs what one multiplication chain costs.
 */
public final class Address {

    /** 2⁶⁴ divided by the golden ratio, made odd: the step from slot to slot. */
    public static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final double TWO_TO_MINUS_52 = 0x1p-52;

    private Address() {}

    /** What a random number is for; numbers of one purpose do not move when another purpose draws more. */
    public enum Purpose {
        /** Problems, candidates, steps, answers. */
        WORLD(0x5851F42D4C957F2DL),
        /** Noise of verifiers and judges. */
        VERIFIER(0x14057B7EF767814FL),
        /** Tokens. */
        COST(0xD1342543DE82EF95L),
        /** The strategy's own draws. */
        STRATEGY(0xAF251AF3B0F025B5L);

        private final long salt;

        Purpose(long salt) {
            this.salt = salt;
        }
    }

    /** SplitMix64's finaliser: a bijection of the 64-bit words in which every output bit depends on every input bit. */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The key of a problem, for what all its trials share. */
    public static long problem(long seed, Purpose purpose, int problem) {
        return mix(mix(mix(seed) + purpose.salt) + (problem + 1L) * GOLDEN);
    }

    /** The key of one trial of a problem. */
    public static long trial(long problemKey, long trial) {
        return mix(problemKey + (trial + 1) * GOLDEN);
    }

    /** The key of a part of whatever {@code key} stands for; parts with different indices are unrelated. */
    public static long part(long key, long index) {
        return mix(key + (index + 1) * GOLDEN);
    }

    /**
     * An odd number by which a stream of words may step, with bits that change often enough for {@link #mix} (Steele, Lea
     * and Flood 2014, §5).
     */
    public static long stride(long key) {
        long odd = mix(key ^ 0x6A09E667F3BCC909L) | 1L;
        return Long.bitCount(odd ^ (odd >>> 1)) < 24 ? odd ^ 0xAAAAAAAAAAAAAAAAL : odd;
    }

    /** The uniform on (0, 1) that a word stands for: the middle of one of 2⁵² equal intervals, so never 0 nor 1. */
    public static double uniform(long word) {
        return ((word >>> 12) + 0.5) * TWO_TO_MINUS_52;
    }

    /**
     * The threshold below which {@code word >>> 1} lies with probability {@code p}; exact to 2⁻⁶³.
     *
     * @param p in [0, 1]
     */
    public static long threshold(double p) {
        return p >= 1 ? Long.MAX_VALUE : (long) (p * 0x1p63);
    }
}

package overthink.core.random;

/**
 * How a random number lives at an address: (seed, purpose, problem, trial, node, slot). An address has a 64-bit word by
 * SplitMix64's finaliser (Steele, Lea and Flood 2014, variant 13 of Stafford's mixers), so that any word can be had in any
 * order, on any thread, and costs what one multiplication chain costs. Addresses are made in this package alone: what there
 * is a random number for stands in {@link Purpose}, and {@link Site} has its words.
 *
 * <p><b>What is promised.</b> Addresses of different purposes, problems, trials, nodes and slots are unrelated. What a strategy
 * is shown (scores, verdicts, answers, tokens, its own stream) gives no efficient way that we know of to find what it is
 * not shown: purposes have secrets that are one way from the seed ({@link Origin}), words that become scores lie between two
 * secrets ({@link Site}), and a strategy's stream is a one-way function of its trial. <b>What is not.</b> This is not
 * cryptography: a word costs a nanosecond and is tested as a random number, not against an attack. Whoever knows the seed, or
 * guesses a small one, knows everything.
 */
public final class Address {

    /** 2⁶⁴ divided by the golden ratio, made odd: the step from slot to slot. */
    static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final double TWO_TO_MINUS_52 = 0x1p-52;

    private Address() {}

    /** SplitMix64's finaliser: a bijection of the 64-bit words in which every output bit depends on every input bit. */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * A further word for the number that {@code word} stands for, where it needs more than one. Words are at the addresses of
     * their purposes and nowhere else, so that nobody else draws at a word.
     *
     * @param index from 1
     */
    static long further(long word, long index) {
        return mix(word + index * GOLDEN);
    }

    /**
     * An odd number by which a stream of words may step, with bits that change often enough for {@link #mix} (Steele, Lea
     * and Flood 2014, §5).
     */
    static long stride(long key) {
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

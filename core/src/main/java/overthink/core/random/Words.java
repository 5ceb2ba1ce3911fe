package overthink.core.random;

/**
 * Words at many addresses at once, the same that {@link Address#mix} and a mask give. The loops hold products of long
 * numbers alone, neither a branch nor a table, and one index for all arrays, so that they run on vectors where the processor
 * multiplies vectors of 64-bit numbers.
 */
final class Words {

    private static final int BLOCK = 1024;

    private static final long[] INDEX = new long[BLOCK];

    static {
        for (int i = 0; i < BLOCK; i++) {
            INDEX[i] = i;
        }
    }

    private Words() {}

    /** Writes the words at {@code first}, {@code first + stride}, … to {@code into}, from index {@code from} to {@code to}. */
    static void inLine(long first, long stride, long mask, long[] into, int from, int to) {
        for (int done = from; done < to; done += BLOCK) {
            int end = Math.min(to, done + BLOCK);
            System.arraycopy(INDEX, 0, into, done, end - done);
            step(into, done, end, first + (done - from) * stride, stride, mask);
        }
    }

    private static void step(long[] indices, int from, int to, long first, long stride, long mask) {
        for (int i = from; i < to; i++) {
            indices[i] = Address.mix(first + indices[i] * stride) ^ mask;
        }
    }

    /** Replaces addresses, from index {@code from} to {@code to}, by the words at them, {@code offset} further on. */
    static void at(long[] addresses, int from, int to, long offset, long mask) {
        for (int i = from; i < to; i++) {
            addresses[i] = Address.mix(addresses[i] + offset) ^ mask;
        }
    }

    /** Replaces thresholds by 1 where the word at the address, {@code offset} further on, halved, is below, else by 0. */
    static void below(long[] addresses, long[] thresholds, int from, int to, long offset, long mask) {
        for (int i = from; i < to; i++) {
            // the sign of the difference: a branch here would be mispredicted every other time
            thresholds[i] = (((Address.mix(addresses[i] + offset) ^ mask) >>> 1) - thresholds[i]) >>> 63;
        }
    }
}

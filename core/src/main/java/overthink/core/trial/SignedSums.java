package overthink.core.trial;

import java.util.Arrays;

/**
 * Sums of whole numbers of either sign, in 128 bits of two's complement each. The numbers are within ±2<sup>47</sup>, and their
 * squares below 2<sup>95</sup>, so that no number of trials that a run can play makes a sum outgrow them.
 */
final class SignedSums {

    private static final double WORD = 0x1p64;

    private final long[] low;
    private final long[] high;

    SignedSums(int size) {
        low = new long[size];
        high = new long[size];
    }

    /** How many there are. */
    int size() {
        return low.length;
    }

    void clear() {
        Arrays.fill(low, 0);
        Arrays.fill(high, 0);
    }

    /** Adds a number. */
    void add(int index, long number) {
        add(index, number >> 63, number);
    }

    /** Adds the square of a number. */
    void addSquare(int index, long number) {
        add(index, Math.multiplyHigh(number, number), number * number);
    }

    /** Adds one sum of another. */
    void add(int index, SignedSums other, int from) {
        add(index, other.high[from], other.low[from]);
    }

    private void add(int index, long upper, long lower) {
        long sum = low[index] + lower;
        long carry = Long.compareUnsigned(sum, lower) < 0 ? 1 : 0;
        low[index] = sum;
        high[index] += upper + carry;
    }

    void write(Varints bytes) {
        for (int i = 0; i < low.length; i++) {
            bytes.add(low[i]);
            bytes.add(high[i]);
        }
    }

    void read(Varints.Reader reader) {
        for (int i = 0; i < low.length; i++) {
            low[i] = reader.next();
            high[i] = reader.next();
        }
    }

    /** A sum as a double. */
    double value(int index) {
        if (high[index] < 0) {
            // of the negated number, so that a sum and its opposite round alike
            long lower = -low[index];
            long upper = ~high[index] + (lower == 0 ? 1 : 0);
            return -(upper * WORD + unsigned(lower));
        }
        return high[index] * WORD + unsigned(low[index]);
    }

    private static double unsigned(long word) {
        // halving keeps the last bit, on which rounding may depend
        return word >= 0 ? word : ((word >>> 1) | (word & 1)) * 2.0;
    }
}

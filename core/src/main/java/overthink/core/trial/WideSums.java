package overthink.core.trial;

import java.util.Arrays;

/**
 * Sums of whole numbers, none negative, in 127 bits each. A sum that would not fit stays at 2<sup>127</sup> − 1: it never
 * wraps.
 */
final class WideSums {

    private static final double WORD = 0x1p64;
    /** From here on a double is no long. */
    private static final double NO_LONG = 0x1p63;
    /** From here on a double is no sum. */
    private static final double NO_SUM = 0x1p127;

    private final long[] low;
    private final long[] high;

    WideSums(int size) {
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

    /** Adds a number that is not negative. */
    void add(int index, long number) {
        long sum = low[index] + number;
        if (low[index] >= 0 && sum >= 0) {
            low[index] = sum;
        } else {
            add(index, 0, number);
        }
    }

    /** Adds one number each to seven sums in a row, none negative, the fifth a whole number of any size. */
    void addSeven(int from, long first, long second, long third, long fourth, double fifth, long sixth, long seventh) {
        long[] sums = low;
        long a = sums[from] + first;
        long b = sums[from + 1] + second;
        long c = sums[from + 2] + third;
        long d = sums[from + 3] + fourth;
        long e = sums[from + 4] + (long) fifth;
        long f = sums[from + 5] + sixth;
        long g = sums[from + 6] + seventh;
        long before = sums[from]
                | sums[from + 1]
                | sums[from + 2]
                | sums[from + 3]
                | sums[from + 4]
                | sums[from + 5]
                | sums[from + 6];
        if ((before | a | b | c | d | e | f | g) >= 0 && fifth < NO_LONG) {
            // none reaches the upper words
            sums[from] = a;
            sums[from + 1] = b;
            sums[from + 2] = c;
            sums[from + 3] = d;
            sums[from + 4] = e;
            sums[from + 5] = f;
            sums[from + 6] = g;
        } else {
            add(from, first);
            add(from + 1, second);
            add(from + 2, third);
            add(from + 3, fourth);
            add(from + 4, fifth);
            add(from + 5, sixth);
            add(from + 6, seventh);
        }
    }

    /** Adds a whole number that is not negative. */
    void add(int index, double number) {
        if (number < NO_LONG) {
            add(index, (long) number);
        } else if (number < NO_SUM) {
            // both parts are exact: a double of this size has no more than 53 bits, none below the point
            long upper = (long) (number / WORD);
            double rest = number - upper * WORD;
            long lower = rest < NO_LONG ? (long) rest : (long) (rest - NO_LONG) ^ Long.MIN_VALUE;
            add(index, upper, lower);
        } else {
            add(index, Long.MAX_VALUE, -1);
        }
    }

    /** Adds one sum of another. */
    void add(int index, WideSums other, int from) {
        add(index, other.high[from], other.low[from]);
    }

    private void add(int index, long upper, long lower) {
        long sum = low[index] + lower;
        long carry = Long.compareUnsigned(sum, lower) < 0 ? 1 : 0;
        long top = high[index] + upper + carry;
        low[index] = sum;
        high[index] = top;
        if (top < 0) {
            low[index] = -1;
            high[index] = Long.MAX_VALUE;
        }
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
        return high[index] * WORD + unsigned(low[index]);
    }

    /** A sum as far as a long goes. */
    long whole(int index) {
        return high[index] != 0 || low[index] < 0 ? Long.MAX_VALUE : low[index];
    }

    private static double unsigned(long word) {
        // halving keeps the last bit, on which rounding may depend
        return word >= 0 ? word : ((word >>> 1) | (word & 1)) * 2.0;
    }
}

package overthink.core.trial;

import java.util.Arrays;

/**
 * How often amounts occurred that are not negative. Between each power of 2 and the next there are {@value #PARTS} parts of equal
 * width; counted are the amounts in each part, and kept are the least and the greatest of them. So memory is bounded, and adding
 * is exact and in any order: what there is in the end is a function of the amounts alone.
 *
 * <p>A quantile is the greatest amount that occurred in its part: it is no less than the amount at that rank, above it by less
 * than 1/{@value #PARTS} of it, and exactly it where the part has one amount, as all whole numbers below {@value #PARTS} have.
 */
public final class AmountCounts {

    /** Parts between a power of 2 and the next. */
    public static final int PARTS = 128;

    /** What a part takes, in bytes. */
    static final int BYTES_A_PART = Integer.BYTES + Long.BYTES + 2 * Double.BYTES;

    /** The parts that amounts of one kind fall into, as a rule at most: within a factor of 2^8. */
    static final int PARTS_AS_A_RULE = 8 * PARTS;

    /** Of the bits of a double, those below the ones that tell its part. */
    private static final int BELOW = 52 - 7;

    private static final int PERCENT = 100;

    private int size;
    /** Ascending. */
    private int[] parts = {};

    private long[] counts = {};
    private double[] least = {};
    private double[] greatest = {};
    private long total;

    /** How many amounts there are. */
    public long total() {
        return total;
    }

    void clear() {
        size = 0;
        total = 0;
        parts = new int[0];
        reserve(0);
    }

    /**
     * Adds amounts, and sorts them.
     *
     * @param amounts of which the first {@code count} are added, none negative
     */
    void add(double[] amounts, int count) {
        Arrays.sort(amounts, 0, count);
        AmountCounts added = new AmountCounts();
        int different = 0;
        for (int i = 0; i < count; i++) {
            different += i == 0 || part(amounts[i]) != part(amounts[i - 1]) ? 1 : 0;
        }
        added.parts = new int[different];
        added.reserve(different);
        for (int i = 0; i < count; i++) {
            if (i == 0 || part(amounts[i]) != part(amounts[i - 1])) {
                added.append(part(amounts[i]), 0, amounts[i], amounts[i]);
            }
            added.counts[added.size - 1]++;
            added.greatest[added.size - 1] = amounts[i];
        }
        added.total = count;
        add(added);
    }

    /** Adds all that others counted. */
    public void add(AmountCounts other) {
        if (isNew(other)) {
            merge(other);
        } else {
            int at = 0;
            for (int i = 0; i < other.size; i++) {
                while (parts[at] != other.parts[i]) {
                    at++;
                }
                counts[at] += other.counts[i];
                least[at] = Math.min(least[at], other.least[i]);
                greatest[at] = Math.max(greatest[at], other.greatest[i]);
            }
        }
        total += other.total;
    }

    /** Whether another has amounts in a part where there is none here. */
    private boolean isNew(AmountCounts other) {
        int at = 0;
        for (int i = 0; i < other.size; i++) {
            while (at < size && parts[at] < other.parts[i]) {
                at++;
            }
            if (at == size || parts[at] != other.parts[i]) {
                return true;
            }
        }
        return false;
    }

    private void merge(AmountCounts other) {
        AmountCounts both = new AmountCounts();
        both.parts = new int[size + other.size];
        both.reserve(size + other.size);
        int i = 0;
        int j = 0;
        while (i < size || j < other.size) {
            int one = i < size ? parts[i] : Integer.MAX_VALUE;
            int two = j < other.size ? other.parts[j] : Integer.MAX_VALUE;
            if (one == two) {
                both.append(
                        one,
                        counts[i] + other.counts[j],
                        Math.min(least[i], other.least[j]),
                        Math.max(greatest[i], other.greatest[j]));
            } else if (one < two) {
                both.append(one, counts[i], least[i], greatest[i]);
            } else {
                both.append(two, other.counts[j], other.least[j], other.greatest[j]);
            }
            i += one <= two ? 1 : 0;
            j += two <= one ? 1 : 0;
        }
        size = both.size;
        parts = Arrays.copyOf(both.parts, size);
        counts = Arrays.copyOf(both.counts, size);
        least = Arrays.copyOf(both.least, size);
        greatest = Arrays.copyOf(both.greatest, size);
    }

    private void append(int part, long count, double lowest, double highest) {
        parts[size] = part;
        counts[size] = count;
        least[size] = lowest;
        greatest[size] = highest;
        size++;
    }

    private void reserve(int room) {
        counts = new long[room];
        least = new double[room];
        greatest = new double[room];
    }

    private static int part(double amount) {
        return (int) (Double.doubleToLongBits(amount) >>> BELOW);
    }

    // ---- quantiles ----

    /**
     * The amount at the rank of a quantile, but for the width of its part; {@code NaN} when there is none.
     *
     * @param percent from 1 to 100
     */
    public double quantile(int percent) {
        return total == 0 ? Double.NaN : greatest[at(rank(percent))];
    }

    /**
     * Half the distance between the quantiles at the ranks qn ± √(q(1 − q)n), the width of their parts included.
     *
     * @param percent from 1 to 99
     */
    public double error(int percent) {
        if (total == 0) {
            return Double.NaN;
        }
        double spread = Math.sqrt((double) percent * (PERCENT - percent) * total) / PERCENT;
        long rank = rank(percent);
        double from = least[at(Math.max(1, (long) Math.floor(rank - spread)))];
        double to = greatest[at(Math.min(total, (long) Math.ceil(rank + spread)))];
        return (to - from) / 2;
    }

    private long rank(int percent) {
        // whole hundreds apart: no product is too large, and no rank off by rounding
        return total / PERCENT * percent + (total % PERCENT * percent + PERCENT - 1) / PERCENT;
    }

    private int at(long rank) {
        long passed = 0;
        for (int i = 0; i < size; i++) {
            passed += counts[i];
            if (passed >= rank) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no rank %d of %d".formatted(rank, total));
    }

    // ---- as bytes ----

    void write(Varints bytes) {
        bytes.add(size);
        for (int i = 0; i < size; i++) {
            bytes.add(counts[i]);
            bytes.add(mirrored(least[i]));
            bytes.add(mirrored(greatest[i]));
        }
    }

    /** Makes this what was written. */
    void read(Varints.Reader reader) {
        size = 0;
        total = 0;
        int room = Math.toIntExact(reader.next());
        parts = new int[room];
        reserve(room);
        for (int i = 0; i < room; i++) {
            long count = reader.next();
            double lowest = amount(reader.next());
            append(part(lowest), count, lowest, amount(reader.next()));
            total += count;
        }
    }

    /** The bits of an amount from the other end: of a whole number that is not large the first are 0. */
    private static long mirrored(double amount) {
        return Long.reverse(Double.doubleToLongBits(amount));
    }

    private static double amount(long mirrored) {
        return Double.longBitsToDouble(Long.reverse(mirrored));
    }
}

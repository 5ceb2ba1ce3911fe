package overthink.core.random;

/**
 * A law on 0, 1, …, n − 1 from which a word picks with one table look-up (Walker 1977, Vose 1991). The columns are as many
 * as the next power of two, so that a word's low bits name one.
 */
public final class AliasTable {

    /** By column: what is picked from the column's threshold on, and what below it. */
    private final int[] choices;

    private final long[] threshold;
    private final int mask;

    /**
     * Builds the table.
     *
     * @param weights at least one; none negative, at least one positive; they need not sum to 1
     */
    public AliasTable(double[] weights) {
        int n = weights.length;
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weights must have a positive, finite sum, not " + sum);
        }
        int columns = n == 1 ? 1 : Integer.highestOneBit(n - 1) << 1;
        mask = columns - 1;
        choices = new int[2 * columns];
        threshold = new long[columns];
        double[] scaled = new double[columns];
        int[] small = new int[columns];
        int[] large = new int[columns];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < columns; i++) {
            scaled[i] = i < n ? weights[i] / sum * columns : 0;
            if (scaled[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[--larges];
            set(less, scaled[less], more);
            scaled[more] -= 1 - scaled[less];
            if (scaled[more] < 1) {
                small[smalls++] = more;
            } else {
                large[larges++] = more;
            }
        }
        while (larges > 0) {
            int i = large[--larges];
            set(i, 1, i);
        }
        while (smalls > 0) {
            int i = small[--smalls];
            set(i, 1, i);
        }
    }

    private void set(int column, double share, int other) {
        threshold[column] = Address.threshold(share);
        choices[2 * column] = other;
        choices[2 * column + 1] = column;
    }

    /** What a word picks; without a branch, since which side of the threshold it is on cannot be predicted. */
    public int pick(long word) {
        int column = (int) word & mask;
        int below = (int) (((word >>> 1) - threshold[column]) >>> 63);
        return choices[2 * column + below];
    }

    /**
     * What the first {@code count} of {@code words} pick.
     *
     * @param plus is added to each
     * @param into receives them from index {@code at} on
     */
    public void pick(long[] words, int plus, int[] into, int at, int count) {
        for (int i = 0; i < count; i++) {
            into[at + i] = pick(words[i]) + plus;
        }
    }
}

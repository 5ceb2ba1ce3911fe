package overthink.core.random;

/** A law on 0, 1, …, n − 1 from which a word picks with one table look-up (Walker 1977, Vose 1991). */
public final class AliasTable {

    /** By column: what is picked below the column's threshold, and what from it on. */
    private final int[] choices;

    private final long[] threshold;
    private final long size;

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
        size = n;
        choices = new int[2 * n];
        threshold = new long[n];
        double[] scaled = new double[n];
        int[] small = new int[n];
        int[] large = new int[n];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < n; i++) {
            scaled[i] = weights[i] / sum * n;
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
        choices[2 * column] = column;
        choices[2 * column + 1] = other;
    }

    /** What a word picks; without a branch, since which side of the threshold it is on cannot be predicted. */
    public int pick(long word) {
        long bits = word >>> 1;
        int column = (int) Math.multiplyHigh(bits, size << 1);
        long within = (bits * (size << 1)) >>> 1;
        int above = (int) ((within - threshold[column]) >>> 63) ^ 1;
        return choices[2 * column + above];
    }
}

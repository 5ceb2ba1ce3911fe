package overthink.core.solve.draw;

import java.util.Arrays;
import overthink.core.random.Address;
import overthink.core.random.Binomial;
import overthink.core.random.CounterStream;

/**
 * How many of n candidates are of each kind. The kinds are the leaves of a balanced tree; n is split between the two halves
 * by a binomial number, and so on down, past halves that get none: a draw costs at most one binomial number for each kind, and
 * for few candidates among very many kinds about log₂(kinds) uniforms for each candidate.
 */
public final class Multinomial {

    /** In heap order from 1: the weight below each node; leaves from {@code leaves} on. */
    private double[] sums = {0, 1};

    private int leaves = 1;
    private double[] weighed = {};

    private int[] kinds = new int[16];
    private long[] counts = new long[16];
    private int hits;

    /** The probabilities, in any unit; an array that was given last is not read again. */
    void weigh(double[] weights) {
        if (weighed == weights) {
            return;
        }
        weighed = weights;
        leaves = weights.length <= 1 ? 1 : Integer.highestOneBit(weights.length - 1) << 1;
        sums = new double[2 * leaves];
        System.arraycopy(weights, 0, sums, leaves, weights.length);
        for (int node = leaves - 1; node >= 1; node--) {
            sums[node] = sums[2 * node] + sums[2 * node + 1];
        }
    }

    /** Draws; the kinds that are given by at least one candidate are the hits. */
    void draw(long n, CounterStream stream) {
        hits = 0;
        if (n > 0) {
            split(1, n, stream);
        }
    }

    /** How many kinds were given. */
    public int hits() {
        return hits;
    }

    /** The kind of a hit, ascending. */
    public int kind(int hit) {
        return kinds[hit];
    }

    /** How many candidates are of that kind, at least 1. */
    public long count(int hit) {
        return counts[hit];
    }

    private void split(int top, long all, CounterStream stream) {
        int node = top;
        long n = all;
        while (node < leaves) {
            if (n == 1) {
                node = descend(node, stream);
                break;
            }
            int left = 2 * node;
            long lefts = Binomial.draw(n, sums[left] / sums[node], stream);
            if (lefts == n) {
                node = left;
            } else {
                if (lefts > 0) {
                    split(left, lefts, stream);
                }
                n -= lefts;
                node = left + 1;
            }
        }
        if (hits == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * hits);
            counts = Arrays.copyOf(counts, 2 * hits);
        }
        kinds[hits] = node - leaves;
        counts[hits] = n;
        hits++;
    }

    /** The kind of one candidate. */
    private int descend(int top, CounterStream stream) {
        int node = top;
        double x = Address.uniform(stream.nextLong()) * sums[node];
        while (node < leaves) {
            node *= 2;
            double left = sums[node];
            if (x >= left && sums[node + 1] > 0) {
                x -= left;
                node++;
            }
        }
        return node;
    }
}

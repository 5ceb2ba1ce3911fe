package overthink.strategies.search;

import java.util.Arrays;

/**
 * A binary heap of nodes, greatest value first, and a selection of the best from it, which order equal values as the
 * usual heaps on an array do: by where the exchanges happen to leave them.
 */
final class BinaryHeap {

    private int size;
    private int[] nodes = {};
    private double[] values = {};
    private int[] chosen = {};

    void clear() {
        size = 0;
    }

    /** Adds a node at the end and lets it rise. */
    void push(int node, double value) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * size + 16);
            values = Arrays.copyOf(values, 2 * size + 16);
            chosen = new int[2 * size + 16];
        }
        int at = size++;
        while (at > 0) {
            int above = (at - 1) >> 1;
            if (!(value > values[above])) {
                break;
            }
            nodes[at] = nodes[above];
            values[at] = values[above];
            at = above;
        }
        nodes[at] = node;
        values[at] = value;
    }

    /**
     * Finds the best, by descending value.
     *
     * @param most how many
     * @param into receives them
     * @return how many there are, at most {@code most}
     */
    int best(int most, int[] into) {
        int count = Math.min(most, size);
        if (count == 0) {
            return 0;
        }
        for (int i = 0; i < count; i++) {
            chosen[i] = i;
        }
        if (count < size) {
            select(count);
        }
        sort(count);
        for (int i = 0; i < count; i++) {
            into[i] = nodes[chosen[i]];
        }
        return count;
    }

    /** Leaves the best in {@code chosen}, as a heap with the worst first, which the others try to displace. */
    private void select(int count) {
        for (int i = count / 2 - 1; i >= 0; i--) {
            sink(i, count);
        }
        for (int i = count; i < size; i++) {
            if (values[i] > values[chosen[0]]) {
                chosen[0] = i;
                sink(0, count);
            }
        }
    }

    /** Lets an entry sink to a leaf along the worse children, and rise again to where it belongs. */
    private void sink(int from, int count) {
        int entry = chosen[from];
        int at = from;
        int child = 2 * at + 1;
        while (child < count) {
            int other = child + 1;
            if (other < count && !(values[chosen[other]] > values[chosen[child]])) {
                child = other;
            }
            chosen[at] = chosen[child];
            at = child;
            child = 2 * at + 1;
        }
        while (at > from) {
            int above = (at - 1) >> 1;
            if (!(values[chosen[above]] > values[entry])) {
                break;
            }
            chosen[at] = chosen[above];
            at = above;
        }
        chosen[at] = entry;
    }

    /** Stable, by descending value. */
    private void sort(int count) {
        for (int i = 1; i < count; i++) {
            int entry = chosen[i];
            int at = i;
            for (; at > 0 && values[entry] > values[chosen[at - 1]]; at--) {
                chosen[at] = chosen[at - 1];
            }
            chosen[at] = entry;
        }
    }
}

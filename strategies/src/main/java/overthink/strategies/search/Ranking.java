package overthink.strategies.search;

import java.util.Arrays;

/**
 * Slots by descending score, of equals the earlier slot first; as far down as is asked for.
 *
 * <p>Slots are counted into equal intervals of the scores' range. Those in intervals that hold none of the best are
 * left there; the others are put in the order of their intervals, which a pass of insertions completes. That is linear
 * unless the scores crowd into few intervals, in which case a quicksort takes over. One or two of many, or any of few, are kept in
 * order by insertion as slots are looked at.
 */
final class Ranking {

    /** Ranges up to this length are sorted by insertion. */
    private static final int SHORT = 12;

    /** So few are kept by insertion, of however many. */
    private static final int FEW = 2;

    /** Every so many-th score tells the range that is divided. */
    private static final int LOOKED_AT = 4;

    /** Shifts of the closing insertions, for each slot ranked, after which they are given up. */
    private static final int SHIFTS = 4;

    private int[] order = {};
    private int[] interval = {};
    private int[] starts = {};
    private int[] near = {};
    private double[] scores = {};

    /** Where the first interval begins. */
    private double greatest;

    private double perUnit;

    /** Of how many slots the intervals are, which serve again as long as they tell slots apart; 0 when they are to be laid anew. */
    private int laidFor;

    /**
     * Ranks a frontier's slots.
     *
     * @param kept how many ranks to settle, at most the frontier's size
     * @return the slots; the first {@code kept} in order, behind them nothing that means anything
     */
    int[] best(Frontier frontier, int kept) {
        return best(frontier.scores(), frontier.size(), kept);
    }

    /**
     * Ranks the first {@code count} slots of a list of scores.
     *
     * @param values the scores, none of them NaN
     * @param kept how many ranks to settle, at most {@code count}
     * @return the slots; the first {@code kept} in order, behind them nothing that means anything
     */
    int[] best(double[] values, int count, int kept) {
        reserve(count);
        scores = values;
        if (count <= SHORT || kept <= FEW) {
            insertBest(count, kept);
        } else if (!sortByIntervals(count, kept)) {
            sortByComparing(count, kept);
        }
        return order;
    }

    private void reserve(int count) {
        if (count > order.length) {
            order = new int[count];
            interval = new int[count];
            starts = new int[count];
            near = new int[count];
        }
    }

    /** Keeps the best of the slots looked at so far in order, by insertion. */
    private void insertBest(int count, int kept) {
        int held = 0;
        for (int slot = 0; slot < count; slot++) {
            double score = scores[slot];
            int j = held;
            if (held < kept) {
                held++;
            } else if (kept > 0 && score > scores[order[kept - 1]]) {
                j = kept - 1;
            } else {
                continue;
            }
            for (; j > 0 && score > scores[order[j - 1]]; j--) {
                order[j] = order[j - 1];
            }
            order[j] = slot;
        }
    }

    /** Returns false, with nothing settled, when there are no equal intervals. */
    private boolean sortByIntervals(int count, int kept) {
        if (laidFor != count && !layIntervals(count)) {
            return false;
        }
        int lastInterval = countIntervals(count, kept);
        int ranked = scatter(count, lastInterval);
        if (!insertAll(ranked)) {
            laidFor = 0;
            sort(0, ranked, kept);
        }
        return true;
    }

    /** Divides the range of some of the scores; what lies beyond is counted to the outer intervals. */
    private boolean layIntervals(int count) {
        greatest = scores[0];
        double least = scores[0];
        for (int slot = LOOKED_AT; slot < count; slot += LOOKED_AT) {
            greatest = Math.max(greatest, scores[slot]);
            least = Math.min(least, scores[slot]);
        }
        perUnit = (count - 1) / (greatest - least);
        laidFor = perUnit > 0 && perUnit < Double.POSITIVE_INFINITY ? count : 0;
        return laidFor > 0;
    }

    /** Sets where each interval's slots start, as far as the interval of the last of the best, which it returns. */
    private int countIntervals(int count, int kept) {
        Arrays.fill(starts, 0, count, 0);
        for (int slot = 0; slot < count; slot++) {
            int at = Math.max(0, Math.min(count - 1, (int) ((greatest - scores[slot]) * perUnit)));
            interval[slot] = at;
            starts[at]++;
        }
        int at = -1;
        int before = 0;
        while (before < kept) {
            at++;
            int within = starts[at];
            starts[at] = before;
            before += within;
        }
        return at;
    }

    /** Puts the slots as far as an interval in the order of their intervals, within one by slot; returns how many. */
    private int scatter(int count, int lastInterval) {
        int ranked = 0;
        for (int slot = 0; slot < count; slot++) {
            near[ranked] = slot;
            // the sign of the difference: a branch here would be mispredicted as often as slots are kept
            ranked += (interval[slot] - lastInterval - 1) >>> 31;
        }
        for (int i = 0; i < ranked; i++) {
            int slot = near[i];
            order[starts[interval[slot]]++] = slot;
        }
        return ranked;
    }

    /** Sorts by insertion what is nearly in order; returns false when it is not, after a bounded effort. */
    private boolean insertAll(int ranked) {
        int shifts = SHIFTS * ranked;
        for (int i = 1; i < ranked; i++) {
            int slot = order[i];
            double score = scores[slot];
            int j = i;
            for (; j > 0 && score > scores[order[j - 1]]; j--) {
                order[j] = order[j - 1];
            }
            order[j] = slot;
            shifts -= i - j;
            if (shifts < 0) {
                return false;
            }
        }
        // more than one for each, and the intervals may be of other scores than these
        if (shifts < (SHIFTS - 1) * ranked) {
            laidFor = 0;
        }
        return true;
    }

    private void sortByComparing(int count, int kept) {
        for (int slot = 0; slot < count; slot++) {
            order[slot] = slot;
        }
        sort(0, count, kept);
    }

    /** Quicksort that leaves alone what lies behind the first {@code kept} ranks. */
    private void sort(int from, int to, int kept) {
        int low = from;
        while (to - low > SHORT && low < kept) {
            int middle = partition(low, to);
            sort(low, middle, kept);
            low = middle;
        }
        if (low < kept) {
            insertionSort(low, to);
        }
    }

    /** Hoare's partition around the median of three; returns the first index of the lower-ranked part. */
    private int partition(int from, int to) {
        int pivot = median(order[from], order[(from + to) >>> 1], order[to - 1]);
        int i = from;
        int j = to - 1;
        while (true) {
            while (before(order[i], pivot)) {
                i++;
            }
            while (before(pivot, order[j])) {
                j--;
            }
            if (i >= j) {
                return i;
            }
            int swapped = order[i];
            order[i++] = order[j];
            order[j--] = swapped;
        }
    }

    private void insertionSort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int slot = order[i];
            int j = i;
            for (; j > from && before(slot, order[j - 1]); j--) {
                order[j] = order[j - 1];
            }
            order[j] = slot;
        }
    }

    private int median(int a, int b, int c) {
        if (before(a, b)) {
            return before(b, c) ? b : before(a, c) ? c : a;
        }
        return before(a, c) ? a : before(b, c) ? c : b;
    }

    private boolean before(int slot, int other) {
        double score = scores[slot];
        double otherScore = scores[other];
        return score > otherScore || (score == otherScore && slot < other);
    }
}

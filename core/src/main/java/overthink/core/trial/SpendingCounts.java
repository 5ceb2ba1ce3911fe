package overthink.core.trial;

import java.util.Arrays;

/**
 * How often trials spent what of the {@linkplain Amount amounts} of which quantiles are asked for, for each cell of problems and
 * each budget.
 */
public final class SpendingCounts {

    /** What is counted. */
    public enum Amount {
        /** Tokens generated. */
        TOKENS,
        /** Latency in nanoseconds. */
        NANOS,
        /** Dollars. */
        USD
    }

    private static final int AMOUNTS = Amount.values().length;

    private final int budgets;
    /** By problem. */
    private final int[] cells;
    /** By cell, budget and amount. */
    private final AmountCounts[] counts;

    // the trials of a shard that are not sorted into counts yet, by budget and amount
    private final double[][] latest;
    private final int[] latestCount;

    /**
     * Nothing is counted yet.
     *
     * @param cells in which cell each problem is, from 0 on
     */
    public SpendingCounts(int budgets, int[] cells) {
        this.budgets = budgets;
        this.cells = cells;
        counts = new AmountCounts[(Arrays.stream(cells).max().orElse(0) + 1) * budgets * AMOUNTS];
        Arrays.setAll(counts, i -> new AmountCounts());
        latest = new double[budgets * AMOUNTS][0];
        latestCount = new int[budgets];
    }

    /** What the counts of one cell and budget take as a rule, in bytes. */
    public static long bytes() {
        return (long) AMOUNTS * AmountCounts.PARTS_AS_A_RULE * AmountCounts.BYTES_A_PART;
    }

    void clear() {
        for (AmountCounts one : counts) {
            one.clear();
        }
        Arrays.fill(latestCount, 0);
    }

    /** Counts a trial of the only problem. */
    void add(int budget, Ledger ledger) {
        int at = latestCount[budget]++;
        add(budget, Amount.TOKENS, at, ledger.tokens());
        add(budget, Amount.NANOS, at, ledger.timeline.nanos());
        add(budget, Amount.USD, at, ledger.usd());
    }

    private void add(int budget, Amount amount, int at, double spent) {
        int row = budget * AMOUNTS + amount.ordinal();
        if (latest[row].length == at) {
            latest[row] = Arrays.copyOf(latest[row], Math.max(2 * at, TrialGroups.SHARD_TRIALS));
        }
        latest[row][at] = spent;
    }

    /** Sorts what was added into the counts. */
    void settle() {
        for (int row = 0; row < latest.length; row++) {
            counts[row].add(latest[row], latestCount[row / AMOUNTS]);
        }
        Arrays.fill(latestCount, 0);
    }

    /** Adds a shard, which has the trials of one problem and is settled. */
    synchronized void add(int problem, SpendingCounts shard) {
        int from = cells[problem] * budgets * AMOUNTS;
        for (int i = 0; i < shard.counts.length; i++) {
            counts[from + i].add(shard.counts[i]);
        }
    }

    /** How often the trials of the problems of some cells spent what. */
    public AmountCounts of(int[] ofCells, int budget, Amount amount) {
        AmountCounts all = new AmountCounts();
        for (int cell : ofCells) {
            all.add(counts[(cell * budgets + budget) * AMOUNTS + amount.ordinal()]);
        }
        return all;
    }

    void write(Varints bytes) {
        for (AmountCounts one : counts) {
            one.write(bytes);
        }
    }

    void read(Varints.Reader reader) {
        for (AmountCounts one : counts) {
            one.read(reader);
        }
    }
}

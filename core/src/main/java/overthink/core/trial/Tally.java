package overthink.core.trial;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import overthink.core.model.Model;

/**
 * Whole-number sums over trials, for each problem, group of trials and budget. Adding is exact and in any order, so shards may
 * finish as they like.
 */
public final class Tally {

    /** What was committed is worth, in units of 1 ÷ {@link Model#RIGHT}. */
    public static final int WORTH = 0;

    /** The square of that worth, in the same units: the worth itself where answers are right or wrong. */
    public static final int SQUARED_WORTH = 1;

    /** Trials at whose end nothing was committed. */
    public static final int ABSTAINED = 2;

    /** Trials that made a right candidate. */
    public static final int COVERED = 3;

    /** Trials closed. */
    public static final int TRIALS = 4;

    /** Steps generated. */
    public static final int STEPS = 5;

    /** Tokens generated. */
    public static final int TOKENS = 6;

    /** Calls of verifiers and judge. */
    public static final int VERIFIER_CALLS = 7;

    /** Rounds, one after the other. */
    public static final int ROUNDS = 8;

    /** Latency in nanoseconds. */
    public static final int NANOS = 9;

    /** Tokens that the policy read, but for those from its cache: prompts, and what revisions and merges read. */
    public static final int PROMPT_TOKENS = 10;

    /** Tokens that the policy read from its cache. */
    public static final int CACHED_TOKENS = 11;

    /** Right candidates, where they are counted. */
    public static final int CORRECT = 12;

    /** Different answers, likewise. */
    public static final int DISTINCT = 13;

    /** Tokens of the candidates committed, likewise. */
    public static final int COMMITTED_TOKENS = 14;

    /** The fields that no number of trials makes outgrow a long. */
    private static final int COUNTS = 5;
    /** The fields that may outgrow a long. */
    private static final int COSTS = 7;
    /** Those beside that are counted on request. */
    private static final int CANDIDATES = 3;

    /** The first of the amounts that are told apart because they cost something else than others; the others follow. */
    public static final int TOLD = COMMITTED_TOKENS + 1;

    private final int budgets;
    private final TrialGroups groups;
    /** By problem; in each by group, budget and field. */
    private final long[][] counts;
    /** By problem; in each by group, budget and field. */
    private final WideSums[] costs;

    /** How many amounts are counted because they cost something else than others. */
    private final int told;

    /** By problem; in each by group, budget and number of the quality, the sum and that of the squares. */
    private final SignedSums[] qualities;
    /** How many numbers make up a quality. */
    private final int numbers;

    private final int wideFields;
    private final @Nullable SpendingCounts spendings;

    private int group;

    /** A tally that does not tell groups of trials apart. */
    Tally(int problems, int budgets) {
        this(problems, budgets, TrialGroups.ONE);
    }

    /** A tally that sums the trials of each group apart. */
    public Tally(int problems, int budgets, TrialGroups groups) {
        this(problems, budgets, groups, 0, false, null);
    }

    /**
     * A tally that sums the trials of each group apart.
     *
     * @param told how many amounts are counted because they cost something else than others, as {@link overthink.core.law.cost.Costs#told} has
     *     them
     * @param counting whether what candidates are is counted
     * @param spendings counts how often trials spend what; null when nobody asks
     */
    public Tally(
            int problems,
            int budgets,
            TrialGroups groups,
            int told,
            boolean counting,
            @Nullable SpendingCounts spendings) {
        this(problems, budgets, groups, told, counting, 0, spendings);
    }

    /**
     * A tally that sums the trials of each group apart.
     *
     * @param told how many amounts are counted because they cost something else than others
     * @param counting whether what candidates are is counted
     * @param numbers how many numbers make up a candidate's quality; 0 when it is none
     * @param spendings counts how often trials spend what; null when nobody asks
     */
    public Tally(
            int problems,
            int budgets,
            TrialGroups groups,
            int told,
            boolean counting,
            int numbers,
            @Nullable SpendingCounts spendings) {
        this.told = told;
        this.budgets = budgets;
        this.numbers = numbers;
        this.groups = groups;
        this.spendings = spendings;
        wideFields = wideFields(told, counting);
        int cells = Math.multiplyExact(groups.count(), budgets);
        counts = new long[problems][Math.multiplyExact(cells, COUNTS)];
        costs = new WideSums[problems];
        Arrays.setAll(costs, problem -> new WideSums(Math.multiplyExact(cells, wideFields)));
        qualities = new SignedSums[numbers == 0 ? 0 : problems];
        Arrays.setAll(qualities, problem -> new SignedSums(Math.multiplyExact(cells, 2 * numbers)));
    }

    private static int wideFields(int told, boolean counting) {
        return COSTS + told + (counting ? CANDIDATES : 0);
    }

    /** What the sums of one problem, group and budget take. */
    public static long bytes(int told, boolean counting, int numbers) {
        return Long.BYTES * (COUNTS + 2L * wideFields(told, counting) + 4L * numbers);
    }

    /** Where a field that may outgrow a long is in a cell: what is counted on request comes last. */
    private int wide(int field) {
        if (field >= TOLD) {
            return COSTS + field - TOLD;
        }
        return field < CORRECT ? field - COUNTS : COSTS + told + field - CORRECT;
    }

    /** How many amounts are counted because they cost something else than others. */
    public int told() {
        return told;
    }

    /** How many numbers make up a candidate's quality; 0 when it is none. */
    public int numbers() {
        return numbers;
    }

    /** Whether what candidates are is counted. */
    public boolean counting() {
        return wideFields > COSTS + told;
    }

    /** How often trials spent what; null when that is not counted. */
    public @Nullable SpendingCounts spendings() {
        return spendings;
    }

    /** How trials are grouped. */
    public TrialGroups groups() {
        return groups;
    }

    /** Forgets all trials. */
    public void clear() {
        for (long[] one : counts) {
            Arrays.fill(one, 0);
        }
        for (WideSums one : costs) {
            one.clear();
        }
        for (SignedSums one : qualities) {
            one.clear();
        }
        if (spendings != null) {
            spendings.clear();
        }
    }

    /** What is added from here on belongs to a trial of this number. */
    public void turnTo(long trial) {
        group = groups.of(trial);
    }

    /** Closes one trial at one budget; what was committed is worth so much, from 0 to {@link Model#RIGHT}. */
    void add(int problem, int budget, long worth, boolean abstained, boolean covered, Ledger ledger) {
        add(problem, budget, worth, abstained, covered);
        costs[problem].addSeven(
                cell(group, budget) * wideFields,
                ledger.steps,
                ledger.tokens(),
                ledger.verifierCalls,
                ledger.timeline.rounds(),
                ledger.timeline.nanos(),
                ledger.freshTokens(),
                ledger.cachedTokens());
        for (int i = 0; i < told; i++) {
            costs[problem].add(cell(group, budget) * wideFields + COSTS + i, ledger.told(i));
        }
        if (spendings != null) {
            spendings.add(budget, ledger);
        }
    }

    /** Adds what the candidates of a trial are at one budget. */
    void count(int problem, int budget, long right, long distinct, long committedTokens) {
        int at = cell(group, budget) * wideFields;
        costs[problem].add(at + wide(CORRECT), right);
        costs[problem].add(at + wide(DISTINCT), distinct);
        costs[problem].add(at + wide(COMMITTED_TOKENS), committedTokens);
    }

    /**
     * Adds a number of the quality of what a trial committed at one budget.
     *
     * @param which its place
     * @param quality in units of 1 ÷ {@link Model#QUALITY_UNIT}
     */
    void rate(int problem, int budget, int which, long quality) {
        if (numbers > 0) {
            int at = (cell(group, budget) * numbers + which) * 2;
            qualities[problem].add(at, quality);
            qualities[problem].addSquare(at + 1, quality);
        }
    }

    /** The sum of a number of the quality over the trials of one group that gave an answer. */
    public double quality(int problem, int ofGroup, int budget, int which) {
        return qualities[problem].value((cell(ofGroup, budget) * numbers + which) * 2) / Model.QUALITY_UNIT;
    }

    /** The sum of a number of the quality over all trials that gave an answer. */
    public double quality(int problem, int budget, int which) {
        return qualitySum(problem, budget, 2 * which) / Model.QUALITY_UNIT;
    }

    /** The sum of its squares. */
    public double squaredQuality(int problem, int budget, int which) {
        return qualitySum(problem, budget, 2 * which + 1) / Model.QUALITY_UNIT / Model.QUALITY_UNIT;
    }

    private double qualitySum(int problem, int budget, int field) {
        SignedSums total = new SignedSums(1);
        for (int one = 0; one < groups.count(); one++) {
            total.add(0, qualities[problem], cell(one, budget) * numbers * 2 + field);
        }
        return total.value(0);
    }

    /** Closes one trial at one budget whose spending is known beforehand. */
    public void add(int problem, int budget, long worth, boolean abstained, boolean covered) {
        long[] into = counts[problem];
        int at = cell(group, budget) * COUNTS;
        into[at + TRIALS]++;
        into[at + WORTH] += worth;
        into[at + SQUARED_WORTH] += worth * worth / Model.RIGHT;
        into[at + ABSTAINED] += abstained ? 1 : 0;
        into[at + COVERED] += covered ? 1 : 0;
    }

    /** Ends a shard: what its trials spent is sorted. */
    public void settle() {
        if (spendings != null) {
            spendings.settle();
        }
    }

    /** Adds how often the trials of a shard spent what, where that is counted; apart from its sums, since it takes longer. */
    public void addSpendings(int problem, Tally shard) {
        if (spendings != null && shard.spendings != null) {
            spendings.add(problem, shard.spendings);
        }
    }

    /** Adds a shard: the tally of one problem in the groups of one shard, which has this trial. */
    public synchronized void add(int problem, Tally shard, long trial) {
        int cell = cell(groups.first(trial), 0);
        long[] into = counts[problem];
        long[] from = shard.counts[0];
        for (int i = 0; i < from.length; i++) {
            into[cell * COUNTS + i] += from[i];
        }
        for (int i = 0; numbers > 0 && i < shard.qualities[0].size(); i++) {
            qualities[problem].add(cell * numbers * 2 + i, shard.qualities[0], i);
        }
        for (int i = 0; i < shard.costs[0].size(); i++) {
            int field = i % shard.wideFields;
            if (field < wideFields) {
                costs[problem].add((cell + i / shard.wideFields) * wideFields + field, shard.costs[0], i);
            }
        }
    }

    /** The sums of the tally of a shard, as bytes. */
    public byte[] bytes() {
        Varints bytes = new Varints();
        for (long count : counts[0]) {
            bytes.add(count);
        }
        costs[0].write(bytes);
        if (numbers > 0) {
            qualities[0].write(bytes);
        }
        if (spendings != null) {
            spendings.write(bytes);
        }
        return bytes.toByteArray();
    }

    /**
     * Makes this the tally of a shard whose sums are given.
     *
     * @param bytes what {@link #bytes()} gave of a tally like this
     * @throws IllegalArgumentException when they are of another
     */
    public void restore(byte[] bytes) {
        Varints.Reader reader = new Varints.Reader(bytes);
        for (int i = 0; i < counts[0].length; i++) {
            counts[0][i] = reader.next();
        }
        costs[0].read(reader);
        if (numbers > 0) {
            qualities[0].read(reader);
        }
        if (spendings != null) {
            spendings.read(reader);
        }
        if (!reader.atEnd()) {
            throw new IllegalArgumentException("these are the sums of another shard");
        }
    }

    /** A sum, as far as a long goes. */
    public long sum(int problem, int budget, int field) {
        if (field >= COUNTS) {
            return wide(new int[] {problem}, budget, field).whole(0);
        }
        long sum = 0;
        for (int one = 0; one < groups.count(); one++) {
            sum += counts[problem][cell(one, budget) * COUNTS + field];
        }
        return sum;
    }

    /** The sum over the trials of one group, as far as a long goes. */
    public long sum(int problem, int ofGroup, int budget, int field) {
        int cell = cell(ofGroup, budget);
        return field < COUNTS
                ? counts[problem][cell * COUNTS + field]
                : costs[problem].whole(cell * wideFields + wide(field));
    }

    /** A sum. */
    public double value(int problem, int budget, int field) {
        return field < COUNTS
                ? sum(problem, budget, field)
                : wide(new int[] {problem}, budget, field).value(0);
    }

    /** The sum over the trials of one group. */
    public double value(int problem, int ofGroup, int budget, int field) {
        int cell = cell(ofGroup, budget);
        return field < COUNTS
                ? counts[problem][cell * COUNTS + field]
                : costs[problem].value(cell * wideFields + wide(field));
    }

    /** Whether everything committed at a budget was right or wrong, so that worths are counts. */
    public boolean rightOrWrong(int[] problems, int budget) {
        for (int problem : problems) {
            if (sum(problem, budget, WORTH) != sum(problem, budget, SQUARED_WORTH)) {
                return false;
            }
        }
        return true;
    }

    /** The sum over some problems. */
    public double sum(int[] problems, int budget, int field) {
        return wide(problems, budget, field).value(0);
    }

    private WideSums wide(int[] problems, int budget, int field) {
        WideSums total = new WideSums(1);
        for (int problem : problems) {
            for (int one = 0; one < groups.count(); one++) {
                if (field < COUNTS) {
                    total.add(0, sum(problem, one, budget, field));
                } else {
                    total.add(0, costs[problem], cell(one, budget) * wideFields + wide(field));
                }
            }
        }
        return total;
    }

    private int cell(int ofGroup, int budget) {
        return ofGroup * budgets + budget;
    }
}

package overthink.core.engine;

import java.util.Arrays;

/**
 * Whole-number sums over trials, for each problem, group of trials and budget. Adding is exact and in any order, so shards may
 * finish as they like.
 */
final class Tally {

    static final int CORRECT = 0;
    static final int ABSTAINED = 1;
    static final int COVERED = 2;
    static final int STEPS = 3;
    static final int TOKENS = 4;
    static final int VERIFIER_CALLS = 5;
    static final int ROUNDS = 6;
    static final int NANOS = 7;
    static final int PROMPT_TOKENS = 8;
    static final int TRIALS = 9;
    static final int FIELDS = 10;

    private final int budgets;
    private final Groups groups;
    /** By problem; in each by group, budget and field. */
    private final long[][] sums;

    private int group;

    /** A tally that does not tell groups of trials apart. */
    Tally(int problems, int budgets) {
        this(problems, budgets, Groups.ONE);
    }

    Tally(int problems, int budgets, Groups groups) {
        this.budgets = budgets;
        this.groups = groups;
        sums = new long[problems][Math.multiplyExact(Math.multiplyExact(groups.count(), budgets), FIELDS)];
    }

    Groups groups() {
        return groups;
    }

    void clear() {
        for (long[] one : sums) {
            Arrays.fill(one, 0);
        }
    }

    /** What is added from here on belongs to a trial of this number. */
    void turnTo(long trial) {
        group = groups.of(trial);
    }

    /** Closes one trial at one budget. */
    void add(int problem, int budget, boolean correct, boolean abstained, boolean covered, Ledger ledger) {
        long[] into = sums[problem];
        int at = at(group, budget);
        into[at + TRIALS]++;
        into[at + CORRECT] += correct ? 1 : 0;
        into[at + ABSTAINED] += abstained ? 1 : 0;
        into[at + COVERED] += covered ? 1 : 0;
        into[at + STEPS] += ledger.steps;
        into[at + TOKENS] += ledger.tokens;
        into[at + VERIFIER_CALLS] += ledger.verifierCalls;
        into[at + ROUNDS] += ledger.timeline.rounds();
        into[at + NANOS] += ledger.timeline.nanos();
        into[at + PROMPT_TOKENS] += ledger.promptTokens;
    }

    /** Closes one trial at one budget whose spending is known beforehand. */
    void add(int problem, int budget, boolean correct, boolean abstained, boolean covered) {
        long[] into = sums[problem];
        int at = at(group, budget);
        into[at + TRIALS]++;
        into[at + CORRECT] += correct ? 1 : 0;
        into[at + ABSTAINED] += abstained ? 1 : 0;
        into[at + COVERED] += covered ? 1 : 0;
    }

    /** Adds a shard: the tally of one problem in the groups of one shard, which has this trial. */
    synchronized void add(int problem, Tally shard, long trial) {
        long[] into = sums[problem];
        long[] from = shard.sums[0];
        int at = at(groups.first(trial), 0);
        for (int i = 0; i < from.length; i++) {
            into[at + i] += from[i];
        }
    }

    long sum(int problem, int budget, int field) {
        long sum = 0;
        for (int one = 0; one < groups.count(); one++) {
            sum += sum(problem, one, budget, field);
        }
        return sum;
    }

    /** The sum over the trials of one group. */
    long sum(int problem, int ofGroup, int budget, int field) {
        return sums[problem][at(ofGroup, budget) + field];
    }

    private int at(int ofGroup, int budget) {
        return (ofGroup * budgets + budget) * FIELDS;
    }
}

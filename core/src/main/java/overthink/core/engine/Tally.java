package overthink.core.engine;

import java.util.Arrays;

/**
 * Whole-number sums over trials, for each problem and budget. Adding is exact and in any order, so shards may finish as they
 * like.
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
    static final int FIELDS = 9;

    private final int budgets;
    private final long[] sums;

    Tally(int problems, int budgets) {
        this.budgets = budgets;
        sums = new long[Math.multiplyExact(Math.multiplyExact(problems, budgets), FIELDS)];
    }

    void clear() {
        Arrays.fill(sums, 0);
    }

    /** Closes one trial at one budget. */
    void add(int problem, int budget, boolean correct, boolean abstained, boolean covered, Ledger ledger) {
        int at = (problem * budgets + budget) * FIELDS;
        sums[at + CORRECT] += correct ? 1 : 0;
        sums[at + ABSTAINED] += abstained ? 1 : 0;
        sums[at + COVERED] += covered ? 1 : 0;
        sums[at + STEPS] += ledger.steps;
        sums[at + TOKENS] += ledger.tokens;
        sums[at + VERIFIER_CALLS] += ledger.verifierCalls;
        sums[at + ROUNDS] += ledger.timeline.rounds();
        sums[at + NANOS] += ledger.timeline.nanos();
        sums[at + PROMPT_TOKENS] += ledger.promptTokens;
    }

    /** Closes one trial at one budget whose spending is known beforehand. */
    void add(int problem, int budget, boolean correct, boolean abstained, boolean covered) {
        int at = (problem * budgets + budget) * FIELDS;
        sums[at + CORRECT] += correct ? 1 : 0;
        sums[at + ABSTAINED] += abstained ? 1 : 0;
        sums[at + COVERED] += covered ? 1 : 0;
    }

    /** Adds a shard: the tally of one problem. */
    synchronized void add(int problem, Tally shard) {
        int at = problem * budgets * FIELDS;
        for (int i = 0; i < shard.sums.length; i++) {
            sums[at + i] += shard.sums[i];
        }
    }

    long sum(int problem, int budget, int field) {
        return sums[(problem * budgets + budget) * FIELDS + field];
    }
}

package overthink.core.run;

import overthink.core.model.Model;
import overthink.core.trial.Tally;
import overthink.core.trial.TrialGroups;

/**
 * What each trial of one strategy under one budget came to, by problem and trial. Shards are entered in any order; each has its
 * own place.
 */
final class TrialSheet {

    private final int budget;
    private final TrialGroups groups;
    /** In units of 1 ÷ {@link Model#RIGHT}. */
    private final int[][] worth;

    private final long[][] steps;
    private final long[][] tokens;
    private final long[][] promptTokens;
    private final long[][] cachedTokens;
    private final long[][] verifierCalls;
    /** By amount that is told apart. */
    private final long[][][] told;

    /**
     * An empty sheet.
     *
     * @param budget the place of the budget among those of the run
     * @param amounts how many are told apart because they cost something else than others
     */
    TrialSheet(int budget, int problems, int trials, int amounts) {
        this.budget = budget;
        groups = new TrialGroups(Math.min(trials, TrialGroups.SHARD_TRIALS), 1);
        worth = new int[problems][trials];
        steps = new long[problems][trials];
        tokens = new long[problems][trials];
        promptTokens = new long[problems][trials];
        cachedTokens = new long[problems][trials];
        verifierCalls = new long[problems][trials];
        told = new long[amounts][problems][trials];
    }

    /** The place of the budget among those of the run. */
    int budget() {
        return budget;
    }

    /** Into which a tally must sort trials: each trial of a shard is a group of its own. */
    TrialGroups groups() {
        return groups;
    }

    /** Enters the trials of a shard, which the tally has one by one. */
    void enter(Shard shard, Tally sums) {
        int problem = shard.problem();
        for (int trial = (int) shard.from(); trial < shard.to(); trial++) {
            int group = trial % groups.within();
            worth[problem][trial] = (int) sums.sum(0, group, budget, Tally.WORTH);
            steps[problem][trial] = sums.sum(0, group, budget, Tally.STEPS);
            tokens[problem][trial] = sums.sum(0, group, budget, Tally.TOKENS);
            promptTokens[problem][trial] = sums.sum(0, group, budget, Tally.PROMPT_TOKENS);
            cachedTokens[problem][trial] = sums.sum(0, group, budget, Tally.CACHED_TOKENS);
            verifierCalls[problem][trial] = sums.sum(0, group, budget, Tally.VERIFIER_CALLS);
            for (int i = 0; i < told.length; i++) {
                told[i][problem][trial] = sums.sum(0, group, budget, Tally.TOLD + i);
            }
        }
    }

    /** What the answer of a trial was worth, in [0, 1]. */
    double worth(int problem, int trial) {
        return (double) worth[problem][trial] / Model.RIGHT;
    }

    long steps(int problem, int trial) {
        return steps[problem][trial];
    }

    long tokens(int problem, int trial) {
        return tokens[problem][trial];
    }

    long promptTokens(int problem, int trial) {
        return promptTokens[problem][trial];
    }

    long cachedTokens(int problem, int trial) {
        return cachedTokens[problem][trial];
    }

    long verifierCalls(int problem, int trial) {
        return verifierCalls[problem][trial];
    }

    /** An amount that is told apart because it costs something else than others. */
    long told(int amount, int problem, int trial) {
        return told[amount][problem][trial];
    }
}

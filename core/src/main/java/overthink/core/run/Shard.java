package overthink.core.run;

import overthink.core.trial.TrialGroups;

/**
 * The unit of work: some trials of one strategy on one problem. Which trials make a shard depends on the round alone.
 *
 * @param number among the strategy's of the round, in the order in which they are dealt
 * @param run the strategy's run
 * @param problem the problem's number
 * @param from first trial
 * @param to last trial, exclusive
 */
record Shard(long number, StrategyRun run, int problem, long from, long to) {

    /** The most trials of a shard. */
    static final int TRIALS = TrialGroups.SHARD_TRIALS;

    /** How many shards {@code trials} trials of one problem make, which end at multiples of {@value #TRIALS}. */
    static long count(long from, long trials) {
        return trials == 0 ? 0 : (from + trials - 1) / TRIALS - from / TRIALS + 1;
    }

    /** One of the shards of the round that a strategy's run has planned, {@code index} of those of one problem. */
    static Shard of(long number, StrategyRun run, int problem, long index) {
        long block = (run.from() / TRIALS + index) * TRIALS;
        return new Shard(
                number,
                run,
                problem,
                Math.max(run.from(), block),
                Math.min(run.from() + run.planned(), block + TRIALS));
    }
}

package overthink.core.engine;

/**
 * The unit of work: some trials of one contestant on one problem. Which trials make a shard depends on the round alone.
 *
 * @param number in the round, in the order of contestant, problem, trials
 * @param entry the contestant's run
 * @param problem the problem's number
 * @param from first trial
 * @param to last trial, exclusive
 */
record Shard(long number, Entry entry, int problem, long from, long to) {

    /** The most trials of a shard. */
    static final int TRIALS = 256;

    /** How many shards {@code trials} trials on each of {@code problems} problems make. */
    static long count(long trials, int problems) {
        return (trials + TRIALS - 1) / TRIALS * problems;
    }
}

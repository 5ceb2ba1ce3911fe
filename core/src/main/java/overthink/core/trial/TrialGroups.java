package overthink.core.trial;

/**
 * Into which groups the trials of one problem are sorted. Trials are independent of one another, so the spread of the sums of
 * groups tells the error of every mean, of sums of several resources, and of differences between strategies, whose trials of
 * one number share their candidates.
 *
 * <p>Trials of one shard go to {@code within} groups in turn, and so that few trials fill many groups; one shard after the
 * other goes to {@code shards} sets of these. Which trial is in which group depends on its number alone.
 *
 * @param within groups among which the trials of one shard are divided, at least 1
 * @param shards sets of groups among which shards are divided, at least 1
 */
public record TrialGroups(int within, int shards) {

    /** The most trials of a shard, the unit of work. */
    public static final int SHARD_TRIALS = 256;

    /** No division. */
    static final TrialGroups ONE = new TrialGroups(1, 1);

    /** So many groups over all problems tell an error to √(2/1024)/2, one part in 45. */
    private static final int ENOUGH = 1024;

    private static final int MOST_WITHIN = 32;

    private static final int MANY_PROBLEMS = 4096;

    /** Enough groups for so many problems, and at least 2 for each, so that trials of one problem can be told apart. */
    public static TrialGroups of(int problems) {
        int each = Math.max(problems < MANY_PROBLEMS ? 4 : 2, Integer.highestOneBit(Math.max(1, ENOUGH / problems)));
        int within = Math.min(MOST_WITHIN, each);
        return new TrialGroups(within, each / within);
    }

    /** The groups of the trials of one shard. */
    public TrialGroups ofShard() {
        return new TrialGroups(within, 1);
    }

    /** How many there are. */
    public int count() {
        return within * shards;
    }

    /** The group of a trial. */
    public int of(long trial) {
        return first(trial) + (int) (trial % within);
    }

    /** The first group of the set to which the shard with this trial goes. */
    int first(long trial) {
        return (int) (trial / SHARD_TRIALS % shards) * within;
    }
}

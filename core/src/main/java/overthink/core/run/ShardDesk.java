package overthink.core.run;

import org.jspecify.annotations.Nullable;
import overthink.core.trial.Tally;

/** Where a worker gets the shards that it plays, and delivers their sums. */
interface ShardDesk {

    /** The next shard, waiting for one; null when there will be none. */
    @Nullable
    Shard take();

    /** The sums of a shard that were kept; null when there are none. */
    byte @Nullable [] recall(Shard shard);

    /** Keeps the sums of a shard that was played. */
    void keep(Shard shard, Tally sums);

    /** Adds how often the trials of a shard spent what, where that is counted. */
    void spend(Shard shard, Tally sums);

    /**
     * A shard is done.
     *
     * @param sums of its trials; null when it failed
     * @param seconds that it took; 0 when it was not played
     */
    void finished(Shard shard, @Nullable Tally sums, double seconds);

    /** A worker ended by a mistake of ours, or for want of memory. */
    void broke(Throwable thrown);

    /** Whether what strategies do does not matter any more. */
    boolean stopped();

    /** Whether a shard is played again. */
    boolean replays(Shard shard);

    /** How long the shards of a strategy may take, in seconds. */
    double mostSeconds();
}

package overthink.core.experiment;

import org.jspecify.annotations.Nullable;

/**
 * Where the sums of finished shards are kept, so that a run that was ended can go on: the same experiment, run again with what
 * was kept, gives the same results as one that was never ended. A shard is some trials of one strategy on one problem; which
 * these are depends on the experiment alone. Called on several threads at once.
 */
public interface Checkpoint {

    /** Keeps nothing. */
    Checkpoint NONE = new Checkpoint() {
        @Override
        public byte @Nullable [] recall(Shard shard) {
            return null;
        }

        @Override
        public void keep(Shard shard, byte[] sums) {}
    };

    /**
     * Which shard.
     *
     * @param round of the run, from 1: a precision takes several
     * @param strategy its place in the experiment
     * @param number among the strategy's of the round
     */
    record Shard(int round, int strategy, long number) {}

    /** The sums that were kept of a shard; null when none were. */
    byte @Nullable [] recall(Shard shard);

    /** Keeps the sums of a shard that is finished; does not throw. */
    void keep(Shard shard, byte[] sums);
}

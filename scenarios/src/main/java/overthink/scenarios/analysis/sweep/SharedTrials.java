package overthink.scenarios.analysis.sweep;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Checkpoint;

/**
 * Keeps the sums of trials that several units have in common as long as one of them is to come, and passes all sums on to where
 * the run keeps them: under the number of the unit that played them.
 */
final class SharedTrials {

    /** Sums that take more bytes than this are played again. */
    private static final long MOST_BYTES = 1L << 28;

    private final Checkpoint kept;
    private final Map<Integer, Integer> toCome;
    private final Map<Checkpoint.Shard, byte[]> shared = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * Shares the trials of some units.
     *
     * @param kept where the run keeps its shards
     */
    SharedTrials(Checkpoint kept, Unit.Plan plan) {
        this.kept = kept;
        this.toCome = plan.sharing();
    }

    /** Where the sums of a unit are kept. */
    synchronized Checkpoint of(Unit unit) {
        boolean alone = toCome.getOrDefault(unit.play(), 1) == 1 && shared.isEmpty();
        return new Checkpoint() {
            @Override
            public byte @Nullable [] recall(Shard shard) {
                Shard key = key(unit, shard);
                byte[] sums = shared.get(key);
                return sums == null ? kept.recall(key) : sums;
            }

            @Override
            public void keep(Shard shard, byte[] sums) {
                Shard key = key(unit, shard);
                if (!alone && bytes.addAndGet(sums.length) <= MOST_BYTES) {
                    shared.put(key, sums);
                }
                kept.keep(key, sums);
            }
        };
    }

    private static Checkpoint.Shard key(Unit unit, Checkpoint.Shard shard) {
        return new Checkpoint.Shard(shard.round(), unit.play(), shard.number());
    }

    /** A unit is done: what no other needs is forgotten. */
    synchronized void done(Unit unit) {
        if (toCome.merge(unit.play(), -1, Integer::sum) == 0) {
            shared.entrySet().removeIf(entry -> {
                boolean gone = entry.getKey().strategy() == unit.play();
                if (gone) {
                    bytes.addAndGet(-entry.getValue().length);
                }
                return gone;
            });
        }
    }
}

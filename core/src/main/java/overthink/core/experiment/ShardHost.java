package overthink.core.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.core.fault.Fault;

/**
 * Machines that play shards for a run of one experiment, which they know. Who plays a shard does not matter: its sums are whole
 * numbers that depend on the experiment, the round and the shard's number alone. Called on several threads at once.
 */
public interface ShardHost {

    /**
     * Some shards of one strategy's round.
     *
     * @param strategy its place in the experiment
     * @param pilot whether the round is a pilot's
     * @param trials trials per problem, by budget, that there are before the round
     * @param targets trials per problem, by budget, that there are after it
     * @param seconds that the strategy has played so far, all threads together
     * @param shards their numbers among the strategy's of the round, ascending
     */
    record Order(
            int strategy, boolean pilot, List<Long> trials, List<Long> targets, double seconds, List<Long> shards) {

        /** Copies the lists. */
        public Order {
            trials = List.copyOf(trials);
            targets = List.copyOf(targets);
            shards = List.copyOf(shards);
        }
    }

    /** What became of a shard. */
    sealed interface Outcome {}

    /**
     * It was played.
     *
     * @param sums of its trials
     * @param seconds that it took
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Played(byte[] sums, double seconds) implements Outcome {}

    /**
     * Its strategy did what it must not.
     *
     * @param kind of fault
     * @param message what happened, where, and how to repeat it
     * @param outside whether that was outside the trials of a shard, so that no shard comes before it
     */
    record Failed(Fault.Kind kind, String message, boolean outside) implements Outcome {}

    /** It was left out, since one before it failed. */
    record LeftOut() implements Outcome {}

    /** How many orders are played at once, at least 1. Asked again and again: machines come and go. */
    int places();

    /**
     * Has shards played, and waits for that.
     *
     * @return what became of each, in their order; null when the run left the host meanwhile
     * @throws RuntimeException when nobody can play them: the run cannot go on
     */
    @Nullable
    List<Outcome> play(Order order);
}

package overthink.core.engine;

import org.jspecify.annotations.Nullable;

/** One contestant's run: its tally, how many trials it has and is to have, and the first fault found. */
final class Entry {

    private final Contestant contestant;
    private final Route route;
    private final Tally tally;
    private final boolean anytime;
    private long trials;
    private long target;
    private volatile long faultyShard = Long.MAX_VALUE;
    private @Nullable Fault fault;

    Entry(Contestant contestant, Route route, Tally tally) {
        this.contestant = contestant;
        this.route = route;
        this.tally = tally;
        anytime = contestant.provider().anytime(contestant.parameters());
    }

    Contestant contestant() {
        return contestant;
    }

    Route route() {
        return route;
    }

    Tally tally() {
        return tally;
    }

    boolean anytime() {
        return anytime;
    }

    /** Trials per problem that are done. */
    long trials() {
        return trials;
    }

    /** Trials per problem that the round in hand adds. */
    long planned() {
        return failed() ? 0 : target - trials;
    }

    void plan(long newTarget) {
        target = newTarget;
    }

    void finishRound() {
        trials = target;
    }

    boolean failed() {
        return faultyShard != Long.MAX_VALUE;
    }

    /** Whether a shard need not run since one before it failed. */
    boolean pointless(long shard) {
        return shard > faultyShard;
    }

    /** Keeps the fault of the earliest shard, so that the same one is reported however the shards were run. */
    synchronized void fail(long shard, Fault found) {
        if (shard < faultyShard) {
            faultyShard = shard;
            fault = found;
        }
    }

    synchronized @Nullable Fault fault() {
        return fault;
    }
}

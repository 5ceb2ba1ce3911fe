package overthink.core.run;

/** How long a strategy's trials take: a mean over its work in which the last shards count most, since Java speeds up. */
final class Pace {

    /** What a shard's weight shrinks by with every shard after it. */
    private static final double MEMORY = 0.95;

    private double seconds;
    private double work;

    /** Counts a shard. */
    void add(double shardSeconds, double shardWork) {
        seconds = MEMORY * seconds + shardSeconds;
        work = MEMORY * work + shardWork;
    }

    /** Seconds of one thread for so much work; NaN when no work was done. */
    double seconds(double ofWork) {
        return ofWork == 0 ? 0 : ofWork * (seconds / work);
    }
}

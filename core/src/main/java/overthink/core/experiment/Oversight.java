package overthink.core.experiment;

import java.time.Duration;
import java.util.Optional;

/**
 * How closely strategies are looked at while they play; what they give does not depend on it.
 *
 * @param replays whether a sample of the shards is played again by fresh instances, which must come to the same sums
 * @param mostTime how long a strategy's shards may take, all threads together, before it is stopped; as long as they like when
 *     empty
 */
public record Oversight(boolean replays, Optional<Duration> mostTime) {

    /** None. */
    public static final Oversight NONE = new Oversight(false, Optional.empty());

    private static final int REPLAYED = 8;

    /** How long a strategy's shards may take, in seconds; infinite when they may take as long as they like. */
    public double mostSeconds() {
        return mostTime.map(time -> time.toMillis() / 1e3).orElse(Double.POSITIVE_INFINITY);
    }

    /** Whether the shard of a number is played again: every eighth of a strategy, where any is. */
    public boolean replays(long shard) {
        return replays && shard % REPLAYED == 0;
    }
}

package overthink.core.estimate;

/**
 * How often two strategies were right on the same candidates, counted over trials: the 2 × 2 table of McNemar's test.
 *
 * @param both trials in which both were right
 * @param onlyFirst trials in which the first alone was
 * @param onlySecond trials in which the second alone was
 * @param neither trials in which none was
 */
public record Agreement(long both, long onlyFirst, long onlySecond, long neither) {

    /** No trials. */
    public static final Agreement NOTHING = new Agreement(0, 0, 0, 0);

    /** All trials. */
    public long trials() {
        return both + onlyFirst + onlySecond + neither;
    }

    /** ψ: the share of trials in which one of them alone was right. */
    public double discordance() {
        return (double) (onlyFirst + onlySecond) / trials();
    }

    /** The trials of two tables together. */
    public Agreement plus(Agreement other) {
        return new Agreement(
                both + other.both, onlyFirst + other.onlyFirst, onlySecond + other.onlySecond, neither + other.neither);
    }
}

package overthink.core.fit.answer;

import overthink.core.api.LogOdds;
import overthink.core.random.Address;
import overthink.core.random.CounterStream;
import overthink.core.random.Gaussian;

/**
 * The recorded scores of one answer's candidates, of which its further candidates get theirs: each that of a recorded one at
 * random. Where the score is a property of the answer all are equal, and so are the further ones.
 */
final class ClassScores {

    /** Up to so many are drawn one by one; the sum of more is normal, with their mean and variance. */
    private static final int ONE_BY_ONE = 32;

    /** All votes count alike. */
    static final ClassScores VOTE = new ClassScores(new double[] {1});

    private final double[] sorted;
    private final double sum;
    private final double mean;
    private final double deviation;

    private ClassScores(double[] ascending) {
        sorted = ascending;
        double all = 0;
        for (double one : ascending) {
            all += one;
        }
        sum = all;
        mean = equal() ? ascending[0] : all / ascending.length;
        double squares = 0;
        for (double one : ascending) {
            squares += (one - mean) * (one - mean);
        }
        deviation = StrictMath.sqrt(squares / ascending.length);
    }

    /** What the rule adds up, or compares, of these scores. */
    static ClassScores of(double[] scores, VoteWeight weight) {
        if (weight == VoteWeight.COUNT) {
            return VOTE;
        }
        double[] used = scores.clone();
        if (weight == VoteWeight.SUM || weight == VoteWeight.MEAN) {
            for (int i = 0; i < used.length; i++) {
                used[i] = LogOdds.probability(used[i]);
            }
        }
        return new ClassScores(used);
    }

    /** Whether all are the same. */
    boolean equal() {
        return sorted[0] == sorted[sorted.length - 1];
    }

    double mean() {
        return mean;
    }

    /** The sum of the recorded ones. */
    double sum() {
        return sum;
    }

    double greatest() {
        return sorted[sorted.length - 1];
    }

    /** One of them. */
    double one(CounterStream stream) {
        return sorted[(int) (Address.uniform(stream.nextLong()) * sorted.length)];
    }

    /** The sum of {@code count} of them, with replacement. */
    double sumOf(long count, CounterStream stream) {
        if (equal()) {
            return count * mean;
        }
        if (count > ONE_BY_ONE) {
            return count * mean + StrictMath.sqrt(count) * deviation * Gaussian.of(stream.nextLong());
        }
        double drawn = 0;
        for (int i = 0; i < count; i++) {
            drawn += one(stream);
        }
        return drawn;
    }

    /** The greatest of {@code count} of them, with replacement: the quantile of a uniform number's count-th root. */
    double greatestOf(long count, CounterStream stream) {
        if (equal()) {
            return mean;
        }
        double share = StrictMath.exp(StrictMath.log(Address.uniform(stream.nextLong())) / count);
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }
}

package overthink.core.law.verifier;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import overthink.core.api.RealRange;
import overthink.core.random.NormalQuantile;

/**
 * The law of scores that a list stands for: each of its numbers with the same chance, so that a number that stands there
 * twice ties. As a quantile function it is a staircase. Immutable.
 */
public final class ScoreTable {

    /** The most numbers in a table: more tell nothing that a plan could use. */
    public static final int MOST = 10_000;

    /** What a score may be, in log-odds. */
    public static final RealRange SCORE = RealRange.within(1000);

    private final double[] scores;
    /** By rank but the last: the standard normal noise up to which the score reaches. */
    private final double[] ends;

    /**
     * Copies the list and sorts it.
     *
     * @param scores in log-odds, 1 to {@value #MOST} of them, each in [−1000, 1000]
     * @throws IllegalArgumentException when there are too few or too many, or one is outside its range
     */
    public ScoreTable(double... scores) {
        if (scores.length < 1 || scores.length > MOST) {
            throw new IllegalArgumentException(
                    "a table of scores holds 1 to %d of them, not %d".formatted(MOST, scores.length));
        }
        for (double score : scores) {
            SCORE.check("score", score);
        }
        this.scores = scores.clone();
        Arrays.sort(this.scores);
        ends = new double[scores.length - 1];
        Arrays.setAll(ends, rank -> NormalQuantile.of((rank + 1.0) / scores.length));
    }

    /** The score at a standard normal noise: the k-th least of m from Φ⁻¹((k − 1)/m) to Φ⁻¹(k/m). */
    public double at(double epsilon) {
        int found = Arrays.binarySearch(ends, epsilon);
        return scores[found < 0 ? -found - 1 : found + 1];
    }

    /** The noise up to which the score of a rank below the greatest reaches. */
    public double end(int rank) {
        return ends[rank];
    }

    /** How many scores it lists. */
    public int size() {
        return scores.length;
    }

    /** The score of a rank, 0 for the least. */
    public double score(int rank) {
        return scores[rank];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreTable that && Arrays.equals(scores, that.scores);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(scores);
    }

    @Override
    public String toString() {
        return "ScoreTable[%d scores from %s to %s]".formatted(size(), scores[0], scores[size() - 1]);
    }
}

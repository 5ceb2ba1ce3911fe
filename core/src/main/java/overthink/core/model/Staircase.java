package overthink.core.model;

import java.util.Arrays;
import overthink.core.law.verifier.ScoreTable;
import overthink.core.random.NormalQuantile;

/** A {@link ScoreTable} of m scores as a function of standard normal noise: the k-th least from Φ⁻¹((k−1)/m) to Φ⁻¹(k/m). */
final class Staircase {

    private final ScoreTable table;
    /** Below which noise the score is of at most that rank. */
    private final double[] ends;

    Staircase(ScoreTable table) {
        this.table = table;
        ends = new double[table.size() - 1];
        Arrays.setAll(ends, rank -> NormalQuantile.of((rank + 1.0) / table.size()));
    }

    /** The score at a noise. */
    double at(double epsilon) {
        int found = Arrays.binarySearch(ends, epsilon);
        return table.score(found < 0 ? -found - 1 : found + 1);
    }
}

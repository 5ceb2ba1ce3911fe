package overthink.core.law.quality;

import java.util.Arrays;
import java.util.List;
import overthink.core.api.RealRange;

/**
 * How quality comes about in T steps: a Gaussian walk W with W<sub>T</sub> = z the end's latent. After step t it has the variance
 * c<sub>t</sub>², and c<sub>t</sub> is its correlation with the end; W<sub>t</sub> is what the end is expected to be.
 *
 * @param correlations c by step; none for √(t/T), a walk of steps that are alike
 */
public record QualityWalk(List<Double> correlations) {

    /** Steps that are alike. */
    public static final QualityWalk EVEN = new QualityWalk(List.of());

    /** What c may be. */
    public static final RealRange CORRELATION = new RealRange(0, 1);

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException when a number is outside [0, 1], less than the one before, or the last is not 1
     */
    public QualityWalk {
        correlations = List.copyOf(correlations);
        double before = 0;
        for (double one : correlations) {
            CORRELATION.check("the correlation with the end", one);
            if (one < before) {
                throw new IllegalArgumentException(
                        "correlations with the end never fall: %s comes after %s".formatted(one, before));
            }
            before = one;
        }
        if (!correlations.isEmpty() && before != 1) {
            throw new IllegalArgumentException("the last step's correlation with the end is 1, not " + before);
        }
    }

    /**
     * c from the start, where it is 0, to the last of so many steps.
     *
     * @throws IllegalArgumentException when it is listed for another number of steps
     */
    public double[] over(int steps) {
        double[] by = new double[steps + 1];
        if (correlations.isEmpty()) {
            Arrays.setAll(by, t -> StrictMath.sqrt((double) t / steps));
            return by;
        }
        if (correlations.size() != steps) {
            throw new IllegalArgumentException(
                    "%d correlations with the end are listed for %d steps".formatted(correlations.size(), steps));
        }
        for (int t = 1; t <= steps; t++) {
            by[t] = correlations.get(t - 1);
        }
        return by;
    }
}

package overthink.core.fit.world;

import java.util.Arrays;
import overthink.core.law.cost.CountLaw;
import overthink.core.world.Recording;

/**
 * Laws of counts: log-normal with the recorded median and the mean that was recorded, none above the most that was; constant
 * where all are alike.
 */
final class FittedTokens {

    /** Φ⁻¹(¾). */
    private static final double QUARTILE = 0.6744897501960817;

    private static final double LEAST_SIGMA = 1e-3;

    private FittedTokens() {}

    /** Of a candidate's tokens; 1 where none were recorded. */
    static CountLaw of(Recording recording) {
        return recording.hasTokens()
                ? law(
                        recording.tokenQuantile(0),
                        recording.tokenQuantile(0.25),
                        recording.tokenQuantile(0.5),
                        recording.tokenQuantile(0.75),
                        recording.tokenQuantile(1),
                        recording.meanTokens())
                : new CountLaw.Constant(1);
    }

    /** Of numbers, at least one, each at least 1 and at most {@code most}. */
    static CountLaw law(int[] counts, int most) {
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).asDoubleStream().sum() / sorted.length;
        return law(
                sorted[0],
                sorted[sorted.length / 4],
                sorted[sorted.length / 2],
                sorted[Math.min(sorted.length - 1, 3 * (sorted.length / 4))],
                Math.min(most, sorted[sorted.length - 1]),
                mean);
    }

    private static CountLaw law(int least, int lower, int middle, int upper, int most, double mean) {
        if (least == most) {
            return new CountLaw.Constant(most);
        }
        int median = Math.max(1, middle);
        // a log-normal law of median m and mean M has sigma² = 2·ln(M/m); the quartiles where the mean is no more than
        // the median
        double ratio = mean / median;
        double sigma = ratio > 1
                ? StrictMath.sqrt(2 * StrictMath.log(ratio))
                : StrictMath.log((1.0 + upper) / (1.0 + lower)) / (2 * QUARTILE);
        return new CountLaw.LogNormalCount(
                median, Rounded.within(sigma, LEAST_SIGMA, CountLaw.LogNormalCount.SIGMA.most()), most);
    }
}

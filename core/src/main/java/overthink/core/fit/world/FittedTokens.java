package overthink.core.fit.world;

import overthink.core.law.cost.CountLaw;
import overthink.core.world.Recording;

/**
 * The law of a candidate's tokens: log-normal with the recorded median and the mean that was recorded, none above the most
 * that was; constant where all are alike, or where none were recorded, and then 1.
 */
final class FittedTokens {

    private FittedTokens() {}

    static CountLaw of(Recording recording) {
        if (!recording.hasTokens()) {
            return new CountLaw.Constant(1);
        }
        int least = recording.tokenQuantile(0);
        int most = recording.tokenQuantile(1);
        int median = Math.max(1, recording.tokenQuantile(0.5));
        if (least == most) {
            return new CountLaw.Constant(most);
        }
        // a log-normal law of median m and mean M has sigma² = 2·ln(M/m); the quartiles where the mean is no more than
        // the median
        double ratio = recording.meanTokens() / median;
        double sigma = ratio > 1
                ? StrictMath.sqrt(2 * StrictMath.log(ratio))
                : StrictMath.log((1.0 + recording.tokenQuantile(0.75)) / (1.0 + recording.tokenQuantile(0.25)))
                        / (2 * QUARTILE);
        return new CountLaw.LogNormalCount(
                median, Rounded.within(sigma, LEAST_SIGMA, CountLaw.LogNormalCount.SIGMA.most()), most);
    }

    /** Φ⁻¹(¾). */
    private static final double QUARTILE = 0.6744897501960817;

    private static final double LEAST_SIGMA = 1e-3;
}

package overthink.core.fit.world;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as they are written: five digits, which is more than any recording tells. */
final class Rounded {

    private static final MathContext DIGITS = new MathContext(5);

    private Rounded() {}

    static double of(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }

    /** Kept within bounds, and rounded towards the inside of them. */
    static double within(double value, double least, double most) {
        return Math.max(least, Math.min(most, of(value)));
    }
}
